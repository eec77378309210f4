import type { ToClient } from '../../contract/index.ts';

/** One live client. `deliver` drops the connection rather than let an unread backlog grow. */
export type Subscriber = {
  side: 'agent' | 'customer';
  ownerId: string;
  deliver(message: string): void;
};

type Watch = { held: { seq: number; message: string }[] | null };

/** Who watches which conversation, and everybody who is connected. */
export function createSubscriptions() {
  const watchers = new Map<string, Map<Subscriber, Watch>>();
  const agents = new Set<Subscriber>();

  return {
    agents,
    /**
     * Starts watching, holding entries back until `release`, so that nothing falls between the snapshot and the
     * first live entry.
     */
    watch(conversationId: string, subscriber: Subscriber): { release: (lastSeq: number) => void } {
      const all = watchers.get(conversationId) ?? new Map<Subscriber, Watch>();
      watchers.set(conversationId, all);
      const watch: Watch = { held: [] };
      all.set(subscriber, watch);
      return {
        release(lastSeq) {
          for (const one of watch.held ?? []) if (one.seq > lastSeq) subscriber.deliver(one.message);
          watch.held = null;
        },
      };
    },
    unwatch(conversationId: string, subscriber: Subscriber): void {
      const all = watchers.get(conversationId);
      all?.delete(subscriber);
      if (all?.size === 0) watchers.delete(conversationId);
    },
    leave(subscriber: Subscriber): void {
      agents.delete(subscriber);
      for (const conversationId of [...watchers.keys()]) this.unwatch(conversationId, subscriber);
    },
    has(conversationId: string, side: Subscriber['side']): boolean {
      for (const subscriber of watchers.get(conversationId)?.keys() ?? [])
        if (subscriber.side === side) return true;
      return false;
    },
    /** Sends an entry (with its `seq`) to one side of a conversation; the text is made once for all. */
    sendEntry(conversationId: string, side: Subscriber['side'], seq: number, make: () => ToClient): void {
      let message: string | null = null;
      for (const [subscriber, watch] of watchers.get(conversationId) ?? []) {
        if (subscriber.side !== side) continue;
        message ??= JSON.stringify(make());
        if (watch.held) watch.held.push({ seq, message });
        else subscriber.deliver(message);
      }
    },
    /** Sends something without a number: typing, reading, a place in the queue. */
    send(conversationId: string, side: Subscriber['side'], message: ToClient, except?: Subscriber): void {
      const text = JSON.stringify(message);
      for (const subscriber of watchers.get(conversationId)?.keys() ?? []) {
        if (subscriber.side === side && subscriber !== except) subscriber.deliver(text);
      }
    },
    sendToAgents(message: ToClient, only?: string): void {
      const text = JSON.stringify(message);
      for (const subscriber of agents) if (!only || subscriber.ownerId === only) subscriber.deliver(text);
    },
  };
}

export type Subscriptions = ReturnType<typeof createSubscriptions>;
