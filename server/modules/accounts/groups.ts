import type { Both, Language, OpeningHours } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';

export type GroupFields = {
  name: Both;
  languages: Language[];
  hours: OpeningHours;
  acceptSeconds: number;
  overflowGroupId: string | null;
  overflowAfterSeconds: number;
};
export type SkillGroup = GroupFields & { id: string };

type Row = {
  id: string;
  name: Both;
  languages: Language[];
  hours: OpeningHours;
  accept_seconds: number;
  overflow_group_id: string | null;
  overflow_after_seconds: number;
};

export async function listGroups(database: Database): Promise<SkillGroup[]> {
  const rows = await database.query<Row>('SELECT * FROM groups ORDER BY id');
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    languages: row.languages,
    hours: row.hours,
    acceptSeconds: row.accept_seconds,
    overflowGroupId: row.overflow_group_id,
    overflowAfterSeconds: row.overflow_after_seconds,
  }));
}

/** Writes a skill group whole; `existing` says whether it must exist already. */
export async function saveGroup(
  database: Database,
  groupId: string,
  fields: GroupFields,
  existing: boolean,
): Promise<void> {
  if (fields.overflowGroupId === groupId) {
    throw new Problem('invalid_input', 'A group cannot overflow into itself.', { field: 'overflowGroupId' });
  }
  for (const [day, intervals] of [
    ...Object.entries(fields.hours.weekly),
    ...fields.hours.holidays.map((h) => [h.date, h.hours] as const),
  ]) {
    if (intervals.some((interval) => interval.opens === interval.closes)) {
      throw new Problem('invalid_input', 'An interval must not close when it opens.', {
        field: `hours.${day}`,
      });
    }
  }
  const values = [
    groupId,
    JSON.stringify(fields.name),
    fields.languages,
    JSON.stringify(fields.hours),
    fields.acceptSeconds,
    fields.overflowGroupId,
    fields.overflowAfterSeconds,
  ];
  try {
    const rows = existing
      ? await database.query(
          `UPDATE groups SET name = $2, languages = $3, hours = $4, accept_seconds = $5, overflow_group_id = $6,
             overflow_after_seconds = $7 WHERE id = $1 RETURNING id`,
          values,
        )
      : await database.query(
          `INSERT INTO groups (id, name, languages, hours, accept_seconds, overflow_group_id, overflow_after_seconds)
           VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
          values,
        );
    if (rows.length === 0) throw notFound('skill group');
  } catch (error) {
    if ((error as { code?: string }).code === '23503') {
      throw new Problem('invalid_input', 'There is no such group to overflow into.', {
        field: 'overflowGroupId',
      });
    }
    throw error;
  }
}
