import { entitiesIn } from '../../../brain/understanding/entities.ts';
import type { ArticleDraft, Entry, Language } from '../../../contract/index.ts';

export type Reply = { agentName: string; text: string; seq: number };

const mostReplies = 3;
const mostPhrasings = 20;

/** What people said to a question: the agents' first messages after it, up to the customer's next question but one. */
export function repliesTo(timeline: readonly Entry[], seq: number): Reply[] {
  const question = timeline.find((entry) => entry.seq === seq);
  const replies: Reply[] = [];
  for (const entry of timeline) {
    if (entry.seq <= seq || entry.episode !== question?.episode || entry.type !== 'message.sent') continue;
    const { from, text } = entry.body;
    if (from.kind === 'agent' && text.trim()) replies.push({ agentName: from.name, text, seq: entry.seq });
    if (replies.length === mostReplies) break;
  }
  return replies;
}

const headings = {
  zh: (name: string) => `（${name} 的回复，请核对后改写）`,
  en: (name: string) => `(Answered by ${name}; check and rewrite)`,
};
const nothing = {
  zh: '（还没有同事回答过这个问题，请在这里写下答案。）',
  en: '(Nobody has answered this yet. Write the answer here.)',
};

/**
 * A draft from a gap: its question as title, the other wordings as phrasings, and what people replied, quoted, each once.
 * Order numbers, phones and addresses of mail are taken out: they belong to one customer.
 */
export function draftFromReplies(
  question: string,
  language: Language,
  wordings: readonly string[],
  replies: readonly Reply[],
): ArticleDraft {
  const title = tidy(question).slice(0, 200);
  const seen = new Set([title.toLowerCase()]);
  const phrasings: string[] = [];
  for (const wording of wordings) {
    const phrasing = tidy(wording).slice(0, 300);
    if (!phrasing || seen.has(phrasing.toLowerCase()) || phrasings.length === mostPhrasings) continue;
    seen.add(phrasing.toLowerCase());
    phrasings.push(phrasing);
  }
  const said = new Map(replies.map((reply) => [withoutPersonal(reply.text).trim(), reply.agentName]));
  const body = [...said].map(([text, name]) => `${headings[language](name)}\n\n${text}`).join('\n\n');
  return {
    title,
    body: (body || nothing[language]).slice(0, 20_000),
    phrasings,
    language,
    category: '',
    pairKey: null,
    validFrom: null,
    validUntil: null,
    status: 'draft',
  };
}

function tidy(text: string): string {
  return withoutPersonal(text).replace(/\s+/g, ' ').trim();
}

/** What names one customer or order, as “…”. Amounts and dates may be the answer, and stay. */
export function withoutPersonal(text: string): string {
  let rest = text.normalize('NFC');
  for (const { kind, value } of entitiesIn(text))
    if (kind !== 'amount' && kind !== 'date' && kind !== 'sku') rest = rest.replaceAll(value, '…');
  return rest;
}
