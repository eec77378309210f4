import type { Agent, Language, PresenceStatus, Role } from '../../../contract/index.ts';
import type { Queryable } from '../../database/client.ts';

export type AgentRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  languages: Language[];
  capacity: number;
  auto_accept: boolean;
  disabled: boolean;
  presence_status: PresenceStatus;
  presence_reason: string;
  presence_since: number;
  group_ids: string[];
};

const select = `SELECT a.id, a.name, a.email, a.role, a.languages, a.capacity, a.auto_accept, a.disabled,
  a.presence_status, a.presence_reason, a.presence_since,
  ARRAY(SELECT group_id FROM agent_groups g WHERE g.agent_id = a.id ORDER BY group_id) AS group_ids
  FROM agents a`;

export function selectAgents(database: Queryable): Promise<AgentRow[]> {
  return database.query<AgentRow>(`${select} ORDER BY a.created_at, a.id`);
}

export async function selectAgent(database: Queryable, agentId: string): Promise<AgentRow | null> {
  const [row] = await database.query<AgentRow>(`${select} WHERE a.id = $1`, [agentId]);
  return row ?? null;
}

export async function selectAgentOfSession(
  database: Queryable,
  secretHash: string,
): Promise<AgentRow | null> {
  const [row] = await database.query<AgentRow>(
    `${select} JOIN sessions s ON s.agent_id = a.id WHERE s.secret_hash = $1 AND s.expires_at > now() AND NOT a.disabled`,
    [secretHash],
  );
  return row ?? null;
}

export async function replaceGroups(database: Queryable, agentId: string, groupIds: string[]): Promise<void> {
  await database.query('DELETE FROM agent_groups WHERE agent_id = $1', [agentId]);
  await database.query('INSERT INTO agent_groups (agent_id, group_id) SELECT $1, unnest($2::text[])', [
    agentId,
    [...new Set(groupIds)],
  ]);
}

export function toAgent(row: AgentRow, load: number): Agent {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    languages: row.languages,
    groupIds: row.group_ids,
    capacity: row.capacity,
    autoAccept: row.auto_accept,
    disabled: row.disabled,
    presence: { status: row.presence_status, reason: row.presence_reason, since: row.presence_since },
    load,
  };
}
