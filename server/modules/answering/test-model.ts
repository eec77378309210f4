import type { TurnDecision } from '../../../brain/answer/decide-turn.ts';
import type { Language, ModelTest } from '../../../contract/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { type Model, ModelFault, NoModel } from '../model/index.ts';
import type { ModelAnswers } from './with-model.ts';

/** A question that must stay right, and the article that answers it; null: it must not be answered. */
export type GoldenAsked = { question: string; language: Language; expectedArticleId: string | null };

const mostQuestions = 24;
const mostTitles = 10;
const wholeTestMs = 110_000;
const pingMs = 10_000;

/** One short call, then the golden questions with the model, beside what retrieval answers. Nothing is stored but the meter. */
export async function testModel(needs: {
  model: Model;
  knowledge: Knowledge;
  withModel: ModelAnswers;
  goldenQuestions: () => Promise<GoldenAsked[]>;
  modelTurnMs: number;
}): Promise<ModelTest> {
  const endsAt = performance.now() + wholeTestMs;
  const ping = await pingModel(needs.model);
  const questions = await questionsOf(needs);
  const rows: ModelTest['rows'] = [];
  if (!ping.ok) return { ping, questions: questions.length, rows };
  for (const golden of questions.slice(0, mostQuestions)) {
    if (performance.now() + needs.modelTurnMs > endsAt) break;
    rows.push(await compare(needs, golden));
  }
  return { ping, questions: questions.length, rows };
}

async function pingModel(model: Model): Promise<ModelTest['ping']> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  try {
    await model.ask({
      purpose: 'ping',
      conversationId: null,
      messages: [{ role: 'user', text: 'Reply with the word: ok' }],
      maxOutputTokens: 16,
      until: startedAt + pingMs,
      signal: AbortSignal.timeout(pingMs),
      evenOff: true,
    });
    return { ok: true, durationMs: durationMs(), fault: null };
  } catch (error) {
    if (!(error instanceof NoModel) && !(error instanceof ModelFault)) throw error;
    return { ok: false, durationMs: durationMs(), fault: error.message };
  }
}

async function compare(
  needs: Parameters<typeof testModel>[0],
  golden: GoldenAsked,
): Promise<ModelTest['rows'][number]> {
  const { knowledge } = needs;
  const decision: TurnDecision = await knowledge.decide(golden.question, golden.language);
  const said = decision.action === 'answer' ? decision.articleId : null;
  const right = (action: string, articleId: string | null) =>
    golden.expectedArticleId === null
      ? action !== 'answer'
      : action === 'answer' && isSame(knowledge, articleId, golden.expectedArticleId);
  const retrieval = { action: decision.action, articleId: said, right: right(decision.action, said) };
  if (decision.action === 'hand_off')
    return { ...golden, retrieval, model: { ...retrieval, text: '', faults: [] } };
  const turn = await needs.withModel.take({
    conversationId: null,
    customerId: null,
    text: golden.question,
    history: [],
    decision,
    until: performance.now() + needs.modelTurnMs,
    signal: new AbortController().signal,
    onDraft: () => {},
    evenOff: true,
  });
  const faults = [
    ...turn.trace.refused.flat().map((fault) => `${fault.kind}: ${fault.quote}`),
    ...(turn.trace.failed ? [turn.trace.failed] : []),
  ];
  if (turn.kind === 'nothing') return { ...golden, retrieval, model: { ...retrieval, text: '', faults } };
  if (turn.kind === 'hand_off')
    return {
      ...golden,
      retrieval,
      model: { action: 'hand_off', articleId: null, right: right('hand_off', null), text: '', faults },
    };
  const cited = turn.articles.map((article) => article.id);
  const articleId = cited.find((one) => right('answer', one)) ?? cited[0] ?? null;
  const action = turn.asks ? 'clarify' : 'answer';
  return {
    ...golden,
    retrieval,
    model: { action, articleId, right: right(action, articleId), text: turn.text, faults },
  };
}

/** The golden questions; a shop that has none yet is asked the titles of its own articles, spread over all of them. */
async function questionsOf(needs: Parameters<typeof testModel>[0]): Promise<GoldenAsked[]> {
  const golden = await needs.goldenQuestions();
  if (golden.length > 0) return golden;
  const articles = (await needs.knowledge.exportArticles()).filter(
    (article) => article.status === 'published',
  );
  const step = Math.max(1, Math.floor(articles.length / mostTitles));
  return articles
    .filter((_, at) => at % step === 0)
    .slice(0, mostTitles)
    .map(({ id, title, language }) => ({ question: title, language, expectedArticleId: id }));
}

/** The same article, or its pair in the other language. */
function isSame(knowledge: Knowledge, one: string | null, other: string): boolean {
  if (one === null) return false;
  const pair = (articleId: string) => knowledge.lookup(articleId)?.pairKey ?? articleId;
  return one === other || pair(one) === pair(other);
}
