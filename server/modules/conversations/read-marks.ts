import type { Database } from '../../database/client.ts';
import { createRecentMap } from '../../platform/recent-map.ts';

export type ReadMarks = { customer: number; agent: number };
export type Reader = keyof ReadMarks;

/** How far each side has read. Not part of the timeline: only the furthest number matters, and it only grows. */
export function createReadMarks(database: Database) {
  const known = createRecentMap<string, ReadMarks>(20_000);

  async function of(conversationId: string): Promise<ReadMarks> {
    const cached = known.get(conversationId);
    if (cached) return cached;
    const marks: ReadMarks = { customer: 0, agent: 0 };
    const rows = await database.query<{ party: Reader; seq: number }>(
      'SELECT party, seq FROM read_marks WHERE conversation_id = $1',
      [conversationId],
    );
    for (const row of rows) marks[row.party] = row.seq;
    known.set(conversationId, marks);
    return marks;
  }

  return {
    of,
    /** @returns the new mark, or null when it was there already */
    async advance(conversationId: string, reader: Reader, seq: number): Promise<number | null> {
      const marks = await of(conversationId);
      if (seq <= marks[reader]) return null;
      await database.query(
        `INSERT INTO read_marks (conversation_id, party, seq) VALUES ($1, $2, $3)
         ON CONFLICT (conversation_id, party) DO UPDATE SET seq = greatest(read_marks.seq, excluded.seq)`,
        [conversationId, reader, seq],
      );
      known.set(conversationId, { ...marks, [reader]: seq });
      return seq;
    },
  };
}
