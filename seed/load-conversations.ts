import type { Entry, Party } from '../contract/index.ts';
import type { Desk } from '../server/main.ts';
import type { Recorded } from '../server/modules/conversations/index.ts';
import { wordsOf } from '../server/modules/knowledge/index.ts';
import { agents, customers } from './cast.ts';
import { conversations } from './conversations.ts';
import type { SeedConversation } from './demo-shop.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const ai: Party = { kind: 'ai' };
const desk: Party = { kind: 'desk' };
type Draft = Recorded['drafts'][number];
type Message = Extract<Entry, { type: 'message.sent' }>['body'];

/** Gives the demo shop a past: conversations as they would have gone with today's knowledge. */
export async function loadConversations(of: Desk): Promise<void> {
  const [people, groups] = await Promise.all([of.accounts.agents(), of.accounts.groups()]);
  const recorded: Recorded[] = [];
  for (const one of conversations) {
    const cast = customers.find((customer) => customer.key === one.customer);
    const customer = await of.customers.byExternalId(one.customer);
    if (!cast || !customer) throw new Error(`The cast has no customer ${one.customer}.`);
    const from: Party = { kind: 'customer', id: customer.id, name: cast.name };
    const opened: Draft = {
      type: 'conversation.opened',
      by: from,
      at: of.now() - one.daysAgo * dayMs,
      body: {
        customerId: customer.id,
        customerName: cast.name,
        channel: 'widget',
        language: one.language,
        page: null,
      },
    };
    const drafts: Draft[] = [opened];
    let at = opened.at;
    let asked = '';
    for (const step of one.steps) {
      at += (typeof step === 'object' && 'gap' in step && step.gap ? step.gap : 0.1) * minuteMs;
      if (typeof step === 'object' && 'customer' in step) asked = step.customer;
      for (const draft of await draftsOf(step, one)) drafts.push({ ...draft, at: Math.round(at) } as Draft);
    }
    recorded.push({ conversationId: of.newId('cnv'), drafts });

    async function draftsOf(
      step: SeedConversation['steps'][number],
      { language }: SeedConversation,
    ): Promise<Omit<Draft, 'at'>[]> {
      if (step === 'ai') return [await aiSays(asked, language)];
      if (step === 'resolve') return [{ type: 'conversation.resolved', by: desk, body: { wrapUp: null } }];
      if (step === 'hand off') {
        const group = groups.find((each) => each.languages.includes(language));
        return [
          {
            type: 'conversation.handed_off',
            by: ai,
            body: {
              reasonCode: 'asked_for_person',
              evidence: { quote: asked, rule: 'asks_for_a_person' },
              confidence: 1,
              groupId: group?.id ?? '',
              priority: 1,
              summary: null,
            },
          },
        ];
      }
      if ('rates' in step)
        return [{ type: 'conversation.rated', by: from, body: { score: step.rates, comment: '' } }];
      if ('customer' in step) return [said(from, step.customer, language)];
      const seat = agents.find((agent) => agent.key === step.agent);
      const person = people.find((agent) => agent.email === seat?.email);
      if (!person) throw new Error(`The cast has no agent ${step.agent}.`);
      const agent: Party = { kind: 'agent', id: person.id, name: person.name };
      return [
        {
          type: 'conversation.assigned',
          by: agent,
          body: { agentId: person.id, agentName: person.name, how: 'accepted' },
        },
        said(agent, step.says, language),
      ];
    }
  }
  await of.conversations.addRecorded(recorded);

  function said(
    from: Party,
    text: string,
    language: 'zh' | 'en',
    rest: Partial<Message> = {},
  ): Omit<Draft, 'at'> {
    const body: Message = {
      messageId: of.newId('msg'),
      from,
      text,
      language,
      clientMessageId: null,
      attachments: [],
      sources: [],
      choices: [],
      cards: [],
      offer: false,
      otherLanguage: false,
      turn: null,
      ...rest,
    };
    return { type: 'message.sent', by: from, body };
  }

  async function aiSays(question: string, language: 'zh' | 'en'): Promise<Omit<Draft, 'at'>> {
    const decision = await of.knowledge.decide(question, language);
    const words =
      decision.action === 'hand_off'
        ? { text: language === 'zh' ? '好的，这就为您转人工客服。' : 'Of course. I am bringing in a person.' }
        : wordsOf(decision, of.knowledge.lookup);
    const { action, confidence, missed, why } = decision;
    const reason = 'reasonCode' in decision ? { reasonCode: decision.reasonCode } : {};
    const turn = { action, ...reason, confidence, missed, durationMs: 1, why };
    const { text, ...rest } = words;
    return said(ai, text, decision.language, { ...rest, turn });
  }
}
