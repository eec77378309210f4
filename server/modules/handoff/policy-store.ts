import { defaultPolicy } from '../../../brain/handoff/default-policy.ts';
import type { Policy } from '../../../brain/handoff/policy.ts';
import { type HandOffPolicy, handOffPolicy, type PolicyVersion } from '../../../contract/index.ts';
import type { Database, Queryable } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';

const columns = `version, policy, note, based_on AS "basedOn", revision, saved_at AS "savedAt", saved_by AS "savedBy",
  published_at AS "publishedAt", published_by AS "publishedBy"`;
type Row = Omit<PolicyVersion, 'status' | 'inForce'>;

/**
 * The stored versions of the hand-off policy. Version 1 is the product's own and is there from the beginning. The one in
 * force is kept in memory: this process is the only writer.
 */
export function createPolicyStore(database: Database) {
  let known: { version: number; policy: Policy } | null = null;

  async function rows(tx: Queryable): Promise<Row[]> {
    const found = await tx.query<Row>(`SELECT ${columns} FROM handoff_policies ORDER BY version DESC`);
    return found.map((row) => ({ ...row, policy: whole(row.policy) }));
  }

  function shown(all: Row[]): PolicyVersion[] {
    const inForce = all
      .filter((row) => row.publishedAt !== null)
      .reduce<Row | null>((last, row) => (last && later(last, row) ? last : row), null);
    return all.map((row) => ({
      ...row,
      status: row.publishedAt === null ? 'draft' : 'published',
      inForce: row.version === inForce?.version,
    }));
  }

  async function list(tx: Queryable = database): Promise<PolicyVersion[]> {
    const found = await rows(tx);
    if (found.length > 0) return shown(found);
    await tx.query(
      `INSERT INTO handoff_policies (version, policy, note, saved_by, published_at, published_by)
       VALUES (1, $1, '', 'Tandem', now(), 'Tandem') ON CONFLICT DO NOTHING`,
      [JSON.stringify(defaultPolicy)],
    );
    return shown(await rows(tx));
  }

  async function one(version: number, tx: Queryable = database): Promise<PolicyVersion> {
    const found = (await list(tx)).find((row) => row.version === version);
    if (!found) throw notFound('policy version');
    return found;
  }

  async function insert(
    tx: Queryable,
    fields: { policy: HandOffPolicy; note: string; basedOn: number | null; by: string; publish: boolean },
  ): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `INSERT INTO handoff_policies (version, policy, note, based_on, saved_by, published_at, published_by)
       SELECT coalesce(max(version), 0) + 1, $1::jsonb, $2, $3::integer, $4,
         CASE WHEN $5 THEN clock_timestamp() END, CASE WHEN $5 THEN $4 END
       FROM handoff_policies RETURNING version`,
      [JSON.stringify(fields.policy), fields.note, fields.basedOn, fields.by, fields.publish],
    );
    return (row as { version: number }).version;
  }

  return {
    list: () => list(),
    async inForce(): Promise<{ version: number; policy: Policy }> {
      if (known) return known;
      const found = (await list()).find((row) => row.inForce);
      known = found
        ? { version: found.version, policy: found.policy }
        : { version: 1, policy: defaultPolicy };
      return known;
    },
    async saveDraft(
      draft: { policy: HandOffPolicy; note: string; basedOn: number | null },
      by: string,
    ): Promise<PolicyVersion> {
      await list();
      return one(await insert(database, { ...draft, by, publish: false }));
    },
    /** @throws Problem `changed_meanwhile` when somebody saved it since; `invalid_input` when it is published */
    async updateDraft(
      version: number,
      next: { policy: HandOffPolicy; note: string; revision: number },
      by: string,
    ): Promise<PolicyVersion> {
      const before = await one(version);
      if (before.status === 'published')
        throw new Problem('invalid_input', 'A published version does not change; save a new draft.', {
          field: 'version',
        });
      const written = await database.query(
        `UPDATE handoff_policies SET policy = $2, note = $3, revision = revision + 1, saved_at = now(), saved_by = $4
         WHERE version = $1 AND revision = $5 AND published_at IS NULL RETURNING version`,
        [version, JSON.stringify(next.policy), next.note, by, next.revision],
      );
      if (written.length === 0)
        throw new Problem('changed_meanwhile', 'Somebody else has saved this draft; look at it again.');
      return one(version);
    },
    /**
     * Puts a version into force from the next turn on. A draft is published as it is; a version that was published
     * before is copied as a new one, so that the history only grows.
     * @throws Problem `changed_meanwhile` when another version came into force since `seen`
     */
    async publish(version: number, note: string, seen: number, by: string): Promise<PolicyVersion> {
      const published = await database.transaction(async (tx) => {
        await tx.query('LOCK TABLE handoff_policies IN SHARE ROW EXCLUSIVE MODE');
        const chosen = await one(version, tx);
        const current = (await list(tx)).find((row) => row.inForce)?.version;
        if (current !== seen)
          throw new Problem('changed_meanwhile', `Version ${current} is in force by now; look again.`);
        if (chosen.inForce)
          throw new Problem('invalid_input', 'This version is in force already.', { field: 'version' });
        if (chosen.status === 'published')
          return insert(tx, { policy: chosen.policy, note, basedOn: version, by, publish: true });
        await tx.query(
          `UPDATE handoff_policies SET note = $2, published_at = clock_timestamp(), published_by = $3 WHERE version = $1`,
          [version, note, by],
        );
        return version;
      });
      known = null;
      return one(published);
    },
  };
}

function later(a: Row, b: Row): boolean {
  const [first, second] = [a.publishedAt ?? 0, b.publishedAt ?? 0];
  return first > second || (first === second && a.version > b.version);
}

/** A version stored before a feature or switch was invented: the new ones do nothing in it. */
function whole(stored: unknown): HandOffPolicy {
  const old = stored as Partial<HandOffPolicy>;
  const zeros = Object.fromEntries(Object.keys(defaultPolicy.points).map((name) => [name, 0]));
  const off = Object.fromEntries(Object.keys(defaultPolicy.tighten).map((name) => [name, false]));
  return handOffPolicy.parse({
    ...defaultPolicy,
    ...old,
    points: { ...zeros, ...old.points },
    tighten: { ...off, ...old.tighten },
  });
}
