import type { Accounts } from '../modules/accounts/index.ts';

// Long enough for a reload or a change of network, short enough that nobody is offered a chat they cannot see.
const graceMs = 45_000;
const reason = 'disconnected';

/** Takes agents offline whose console has been gone for a while, and back online when it returns. */
export function createAgentConnections(accounts: Accounts) {
  const open = new Map<string, number>();
  const leaving = new Map<string, NodeJS.Timeout>();

  function leaveLater(agentId: string): void {
    clearTimeout(leaving.get(agentId));
    const timer = setTimeout(async () => {
      leaving.delete(agentId);
      const agent = await accounts.agent(agentId).catch(() => null);
      if (agent && agent.presence.status !== 'offline')
        await accounts.setPresence(agentId, 'offline', reason).catch(() => {});
    }, graceMs);
    timer.unref();
    leaving.set(agentId, timer);
  }

  return {
    /** After a start nobody is connected yet: whoever was online gets the usual time to come back. */
    async start(): Promise<void> {
      for (const agent of await accounts.agents())
        if (agent.presence.status !== 'offline') leaveLater(agent.id);
    },
    async connected(agentId: string): Promise<void> {
      open.set(agentId, (open.get(agentId) ?? 0) + 1);
      clearTimeout(leaving.get(agentId));
      leaving.delete(agentId);
      const agent = await accounts.agent(agentId);
      if (agent.presence.status === 'offline' && agent.presence.reason === reason) {
        await accounts.setPresence(agentId, 'online', '');
      }
    },
    closed(agentId: string): void {
      const left = (open.get(agentId) ?? 1) - 1;
      if (left > 0) {
        open.set(agentId, left);
        return;
      }
      open.delete(agentId);
      leaveLater(agentId);
    },
    stop(): void {
      for (const timer of leaving.values()) clearTimeout(timer);
    },
  };
}
