import type { Language, Role } from '../../../contract/index.ts';
import { type Database, violatedUnique } from '../../database/client.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { replaceGroups, selectAgent } from './agent-store.ts';
import { hashPassword } from './sign-in.ts';

export type AgentFields = {
  name: string;
  email: string;
  role: Role;
  languages: Language[];
  groupIds: string[];
  capacity: number;
};

/** Only owners make, change or unmake owners and supervisors. `by` null: the command line. */
function mustBeAllowed(by: { role: Role } | null, roles: Role[]): void {
  const high = roles.some((role) => role === 'owner' || role === 'supervisor');
  if (by && by.role !== 'owner' && high) {
    throw new Problem('not_allowed', 'Only an owner may give or change the roles owner and supervisor.', {
      field: 'role',
    });
  }
}

export async function createAgent(
  database: Database,
  newId: (prefix: string) => string,
  by: { role: Role } | null,
  fields: AgentFields & { password: string },
): Promise<string> {
  mustBeAllowed(by, [fields.role]);
  const agentId = newId('agt');
  const passwordHash = await hashPassword(fields.password);
  await naming(() =>
    database.transaction(async (tx) => {
      await tx.query(
        'INSERT INTO agents (id, name, email, password_hash, role, languages, capacity) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [
          agentId,
          fields.name.trim(),
          fields.email.trim(),
          passwordHash,
          fields.role,
          fields.languages,
          fields.capacity,
        ],
      );
      await replaceGroups(tx, agentId, fields.groupIds);
    }),
  );
  return agentId;
}

/** A password given here, or disabling, ends the agent's sessions. The last owner stays owner. */
export async function updateAgent(
  database: Database,
  by: { role: Role },
  agentId: string,
  fields: AgentFields & { disabled: boolean; password?: string | undefined },
): Promise<void> {
  const before = await selectAgent(database, agentId);
  if (!before) throw notFound('agent');
  mustBeAllowed(by, [before.role, fields.role]);
  const passwordHash = fields.password ? await hashPassword(fields.password) : null;
  await naming(() =>
    database.transaction(async (tx) => {
      await tx.query(
        `UPDATE agents SET name = $2, email = $3, role = $4, languages = $5, capacity = $6, disabled = $7,
           password_hash = coalesce($8, password_hash),
           presence_status = CASE WHEN $7 THEN 'offline' ELSE presence_status END WHERE id = $1`,
        [
          agentId,
          fields.name.trim(),
          fields.email.trim(),
          fields.role,
          fields.languages,
          fields.capacity,
          fields.disabled,
          passwordHash,
        ],
      );
      await replaceGroups(tx, agentId, fields.groupIds);
      if (passwordHash || fields.disabled)
        await tx.query('DELETE FROM sessions WHERE agent_id = $1', [agentId]);
      const [owners] = await tx.query<{ left: number }>(
        `SELECT count(*)::integer AS left FROM agents WHERE role = 'owner' AND NOT disabled`,
      );
      if (owners?.left === 0)
        throw new Problem('not_allowed', 'The desk needs at least one owner.', { field: 'role' });
    }),
  );
}

async function naming<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (violatedUnique(error) === 'agents_email') {
      throw new Problem('already_exists', 'Somebody with this e-mail works here already.', {
        field: 'email',
      });
    }
    if ((error as { code?: string }).code === '23503') {
      throw new Problem('invalid_input', 'There is no such skill group.', { field: 'groupIds' });
    }
    throw error;
  }
}
