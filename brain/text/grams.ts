/**
 * Pieces by which texts that may hold a wording are found: every one, two or three neighbouring letters or digits inside
 * a word (Chinese: one or two characters), and every sign such as ¥ or an emoji. A text that holds a wording, whatever
 * the case of letters, holds all pieces of that wording; the reverse is for the finder to check.
 */
export function gramsOf(text: string): number[] {
  const grams = new Set<number>();
  for (const { characters, most } of runsOf(text))
    for (let at = 0; at < characters.length; at++) {
      let gram = 0;
      for (const character of characters.slice(at, at + most)) {
        gram = joined(gram, character);
        grams.add(gram);
      }
    }
  return [...grams];
}

/** The pieces a text must hold to hold this wording: the longest, which stand for the shorter ones inside them. */
export function gramsWithin(wording: string): number[] {
  const grams = new Set<number>();
  for (const { characters, most } of runsOf(wording)) {
    const length = Math.min(most, characters.length);
    for (let at = 0; at + length <= characters.length; at++)
      grams.add(characters.slice(at, at + length).reduce(joined, 0));
  }
  return [...grams];
}

type Run = { characters: number[]; most: number };

const han = /\p{Script=Han}/u;
const wordly = /[\p{L}\p{N}]/u;
const sign = /\p{S}/u;

/** How many neighbours make a piece with this character; 0 where it only parts words. */
function mostWith(character: string): number {
  if (character < '\u0080') return /[a-z0-9]/.test(character) ? 3 : sign.test(character) ? 1 : 0;
  return han.test(character) ? 2 : wordly.test(character) ? 3 : sign.test(character) ? 1 : 0;
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let most = 0;
  for (const character of folded(text)) {
    const before = most;
    most = mostWith(character);
    if (most === 0) continue;
    if (most === 1 || most !== before) runs.push({ characters: [], most });
    runs.at(-1)?.characters.push(character.codePointAt(0) as number);
  }
  return runs;
}

/** Lower case, coarser than any locale's, so that whatever a database takes for equal is equal here. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/\u0307/g, '')
    .replace(/ı/g, 'i')
    .replace(/ς/g, 'σ');
}

/** A number of 32 bits for a piece and one more character; two pieces that share one cost a look, never a hit. */
function joined(gram: number, character: number): number {
  const mixed = Math.imul(gram ^ (character + 1), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
