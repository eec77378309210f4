import type { Attachment } from '../contract/index.ts';

export type Unsent = {
  clientMessageId: string;
  text: string;
  attachments: Attachment[];
  at: number;
  /** The customer who wrote it; null before the session said who that is. */
  owner: string | null;
  /** Why it was refused; null while it is still being tried. */
  refused: string | null;
};

export type Storage = { get: (key: string) => string | null; set: (key: string, value: string) => void };

const key = 'tandem.outbox';

/**
 * Messages that have not been acknowledged, kept over reloads. Each has its id from the start, so that sending it
 * again, from whichever tab, stores it once.
 */
export function createOutbox(storage: Storage, newId: () => string, now: () => number) {
  const read = (): Unsent[] => {
    try {
      return JSON.parse(storage.get(key) ?? '[]') as Unsent[];
    } catch {
      return [];
    }
  };
  const write = (all: Unsent[]) => storage.set(key, JSON.stringify(all));
  return {
    all: read,
    add(text: string, attachments: Attachment[], owner: string | null): Unsent {
      const unsent = { clientMessageId: newId(), text, attachments, at: now(), owner, refused: null };
      write([...read(), unsent]);
      return unsent;
    },
    /** It is stored: forget it. */
    done(clientMessageId: string): boolean {
      const all = read();
      const rest = all.filter((one) => one.clientMessageId !== clientMessageId);
      if (rest.length < all.length) write(rest);
      return rest.length < all.length;
    },
    refuse(clientMessageId: string, because: string | null): void {
      write(
        read().map((one) => (one.clientMessageId === clientMessageId ? { ...one, refused: because } : one)),
      );
    },
  };
}
