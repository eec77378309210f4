import { type Conversation, entryForCustomer } from '../../contract/index.ts';
import type { Accounts } from '../modules/accounts/index.ts';
import type { Answering } from '../modules/answering/index.ts';
import { type Conversations, forCustomer } from '../modules/conversations/index.ts';
import type { Routing } from '../modules/routing/index.ts';
import type { Subscriptions } from './subscriptions.ts';

// Inbox rows of a busy conversation are sent at most this often; entries are never held back.
const inboxEveryMs = 300;

/** Carries what was stored to whoever watches: entries at once, inbox rows a moment later and together. */
export function startFanOut(needs: {
  conversations: Conversations;
  accounts: Accounts;
  answering: Pick<Answering, 'onWriting'>;
  routing: Routing;
  subscriptions: Subscriptions;
}): void {
  const { conversations, subscriptions } = needs;
  const changedRows = new Map<string, { conversation: Conversation; moved: boolean }>();
  let scheduled = false;

  conversations.record.onWritten(async ({ before, conversation, entries }) => {
    const forCustomers = subscriptions.has(conversation.id, 'customer');
    for (const entry of entries) {
      const plain = entry.type === 'message.sent' && before.status === conversation.status;
      subscriptions.sendEntry(conversation.id, 'agent', entry.seq, () => ({
        type: 'staff_entry',
        entry,
        conversation: plain ? null : conversation,
      }));
      if (entry.type === 'assignment.offered') {
        const row = await conversations.inboxRow(conversation);
        subscriptions.sendToAgents({ type: 'offered', row }, entry.body.agentId);
      }
    }
    if (forCustomers) {
      const marks = await conversations.marks.of(conversation.id);
      for (const entry of entries) {
        const visible = entryForCustomer(entry);
        if (!visible) continue;
        subscriptions.sendEntry(conversation.id, 'customer', entry.seq, () => ({
          type: 'entry',
          entry: visible,
          conversation: forCustomer(conversation, marks),
        }));
      }
    }
    const moved =
      before.status !== conversation.status ||
      before.agentId !== conversation.agentId ||
      before.promise !== conversation.promise;
    const row = changedRows.get(conversation.id);
    changedRows.set(conversation.id, { conversation, moved: moved || (row?.moved ?? false) });
    if (!scheduled) setTimeout(sendRows, inboxEveryMs);
    scheduled = true;
  });

  async function sendRows(): Promise<void> {
    scheduled = false;
    const rows = [...changedRows.values()];
    changedRows.clear();
    if (subscriptions.agents.size === 0) return;
    for (const { conversation } of rows) {
      subscriptions.sendToAgents({
        type: 'inbox',
        row: await conversations.inboxRow(conversation),
        counts: null,
      });
    }
    const last = rows.findLast((row) => row.moved);
    if (!last) return;
    const row = await conversations.inboxRow(last.conversation);
    for (const agentId of new Set([...subscriptions.agents].map((one) => one.ownerId))) {
      subscriptions.sendToAgents(
        { type: 'inbox', row, counts: await conversations.countInbox(agentId) },
        agentId,
      );
    }
    for (const agentId of new Set(rows.filter((one) => one.moved).map((one) => one.conversation.agentId))) {
      if (agentId) subscriptions.sendToAgents({ type: 'agent', agent: await needs.accounts.agent(agentId) });
    }
  }

  needs.answering.onWriting((conversationId, { on, draft }) => {
    const typing = { type: 'typing', conversationId, from: 'ai', on } as const;
    if (!draft) subscriptions.send(conversationId, 'customer', typing);
    subscriptions.send(conversationId, 'customer', { type: 'draft', conversationId, text: draft });
  });
  needs.routing.onPlaceChanged((conversation, place) => {
    subscriptions.send(conversation.id, 'customer', {
      type: 'queue_place',
      conversationId: conversation.id,
      place,
    });
  });
  needs.accounts.onAgentChanged((agent) => subscriptions.sendToAgents({ type: 'agent', agent }));
}
