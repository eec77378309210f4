import type { Language } from '../language.ts';

export type Waiting = {
  conversationId: string;
  groupId: string;
  language: Language;
  priority: number;
  queuedAt: number;
  lastAgentId: string | null;
  declinedBy: string[];
};

export type FreeAgent = {
  id: string;
  groupIds: string[];
  languages: Language[];
  capacity: number;
  /** Conversations held plus offers out. */
  load: number;
  lastAssignedAt: number;
};

export type Assignment = { conversationId: string; agentId: string; because: 'last_agent' | 'least_loaded' };

/**
 * Who gets which waiting conversation now. Served by priority, then longest waiting. Only members of the group with room
 * who have not declined; those who speak the customer's language if any such member is here at all (free or not);
 * the customer's last agent first, then the least loaded by share of capacity, then the longest idle.
 */
export function chooseAgent(waiting: readonly Waiting[], agents: readonly FreeAgent[]): Assignment[] {
  const load = new Map(agents.map((agent) => [agent.id, agent.load]));
  const given = new Map<string, number>();
  const assignments: Assignment[] = [];
  const inOrder = [...waiting].sort((a, b) => b.priority - a.priority || a.queuedAt - b.queuedAt);
  for (const one of inOrder) {
    const members = agents.filter(
      (agent) => agent.groupIds.includes(one.groupId) && !one.declinedBy.includes(agent.id),
    );
    const speaking = members.filter((agent) => agent.languages.includes(one.language));
    const able = (speaking.length > 0 ? speaking : members).filter(
      (agent) => (load.get(agent.id) ?? 0) < agent.capacity,
    );
    const last = able.find((agent) => agent.id === one.lastAgentId);
    const share = (agent: FreeAgent) => (load.get(agent.id) ?? 0) / agent.capacity;
    const chosen =
      last ??
      [...able].sort(
        (a, b) =>
          share(a) - share(b) ||
          (given.get(a.id) ?? 0) - (given.get(b.id) ?? 0) ||
          a.lastAssignedAt - b.lastAssignedAt ||
          (a.id < b.id ? -1 : 1),
      )[0];
    if (!chosen) continue;
    load.set(chosen.id, (load.get(chosen.id) ?? 0) + 1);
    given.set(chosen.id, (given.get(chosen.id) ?? 0) + 1);
    assignments.push({
      conversationId: one.conversationId,
      agentId: chosen.id,
      because: last ? 'last_agent' : 'least_loaded',
    });
  }
  return assignments;
}
