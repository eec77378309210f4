import { normalise } from '../text/normalise.ts';
import { piece, stem } from '../text/tokens.ts';

/** A text as a sparse vector: hashed features, ascending and each once. */
export type Features = Int32Array;

const hashBits = 20;
const mask = (1 << hashBits) - 1;
const han = /^\p{Script=Han}/u;
// Long pasted texts say no more after this; it bounds the cost of a turn.
const mostCharacters = 600;

/**
 * Hashed n-grams: words and pairs of words (stemmed), and character 2- to 5-grams inside padded words; for Chinese
 * characters, pairs and triples. FNV-1a into 2^20 buckets ("hashing trick", Weinberger et al. 2009).
 */
export function ngramsOf(text: string): Features {
  const found = new Set<number>();
  let previous = '';
  const folded = normalise(text.slice(0, mostCharacters));
  for (const [run] of folded.matchAll(piece)) {
    if (han.test(run)) {
      const characters = [...run];
      for (let at = 0; at < characters.length; at++) {
        let gram = '';
        for (let size = 1; size <= 3 && at + size <= characters.length; size++) {
          gram += characters[at + size - 1];
          found.add(hash(`h${gram}`));
        }
      }
      previous = '';
      continue;
    }
    const word = stem(run.replace(/'s$/, ''));
    found.add(hash(`w${word}`));
    found.add(hash(`b${previous} ${word}`));
    previous = word;
    const padded = `<${run}>`;
    for (let size = 3; size <= 5; size++)
      for (let at = 0; at + size <= padded.length; at++) found.add(hash(`c${padded.slice(at, at + size)}`));
  }
  return Int32Array.from(found).sort();
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> hashBits)) & mask;
}
