const mostRemembered = 32;

/**
 * A pure reading of texts that remembers its last results: many parts of one turn read the same few texts. What it
 * returns is shared, so it must not be changed.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const results = new Map<string, T>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (results.size >= mostRemembered) results.delete(results.keys().next().value as string);
    results.set(text, result);
    return result;
  };
}
