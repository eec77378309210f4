/**
 * Macros: ready replies, inserted by their shortcut, in both languages.
 * Invariant: a shortcut belongs to one macro. It must not know: who inserts them where.
 */
import type { Macro } from '../../../contract/index.ts';
import { type Database, violatedUnique } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';

export function createMacros(needs: { database: Database; newId: (prefix: string) => string }) {
  const { database } = needs;

  async function save(sql: string, macro: Macro): Promise<Macro> {
    const values = [macro.id, macro.shortcut, JSON.stringify(macro.title), JSON.stringify(macro.body)];
    try {
      const [row] = await database.query<Macro>(`${sql} RETURNING *`, values);
      if (!row) throw notFound('macro');
      return row;
    } catch (error) {
      if (violatedUnique(error) === 'macros_shortcut') {
        throw new Problem('already_exists', 'Another macro has this shortcut.', { field: 'shortcut' });
      }
      throw error;
    }
  }

  return {
    list: () => database.query<Macro>('SELECT * FROM macros ORDER BY shortcut'),
    create: (fields: Omit<Macro, 'id'>) =>
      save('INSERT INTO macros (id, shortcut, title, body) VALUES ($1, $2, $3, $4)', {
        ...fields,
        id: needs.newId('mac'),
      }),
    update: (id: string, fields: Omit<Macro, 'id'>) =>
      save('UPDATE macros SET shortcut = $2, title = $3, body = $4 WHERE id = $1', { ...fields, id }),
    async remove(id: string): Promise<void> {
      const rows = await database.query('DELETE FROM macros WHERE id = $1 RETURNING id', [id]);
      if (rows.length === 0) throw notFound('macro');
    },
  };
}
export type Macros = ReturnType<typeof createMacros>;
