import type { WebSocket } from 'ws';
import { type FromClient, fromClient, type ProblemBody, type ToClient } from '../../contract/index.ts';
import { send, type Talking } from '../http/routes/conversation-routes.ts';
import { agentActor, answerProblem, check, customerActor } from '../http/serve-route.ts';
import type { AgentRow } from '../modules/accounts/index.ts';
import type { Actor } from '../modules/conversations/index.ts';
import type { Customer, Customers } from '../modules/customers/index.ts';
import type { Routing } from '../modules/routing/index.ts';
import type { Log } from '../platform/log.ts';
import { Problem } from '../platform/problem.ts';
import type { Subscriber, Subscriptions } from './subscriptions.ts';

// A reader this far behind is cut off; it comes back with `since` and misses nothing.
const mostBufferedBytes = 4 * 1024 * 1024;
const helloWithinMs = 10_000;

export type ConnectionNeeds = Talking & {
  customers: Customers;
  routing: Routing;
  subscriptions: Subscriptions;
  log: Log;
  onAgent: (agentId: string) => Promise<void>;
  onAgentGone: (agentId: string) => void;
};

/** One socket from hello to close. `agent` is who the upgrade's cookie belongs to, if anyone. */
export function serveConnection(
  socket: WebSocket,
  agent: AgentRow | null,
  address: string,
  needs: ConnectionNeeds,
): void {
  let actor: Actor | null = null;
  let subscriber: Subscriber | null = null;
  let queue = Promise.resolve();
  const hello = setTimeout(() => socket.close(4401, 'no hello'), helloWithinMs);

  const tell = (message: ToClient) => deliver(JSON.stringify(message));
  function deliver(text: string): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBufferedBytes) socket.terminate();
    else socket.send(text);
  }

  socket.on('message', (data, isBinary) => {
    // In the order they came: a `read` must not overtake its `watch`. Sends overlap, so that they share a batch.
    const arrived = parse(data, isBinary);
    if (arrived && 'type' in arrived && arrived.type === 'send') {
      queue = queue.then(() => void receive(arrived));
      return;
    }
    queue = queue.then(() => receive(arrived));
  });
  socket.on('close', () => {
    clearTimeout(hello);
    if (subscriber) needs.subscriptions.leave(subscriber);
    if (actor?.kind === 'agent') needs.onAgentGone(actor.id);
  });
  socket.on('error', () => socket.terminate());

  function parse(data: unknown, isBinary: boolean): FromClient | null {
    if (isBinary) return null;
    try {
      return JSON.parse(String(data)) as FromClient;
    } catch {
      return null;
    }
  }

  async function receive(raw: FromClient | null): Promise<void> {
    const requestId =
      raw && 'requestId' in raw && typeof raw.requestId === 'string' ? raw.requestId.slice(0, 64) : null;
    try {
      await needs.limits.spend('frame', address);
      await act(check(fromClient, raw, 'message'));
    } catch (error) {
      const { body } = answerProblem(error, needs.log);
      tell({ type: 'refused', requestId, problem: body as ProblemBody });
    }
  }

  async function act(message: FromClient): Promise<void> {
    if (message.type === 'ping') return tell({ type: 'pong' });
    if (message.type === 'hello') return greet(message.token);
    if (!actor || !subscriber) throw new Problem('not_signed_in', 'Say hello first.');
    switch (message.type) {
      case 'watch':
        return watch(actor, subscriber, message.conversationId, message.since);
      case 'unwatch':
        return needs.subscriptions.unwatch(message.conversationId, subscriber);
      case 'send': {
        const { entry, repeated } = await send(needs, actor, message.conversationId, message);
        return tell({ type: 'sent', requestId: message.requestId, entry, repeated });
      }
      case 'typing': {
        await mayTalk(actor, message.conversationId);
        const { conversationId, on } = message;
        const other = actor.kind === 'agent' ? 'customer' : 'agent';
        return needs.subscriptions.send(conversationId, other, {
          type: 'typing',
          conversationId,
          from: actor.kind,
          on,
        });
      }
      case 'read': {
        const seq = await needs.conversations.markRead(actor, message.conversationId, message.seq);
        if (seq !== null) needs.onRead(message.conversationId, actor.kind, seq);
        return;
      }
    }
  }

  async function greet(token: string | undefined): Promise<void> {
    if (actor) return;
    const customer: Customer | null = token ? await needs.customers.byToken(token) : null;
    if (customer) actor = customerActor(customer);
    else if (agent && agent.role !== 'editor' && !token) actor = agentActor(agent);
    else throw new Problem('not_signed_in', 'Neither a session nor a known token.');
    clearTimeout(hello);
    subscriber = { side: actor.kind, ownerId: actor.id, deliver };
    if (actor.kind === 'agent') {
      needs.subscriptions.agents.add(subscriber);
      await needs.onAgent(actor.id);
    }
    tell({ type: 'welcome', as: actor.kind, at: Date.now() });
  }

  async function watch(who: Actor, as: Subscriber, conversationId: string, since = 0): Promise<void> {
    if (who.kind === 'customer') await needs.conversations.own(who, conversationId);
    const { release } = needs.subscriptions.watch(conversationId, as);
    try {
      if (who.kind === 'customer') {
        const snapshot = await needs.conversations.publicSnapshot(conversationId, since);
        tell({ type: 'snapshot', ...snapshot, queuePlace: needs.routing.placeOf(conversationId) });
        release(snapshot.entries.at(-1)?.seq ?? since);
      } else {
        const page = since > 0 ? { since, limit: 200 } : { limit: 200 };
        const snapshot = await needs.conversations.staffSnapshot(conversationId, page);
        tell({ type: 'staff_snapshot', ...snapshot });
        release(snapshot.conversation.lastSeq);
      }
    } catch (error) {
      needs.subscriptions.unwatch(conversationId, as);
      throw error;
    }
  }

  /** Typing reaches the other side only from their own conversation's customer or the agent who holds it. */
  async function mayTalk(who: Actor, conversationId: string): Promise<void> {
    const state = await needs.conversations.record.find(conversationId);
    const may = who.kind === 'customer' ? state?.customerId === who.id : state?.agentId === who.id;
    if (!may) throw new Problem('not_your_turn_to_speak', 'You are not talking in this conversation.');
  }
}
