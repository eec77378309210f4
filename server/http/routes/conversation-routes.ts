import { type CardRef, type Conversation, type Language, deskRoutes as r } from '../../../contract/index.ts';
import type { Accounts } from '../../modules/accounts/index.ts';
import type { Answering } from '../../modules/answering/index.ts';
import type { Commerce } from '../../modules/commerce/index.ts';
import * as change from '../../modules/conversations/index.ts';
import type { Files } from '../../modules/files/index.ts';
import type { Handoff } from '../../modules/handoff/index.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Limits } from '../limits.ts';
import { agentActor, type Serve } from '../serve-route.ts';

export type Talking = {
  conversations: change.Conversations;
  accounts: Accounts;
  answering: Answering;
  handoff: Handoff;
  files: Files;
  commerce: Commerce;
  limits: Limits;
  newId: (prefix: string) => string;
  detectLanguage: (text: string, fallback: Language) => Language;
  /** Hears of reading, which is not in the timeline. */
  onRead: (conversationId: string, by: 'customer' | 'agent', seq: number) => void;
};

export type Sending = { clientMessageId: string; text: string; attachmentIds: string[]; cards: CardRef[] };

/** The one way in for messages, from HTTP and from sockets alike. */
export async function send(needs: Talking, actor: change.Actor, conversationId: string, sending: Sending) {
  if (actor.kind === 'customer') await needs.limits.spend('message', actor.id);
  const attachments = await needs.files.attach(`${actor.kind}:${actor.id}`, sending.attachmentIds);
  const before = await needs.conversations.record.find(conversationId);
  const language = needs.detectLanguage(sending.text, before?.language ?? 'zh');
  const cards =
    before && sending.cards.length > 0
      ? await needs.commerce.cards(
          sending.cards,
          actor.kind === 'customer' ? actor.id : before.customerId,
          before.language,
        )
      : [];
  return change.sendMessage(needs.conversations.record, needs.newId, actor, conversationId, {
    clientMessageId: sending.clientMessageId,
    text: sending.text,
    attachments,
    cards,
    language,
  });
}

export function serveConversations(serve: Serve, needs: Talking) {
  const { conversations, accounts } = needs;
  const { record } = conversations;
  const changed = async (writing: Promise<{ conversation: Conversation }>) => ({
    conversation: (await writing).conversation,
  });

  serve(r.sendMessage, ({ actor, params, body }) => send(needs, actor, params.conversationId, body));
  serve(r.markRead, async ({ actor, params, body }) => {
    const seq = await conversations.markRead(actor, params.conversationId, body.seq);
    if (seq !== null) needs.onRead(params.conversationId, actor.kind, seq);
    return {};
  });
  serve(r.uploadFile, async ({ actor, query, bytes }) => {
    if (actor.kind === 'customer') await needs.limits.spend('upload', actor.id);
    return needs.files.store(`${actor.kind}:${actor.id}`, query.name, await bytes());
  });
  serve(r.listConversations, async ({ agent, query }) => {
    const [rows, counts] = await Promise.all([
      conversations.listInbox(agent.id, query),
      conversations.countInbox(agent.id),
    ]);
    return { rows, counts };
  });
  serve(r.getConversation, ({ params, query }) => conversations.staffSnapshot(params.conversationId, query));
  serve(r.addNote, async ({ agent, params, body }) => {
    const written = await change.addNote(record, agentActor(agent), params.conversationId, body.text);
    return { entry: written.entries[0] as never, repeated: false };
  });
  serve(r.accept, ({ agent, params }) =>
    changed(change.accept(record, agentActor(agent), params.conversationId)),
  );
  serve(r.decline, ({ agent, params }) =>
    changed(change.decline(record, agentActor(agent), params.conversationId)),
  );
  serve(r.takeOver, ({ agent, params }) =>
    changed(change.takeOver(record, agentActor(agent), params.conversationId)),
  );
  serve(r.handBack, ({ agent, params, body }) =>
    changed(change.handBack(record, agentActor(agent), params.conversationId, body.note)),
  );
  serve(r.transfer, async ({ agent, params, body }) => {
    const target = await transferTarget(accounts, body);
    return changed(change.transfer(record, agentActor(agent), params.conversationId, target, body.note));
  });
  serve(r.snooze, async ({ agent, params, body }) => {
    if (body.until <= Date.now())
      throw new Problem('invalid_input', 'The time lies in the past.', { field: 'until' });
    return changed(change.snooze(record, agentActor(agent), params.conversationId, body.until));
  });
  serve(r.setWaiting, ({ agent, params }) =>
    changed(change.setWaiting(record, agentActor(agent), params.conversationId)),
  );
  serve(r.wake, ({ agent, params }) =>
    changed(change.wake(record, agentActor(agent), params.conversationId)),
  );
  serve(r.startWrapUp, ({ agent, params }) =>
    changed(change.startWrapUp(record, agentActor(agent), params.conversationId)),
  );
  serve(r.resolve, ({ agent, params, body }) =>
    changed(change.resolve(record, agentActor(agent), params.conversationId, body.wrapUp)),
  );
  serve(r.reopen, ({ agent, params }) =>
    changed(change.reopen(record, agentActor(agent), params.conversationId)),
  );
  serve(r.replayTurn, async ({ params }) => {
    const seq = Number(params.seq);
    if (!Number.isInteger(seq) || seq < 1 || seq > 2_147_483_647) throw notFound('turn');
    return needs.answering.replay(params.conversationId, seq);
  });
  serve(r.suggestAnswers, async ({ params }) => ({
    suggestions: await needs.answering.suggest(params.conversationId),
  }));
}

async function transferTarget(
  accounts: Accounts,
  wanted: { groupId?: string | undefined; agentId?: string | undefined },
): Promise<change.TransferTarget> {
  if (wanted.agentId) {
    const agents = await accounts.agents();
    const agent = agents.find((one) => one.id === wanted.agentId && !one.disabled && one.role !== 'editor');
    if (!agent) throw new Problem('invalid_input', 'There is no such agent.', { field: 'agentId' });
    if (agent.presence.status === 'offline') {
      throw new Problem('invalid_input', `${agent.name} is offline; transfer to a group instead.`, {
        field: 'agentId',
      });
    }
    return {
      groupId: wanted.groupId ?? agent.groupIds[0] ?? (await firstGroup(accounts)),
      agent: agentActor(agent),
    };
  }
  const groups = await accounts.groups();
  if (!wanted.groupId || !groups.some((group) => group.id === wanted.groupId)) {
    throw new Problem('invalid_input', 'Name a skill group or an agent.', { field: 'groupId' });
  }
  return { groupId: wanted.groupId, agent: null };
}

async function firstGroup(accounts: Accounts): Promise<string> {
  const [group] = await accounts.groups();
  if (!group) throw new Problem('invalid_input', 'The desk has no skill group yet.', { field: 'groupId' });
  return group.id;
}
