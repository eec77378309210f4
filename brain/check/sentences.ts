const end = /[。！？!?；;\n]+["”』」)）]?|\.(?=["”)]?(?:\s|$))["”)]?/g;

/** The complete sentences at the start of a text, and what follows them. Joined, they are the text. */
export function takeSentences(text: string, finished: boolean): { sentences: string[]; rest: string } {
  const sentences: string[] = [];
  let from = 0;
  for (const found of text.matchAll(end)) {
    const to = found.index + found[0].length;
    // A mark at the very end may still grow: "3." could become "3.5".
    if (to >= text.length && !finished) break;
    sentences.push(text.slice(from, to));
    from = to;
  }
  const rest = text.slice(from);
  if (!finished || !rest) return { sentences, rest };
  return { sentences: [...sentences, rest], rest: '' };
}
