const kept = 2000;

/** A query asked for lately, or being worked on, is not worked on again. A failure is forgotten. */
export function rememberQueries(embed: (text: string) => Promise<Float32Array>) {
  const recent = new Map<string, Promise<Float32Array>>();
  return (text: string): Promise<Float32Array> => {
    const known = recent.get(text);
    if (known) {
      recent.delete(text);
      recent.set(text, known);
      return known;
    }
    const vector = embed(text);
    recent.set(text, vector);
    if (recent.size > kept) recent.delete(recent.keys().next().value as string);
    vector.catch(() => recent.get(text) === vector && recent.delete(text));
    return vector;
  };
}
