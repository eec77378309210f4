/**
 * SentencePiece unigram tokenizer of XLM-RoBERTa: normalise each character, collapse spaces, put ▁ for a space, then
 * the split with the highest sum of scores (Viterbi). The same as tools/encoder/tokenizer.py and the wheel's e5.c.
 * Linear in the text's length: a piece has at most 16 characters.
 */
export type TokenizerFile = {
  specials: { start: number; pad: number; end: number; unknown: number };
  normal: Record<string, string>;
  pieces: string[];
  scores: number[];
};

export type Tokenizer = {
  pad: number;
  /** Ids with `<s>` and `</s>`, at most `limit`; of a longer text the beginning. */
  encode(text: string, limit: number): number[];
};

export function createTokenizer({ specials, normal, pieces, scores }: TokenizerFile): Tokenizer {
  const barred = new Set(Object.values(specials));
  const idOf = new Map<string, number>();
  let longest = 1;
  let lowest = 0;
  for (const [id, piece] of pieces.entries()) {
    lowest = Math.min(lowest, scores[id] as number);
    if (piece === '' || barred.has(id)) continue;
    idOf.set(piece, id);
    longest = Math.max(longest, piece.length);
  }
  const replacement = new Map(Object.entries(normal));
  const unknownScore = lowest - 10;

  function prepare(text: string): string {
    let out = '';
    for (const character of text) out += replacement.get(character) ?? character;
    out = out.replace(/ {2,}/g, ' ');
    return (out.startsWith(' ') ? out : ` ${out}`).replaceAll(' ', '▁');
  }

  return {
    pad: specials.pad,
    encode(text, limit) {
      // Texts people write have fewer than 8 characters a piece; the rest of a pasted book is not even looked at.
      const line = prepare(text.slice(0, limit * 8));
      const length = line.length;
      const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
      const piece = new Int32Array(length + 1);
      const from = new Int32Array(length + 1);
      best[0] = 0;
      for (let start = 0; start < length; start += 1) {
        const here = best[start] as number;
        // The second half of a surrogate pair begins nothing.
        if (here === Number.NEGATIVE_INFINITY) continue;
        const furthest = Math.min(length, start + longest);
        for (let end = start + 1; end <= furthest; end += 1) {
          const id = idOf.get(line.slice(start, end));
          if (id === undefined) continue;
          const score = here + (scores[id] as number);
          if (score > (best[end] as number)) {
            best[end] = score;
            piece[end] = id;
            from[end] = start;
          }
        }
        const next = start + ((line.codePointAt(start) as number) > 0xffff ? 2 : 1);
        if (here + unknownScore > (best[next] as number)) {
          best[next] = here + unknownScore;
          piece[next] = specials.unknown;
          from[next] = start;
        }
      }
      const found: number[] = [];
      for (let at = length; at > 0; at = from[at] as number) found.push(piece[at] as number);
      found.push(specials.start);
      found.reverse();
      found.length = Math.min(found.length, limit - 1);
      found.push(specials.end);
      return found;
    },
  };
}
