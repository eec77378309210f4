/**
 * Hand-off: when a person takes over, to which group, and with what.
 *
 * Words: hand off, reason code, evidence, summary (the card), shift, offer, message left, promise.
 * Invariants: a hand-off is a decision with a reason code, written as an entry, never read out of a text; whenever
 * nobody is on shift the customer is told when somebody will be, and can leave a message that gets a promised time;
 * asking for a person is never refused.
 * It must not know: who of a group gets the conversation, sockets, HTTP.
 */

import { wording } from '../../../brain/answer/wording.ts';
import { summarise } from '../../../brain/handoff/summary.ts';
import type { Conversation, Entry, HandOffSummary, Language, ReasonCode } from '../../../contract/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Accounts, SkillGroup } from '../accounts/index.ts';
import {
  type AiMessage,
  aiMessage,
  type Conversations,
  type CustomerActor,
  type Draft,
  desk,
  leaveMessage,
  mustBeOwn,
  partyOf,
  type Written,
} from '../conversations/index.ts';
import { chooseGroup, priorityOf } from './choose-group.ts';
import type { createShifts } from './shifts.ts';

export { createHandOffPolicies, type HandOffPolicies } from './hand-off-policy.ts';
export type { Shifts } from './shifts.ts';
export { createShifts } from './shifts.ts';

export type Handoff = ReturnType<typeof createHandoff>;

/** Why a conversation goes to a person. */
export type Reason = {
  code: ReasonCode;
  confidence: number;
  evidence: { quote: string; rule: string } | null;
};

/** Where a hand-off leads now: a group whose people can be reached, or nobody until `nextOpeningAt`. */
export type Destination = { group: SkillGroup | null; onShift: boolean; nextOpeningAt: number | null };

export function createHandoff(needs: {
  conversations: Conversations;
  accounts: Accounts;
  shifts: ReturnType<typeof createShifts>;
  levelOf: (customerId: string) => Promise<string>;
  newId: (prefix: string) => string;
  now: () => number;
}) {
  const { conversations, accounts, shifts, now } = needs;

  /** Follows overflow until somebody is there. */
  async function destination(language: Language, reason: ReasonCode | null): Promise<Destination> {
    const [groups, settings, agents] = await Promise.all([
      accounts.groups(),
      accounts.settings.get(),
      accounts.agents(),
    ]);
    const first = chooseGroup(groups, settings, language, reason);
    if (!first)
      return {
        group: null,
        onShift: agents.some((agent) => agent.presence.status === 'online'),
        nextOpeningAt: null,
      };
    const tried = new Set<string>();
    for (let group: SkillGroup | undefined = first; group && !tried.has(group.id); ) {
      if (shifts.onShift(group, agents)) return { group, onShift: true, nextOpeningAt: null };
      tried.add(group.id);
      group = groups.find((one) => one.id === group?.overflowGroupId);
    }
    const { open, nextOpeningAt } = shifts.hoursOf(first);
    return { group: first, onShift: false, nextOpeningAt: open ? now() : nextOpeningAt };
  }

  function card(entries: Entry[]): HandOffSummary {
    return summarise(entries.flatMap(spoken));
  }

  /** The entry that hands off, with the card for the person. */
  async function handOffDraft(
    state: Conversation,
    entries: Entry[],
    reason: Reason,
    groupId: string,
    by: Draft['by'] = { kind: 'ai' },
  ): Promise<Draft> {
    return {
      type: 'conversation.handed_off',
      by,
      body: {
        reasonCode: reason.code,
        evidence: reason.evidence,
        confidence: reason.confidence,
        groupId,
        priority: priorityOf(reason.code, await needs.levelOf(state.customerId)),
        summary: card(entries),
      },
    };
  }

  /** What the AI says and writes when a person is needed: the queue, or, with nobody on shift, the message form. */
  async function proceed(
    state: Conversation,
    entries: Entry[],
    reason: Reason,
    language: Language,
    by?: Draft['by'],
  ): Promise<{ message: Pick<AiMessage, 'text' | 'choices'>; after: Draft[] }> {
    const to = await destination(language, reason.code);
    const say = wording(language);
    if (to.onShift && to.group) {
      return {
        message: { text: say.handingOff(reason.code), choices: [] },
        after: [await handOffDraft(state, entries, reason, to.group.id, by)],
      };
    }
    return {
      message: {
        text: say.nobodyOnShift({
          reasonCode: reason.code,
          nextOpeningAt: to.nextOpeningAt,
          timeZone: to.group?.hours.timeZone ?? 'UTC',
          now: now(),
        }),
        choices: [
          { label: say.leaveMessage, action: 'leave_message' },
          { label: say.goOnWithAi, action: 'continue' },
        ],
      },
      after: [],
    };
  }

  return {
    destination,
    proceed,
    handOffDraft,
    async shiftFor(language: Language): Promise<{ onShift: boolean; nextOpeningAt: number | null }> {
      const { onShift, nextOpeningAt } = await destination(language, null);
      return { onShift, nextOpeningAt };
    },
    /** The customer's button. From any state; idempotent while waiting or talking to a person. */
    async askForPerson(customer: CustomerActor, conversationId: string): Promise<Written> {
      const state = await conversations.own(customer, conversationId);
      const entries = state.status === 'resolved' ? [] : await conversations.episode(state);
      const reason: Reason = {
        code: 'asked_for_person',
        confidence: 1,
        evidence: { quote: '', rule: 'button' },
      };
      const { message, after } = await proceed(state, entries, reason, state.language, partyOf(customer));
      return conversations.record.change({
        conversationId,
        decide(current) {
          mustBeOwn(current, customer);
          if (current.status !== 'ai' && current.status !== 'resolved') return [];
          const reopened: Draft[] =
            current.status === 'resolved'
              ? [
                  {
                    type: 'conversation.reopened',
                    by: partyOf(customer),
                    body: { episode: current.episode + 1 },
                  },
                ]
              : [];
          const said = aiMessage(needs.newId, {
            ...message,
            language: current.language,
            turn: {
              action: 'hand_off',
              reasonCode: reason.code,
              confidence: 1,
              missed: false,
              durationMs: 0,
              why: { rule: 'button' },
            },
          });
          return [...reopened, said, ...after];
        },
      });
    },
    /** Takes a message and promises an answer: within `promiseHours` of the next opening. */
    async leaveMessage(
      customer: CustomerActor,
      conversationId: string,
      left: { contact: string; text: string },
    ): Promise<Written> {
      const state = await conversations.own(customer, conversationId);
      if (!/\d{5,}|\S@\S+\.\S/.test(left.contact.replace(/[\s-]/g, ''))) {
        throw new Problem('invalid_input', 'A phone number or an e-mail address is needed to answer.', {
          field: 'contact',
        });
      }
      const [to, settings] = await Promise.all([
        destination(state.language, 'message_left'),
        accounts.settings.get(),
      ]);
      const promisedAt = (to.nextOpeningAt ?? now()) + settings.promiseHours * 3_600_000;
      return leaveMessage(conversations.record, customer, conversationId, { ...left, promisedAt });
    },
    /** Puts messages left outside hours into the queue as soon as somebody who can answer them is there. */
    async queueLeftMessages(): Promise<void> {
      for (const state of await conversations.unfinished.promised()) {
        const to = await destination(state.language, 'message_left');
        if (!to.onShift || !to.group) continue;
        const reason: Reason = {
          code: 'message_left',
          confidence: 1,
          evidence: { quote: state.promise?.text ?? '', rule: 'message_left' },
        };
        const draft = await handOffDraft(
          state,
          await conversations.episode(state),
          reason,
          to.group.id,
          desk,
        );
        await conversations.record
          .change({
            conversationId: state.id,
            decide: (current) => (current.status === 'ai' && current.promise ? [draft] : []),
          })
          .catch(() => {});
      }
    },
  };
}

/** What the summary reads of the timeline: who said what, and what the AI did in that turn. */
function spoken(entry: Entry) {
  if (entry.type !== 'message.sent' || entry.body.from.kind === 'desk') return [];
  return [
    {
      from: entry.body.from.kind,
      text: entry.body.text,
      action: entry.body.turn?.action ?? null,
      sources: entry.body.sources.map((source) => ({ articleId: source.articleId, title: source.title })),
    },
  ];
}
