/**
 * Accounts: who works here, and how the desk is set up.
 *
 * Words: agent (anybody who works here), role (owner, supervisor, agent, editor), skill group, presence (online, away,
 * offline), capacity (how many conversations at once), session, settings.
 * Invariants: passwords are stored as argon2id only, session secrets as hashes only; the desk always has an enabled
 * owner; only owners give the high roles; presence 'online' or 'away' is what the agent said, not a guess.
 * It must not know: conversations, queues, HTTP.
 */
import type { Agent, PresenceStatus } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';
import { hashSecret } from '../../platform/ids.ts';
import { notFound } from '../../platform/problem.ts';
import { type AgentRow, selectAgent, selectAgentOfSession, selectAgents, toAgent } from './agent-store.ts';
import { type GroupFields, listGroups, type SkillGroup, saveGroup } from './groups.ts';
import { type AgentFields, createAgent, updateAgent } from './manage-agents.ts';
import { createSettings } from './settings.ts';
import { changePassword, signIn, signOut } from './sign-in.ts';

export type { AgentRow } from './agent-store.ts';
export type { GroupFields, SkillGroup } from './groups.ts';
export type { AgentFields } from './manage-agents.ts';

export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts(needs: {
  database: Database;
  newId: (prefix: string) => string;
  /** How many open conversations each agent holds. */
  loads: () => Promise<Map<string, number>>;
}) {
  const { database } = needs;
  const settings = createSettings(database);
  const listeners: ((agent: Agent) => void)[] = [];

  async function agent(agentId: string): Promise<Agent> {
    const row = await selectAgent(database, agentId);
    if (!row) throw notFound('agent');
    return toAgent(row, (await needs.loads()).get(agentId) ?? 0);
  }

  async function announce(agentId: string): Promise<Agent> {
    const changed = await agent(agentId);
    for (const listener of listeners) listener(changed);
    return changed;
  }

  return {
    settings,
    agent,
    announce,
    /** Hears of every change of an agent: presence, capacity, groups. */
    onAgentChanged(listener: (agent: Agent) => void) {
      listeners.push(listener);
    },
    async agents(): Promise<Agent[]> {
      const [rows, loads] = await Promise.all([selectAgents(database), needs.loads()]);
      return rows.map((row) => toAgent(row, loads.get(row.id) ?? 0));
    },
    groups: (): Promise<SkillGroup[]> => listGroups(database),
    async createGroup(fields: GroupFields): Promise<string> {
      const groupId = needs.newId('grp');
      await saveGroup(database, groupId, fields, false);
      return groupId;
    },
    updateGroup: (groupId: string, fields: GroupFields) => saveGroup(database, groupId, fields, true),
    signIn: (email: string, password: string) => signIn(database, email, password),
    signOut: (secret: string) => signOut(database, secret),
    changePassword: (agentId: string, passwords: { current: string; next: string }, keepSecret: string) =>
      changePassword(database, agentId, passwords, keepSecret),
    /** Whose session this secret opens, or null. */
    agentOfSession: (secret: string): Promise<AgentRow | null> =>
      selectAgentOfSession(database, hashSecret(secret)),
    async createAgent(by: Agent | null, fields: AgentFields & { password: string }): Promise<Agent> {
      return announce(await createAgent(database, needs.newId, by, fields));
    },
    async updateAgent(by: Agent, agentId: string, fields: Parameters<typeof updateAgent>[3]): Promise<Agent> {
      await updateAgent(database, by, agentId, fields);
      return announce(agentId);
    },
    async setPresence(agentId: string, status: PresenceStatus, reason: string): Promise<Agent> {
      await database.query(
        `UPDATE agents SET presence_status = $2, presence_reason = $3,
           presence_since = CASE WHEN presence_status = $2 THEN presence_since ELSE now() END WHERE id = $1`,
        [agentId, status, reason],
      );
      return announce(agentId);
    },
    async setPreferences(agentId: string, autoAccept: boolean): Promise<Agent> {
      await database.query('UPDATE agents SET auto_accept = $2 WHERE id = $1', [agentId, autoAccept]);
      return announce(agentId);
    },
    /** Whether anybody works here yet. */
    async isEmpty(): Promise<boolean> {
      const [row] = await database.query<{ some: boolean }>('SELECT EXISTS (SELECT 1 FROM agents) AS some');
      return !row?.some;
    },
  };
}
