import { type PersonalKind, personalData } from './personal-data.ts';

const placeholder = /\[(PHONE|EMAIL|CARD|ID|ADDRESS|NAME|TEXT)_(\d{1,4})\]/g;

/** Takes people's data out of texts that leave the desk, and puts it back for those who may see it. */
export type Vault = {
  /** `[PHONE_1]` for the same phone each time. Order numbers stay: they say nothing about a person. */
  mask(text: string): string;
  /** Only for the one whose data it is, or an agent. Placeholders that were never given out stay as they are. */
  unmask(text: string): string;
};

/**
 * @param known what is known to be personal, such as a customer's name and the addresses on their orders: taken out
 * wherever it stands, word for word
 */
export function createVault(known: readonly { kind: PersonalKind; value: string }[] = []): Vault {
  const byValue = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const counts = new Map<string, number>();

  function hide(kind: PersonalKind | 'TEXT', value: string): string {
    const before = byValue.get(value);
    if (before) return before;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = `[${kind}_${count}]`;
    byValue.set(value, made);
    byPlaceholder.set(made, value);
    return made;
  }

  const literal = known
    .filter((one) => [...one.value.trim()].length >= 2)
    .map((one) => ({ ...one, value: one.value.trim() }))
    .sort((one, other) => other.value.length - one.value.length);

  return {
    mask(text) {
      // Kept apart while working, so that nothing found later reaches into what was already taken out.
      let parts: (string | { hidden: string })[] = [text];
      const takeOut = (
        find: (text: string) => { at: number; value: string; kind: PersonalKind | 'TEXT' }[],
      ) => {
        parts = parts.flatMap((part) => {
          if (typeof part !== 'string') return [part];
          const out: typeof parts = [];
          let end = 0;
          for (const { at, value, kind } of find(part)) {
            if (at < end) continue;
            out.push(part.slice(end, at), { hidden: hide(kind, value) });
            end = at + value.length;
          }
          return [...out, part.slice(end)];
        });
      };
      // Somebody who types a placeholder gets their own words back, not what it stands for.
      takeOut((part) =>
        [...part.matchAll(placeholder)].map((found) => ({ at: found.index, value: found[0], kind: 'TEXT' })),
      );
      for (const { kind, value } of literal) {
        takeOut((part) => {
          const found = [];
          for (let at = part.indexOf(value); at >= 0; at = part.indexOf(value, at + value.length))
            found.push({ at, value, kind });
          return found;
        });
      }
      takeOut(personalData);
      return parts.map((part) => (typeof part === 'string' ? part : part.hidden)).join('');
    },
    unmask: (text) => text.replace(placeholder, (whole) => byPlaceholder.get(whole) ?? whole),
  };
}

/** Whether a text still holds a placeholder. */
export function hasPlaceholder(text: string): boolean {
  return text.search(placeholder) >= 0;
}
