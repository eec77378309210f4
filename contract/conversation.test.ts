import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEntry,
  type Conversation,
  type Entry,
  entryForCustomer,
  entryTypes,
  type Party,
  statusChanges,
} from './index.ts';

const agent: Party = { kind: 'agent', id: 'agt_1', name: 'Chen' };
const customer: Party = { kind: 'customer', id: 'cus_1', name: 'Wang' };
const ai: Party = { kind: 'ai' };
const message = (from: Party, text: string) => ({
  messageId: 'm',
  from,
  text,
  language: 'zh' as const,
  clientMessageId: null,
  attachments: [],
  sources: [],
  choices: [],
  cards: [],
  offer: false,
  otherLanguage: false,
  turn: from.kind === 'ai' ? { action: 'unknown', missed: true, durationMs: 1, why: { secret: true } } : null,
});

/** One plausible entry of every type. */
const samples: { [T in Entry['type']]: Pick<Extract<Entry, { type: T }>, 'type' | 'by' | 'body'>[] } = {
  'conversation.opened': [
    {
      type: 'conversation.opened',
      by: customer,
      body: { customerId: 'cus_1', customerName: 'Wang', channel: 'widget', language: 'zh', page: null },
    },
  ],
  'message.sent': [customer, ai, agent].map((by) => ({
    type: 'message.sent' as const,
    by,
    body: message(by, `from ${by.kind}`),
  })),
  'note.added': [{ type: 'note.added', by: agent, body: { text: 'internal' } }],
  'conversation.handed_off': [
    {
      type: 'conversation.handed_off',
      by: ai,
      body: {
        reasonCode: 'anger',
        evidence: { quote: 'q', rule: 'r' },
        confidence: 1,
        groupId: 'g1',
        priority: 2,
        summary: null,
      },
    },
  ],
  'assignment.offered': [
    { type: 'assignment.offered', by: { kind: 'desk' }, body: { agentId: 'agt_1', until: 99 } },
  ],
  'assignment.returned': [
    { type: 'assignment.returned', by: { kind: 'desk' }, body: { agentId: 'agt_1', because: 'declined' } },
  ],
  'queue.overflowed': [
    { type: 'queue.overflowed', by: { kind: 'desk' }, body: { fromGroupId: 'g1', toGroupId: 'g2' } },
  ],
  'conversation.assigned': [
    {
      type: 'conversation.assigned',
      by: agent,
      body: { agentId: 'agt_1', agentName: 'Chen', how: 'accepted' },
    },
  ],
  'conversation.transferred': [
    {
      type: 'conversation.transferred',
      by: agent,
      body: { toGroupId: 'g2', toAgentId: null, note: 'internal' },
    },
  ],
  'conversation.handed_back': [{ type: 'conversation.handed_back', by: agent, body: { note: 'internal' } }],
  'conversation.snoozed': [{ type: 'conversation.snoozed', by: agent, body: { until: 500 } }],
  'conversation.set_waiting': [{ type: 'conversation.set_waiting', by: agent, body: {} }],
  'conversation.woken': [{ type: 'conversation.woken', by: customer, body: { because: 'customer_wrote' } }],
  'wrap_up.started': [{ type: 'wrap_up.started', by: agent, body: {} }],
  'conversation.resolved': [
    {
      type: 'conversation.resolved',
      by: agent,
      body: { wrapUp: { outcome: 'solved', topic: '', note: 'internal' } },
    },
  ],
  'conversation.reopened': [{ type: 'conversation.reopened', by: customer, body: { episode: 2 } }],
  'message.left': [
    { type: 'message.left', by: customer, body: { contact: '138', text: 'call me', promisedAt: 900 } },
  ],
  'customer.identified': [
    {
      type: 'customer.identified',
      by: { kind: 'desk' },
      body: { customerId: 'cus_2', customerName: 'Wang Lei' },
    },
  ],
  'conversation.rated': [{ type: 'conversation.rated', by: customer, body: { score: 5, comment: '' } }],
};

const anyEntries = fc
  .array(fc.constantFrom(...Object.values(samples).flat()), { maxLength: 40 })
  .map((drafts) => {
    const all = [...samples['conversation.opened'], ...drafts];
    return all.map(
      (draft, at) => ({ conversationId: 'cnv', seq: at + 1, episode: 1, at: at + 1, ...draft }) as Entry,
    );
  });
const fold = (entries: Entry[], from: Conversation | null = null) =>
  entries.reduce<Conversation | null>(applyEntry, from);

describe('the fold of a timeline', () => {
  it('has a sample of every entry type', () => {
    expect(Object.keys(samples).sort()).toEqual([...entryTypes].sort());
  });
  it('old snapshot + entries = fresh snapshot, wherever it is cut, and however often an entry arrives', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), (entries, cut) => {
        const at = cut % (entries.length + 1);
        const old = fold(entries.slice(0, at));
        const overlapping = entries.slice(Math.max(0, at - 3));
        expect(fold(overlapping, old)).toEqual(fold(entries));
        expect(fold(entries)?.lastSeq).toBe(entries.length);
      }),
      { numRuns: 500 },
    );
  });
  it('moves the version whenever the right to speak moves, and never back', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        let state: Conversation | null = null;
        for (const entry of entries) {
          const next: Conversation = applyEntry(state, entry);
          if (state && JSON.stringify(state.speaker) !== JSON.stringify(next.speaker))
            expect(next.speakerVersion).toBeGreaterThan(state.speakerVersion);
          state = next;
        }
      }),
    );
  });
  it('resets what belongs to one episode when it is reopened', () => {
    const before = fold(
      [
        ...samples['conversation.opened'],
        ...samples['message.sent'],
        ...samples['conversation.handed_off'],
        ...samples['conversation.assigned'],
        ...samples['conversation.resolved'],
        ...samples['conversation.reopened'],
      ].map(
        (draft, at) => ({ conversationId: 'cnv', seq: at + 1, episode: 1, at: at + 1, ...draft }) as Entry,
      ),
    );
    expect(before).toMatchObject({
      status: 'ai',
      episode: 2,
      misses: 0,
      reasonCode: null,
      agentId: null,
      queuedAt: null,
      rating: null,
      lastAgentId: 'agt_1',
      speaker: { kind: 'ai' },
    });
  });
  it('knows only states that can be left and reached', () => {
    const reachable = new Set(Object.values(statusChanges).flat());
    for (const status of Object.keys(statusChanges))
      expect(status === 'ai' || reachable.has(status as never), status).toBe(true);
  });
});

describe('what a customer sees', () => {
  it('holds nothing meant for colleagues, for any entry type', () => {
    for (const draft of Object.values(samples).flat()) {
      const entry = { conversationId: 'cnv', seq: 1, episode: 1, at: 1, ...draft } as Entry;
      expect(JSON.stringify(entryForCustomer(entry) ?? '')).not.toMatch(/internal|secret|"quote":"q"/);
    }
  });
});
