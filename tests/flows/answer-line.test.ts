import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnShop } from '../../brain/retrieval/index.ts';
import { Refused, deskRoutes as r } from '../../contract/index.ts';
import { createKnowledge } from '../../server/modules/knowledge/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { silentLog } from '../../server/platform/log.ts';
import { createTestDatabase } from '../support/database.ts';
import { signIn, startTestDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let editor: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  desk = await startTestDesk({ learning: true });
  editor = await signIn(desk, 'xu@yucha.example');
  await desk.knowledge.settled();
}, 120_000);
afterAll(() => desk.stop());

const line = () => editor.call(r.getAnswerLine);
const used = async () =>
  (await editor.call(r.tryQuestion, { body: { question: '怎么退货' } })).thresholds.answer;
const set = (care: 'cautious' | 'balanced' | 'bold', overrideReason = 'tried') =>
  editor.call(r.setCare, { body: { care, overrideReason } });

/** Keeps a question that is answered from the lower line on, but not from the higher. */
async function keepOneBetween(lower: number, higher: number): Promise<void> {
  const { articles } = await editor.call(r.listArticles, { query: { language: 'en', limit: 100 } });
  const byTitle = articles.toSorted((a, b) => a.title.localeCompare(b.title));
  for (const { id, title, phrasings } of byTitle) {
    const texts = [title, ...phrasings].map((text) => text.split(' '));
    const shorter = texts.flatMap((words) => [words.slice(1).join(' '), words.slice(-3).join(' ')]);
    for (const question of shorter.filter(Boolean)) {
      const { action, sources, candidates } = await editor.call(r.tryQuestion, { body: { question } });
      const confidence = candidates[0]?.confidence ?? 0;
      if (action !== 'answer' || sources.length !== 1 || sources[0]?.articleId !== id) continue;
      if (confidence < lower || confidence >= higher) continue;
      await editor.call(r.createGoldenQuestion, {
        body: { question, language: 'en', expectedArticleId: id, note: '' },
      });
      return;
    }
  }
  throw new Error('no question lies between the lines');
}

describe('the answer line', () => {
  it('is measured on the shop’s own phrasings', async () => {
    const { state, curve, care, choices, measured, phrasings, answerFrom, setBy } = await line();
    expect({ state, care, setBy }).toEqual({ state: 'measured', care: 'balanced', setBy: null });
    expect(measured).toBeGreaterThan(500);
    expect(phrasings).toBeGreaterThanOrEqual(measured);
    expect(curve.map((point) => point.threshold)).toEqual(
      curve.map((point) => point.threshold).sort((a, b) => a - b),
    );
    expect(curve.every((point) => point.right <= point.answered)).toBe(true);
    expect(choices.map((one) => [one.care, one.wanted])).toEqual([
      ['cautious', 0.9],
      ['balanced', 0.85],
      ['bold', 0.75],
    ]);
    expect(answerFrom).toBe(choices[1]?.answerFrom);
    expect(choices[2]?.answerFrom).toBeLessThan(answerFrom);
    expect(await used()).toBe(answerFrom);
  });

  it('moves at once, stays over a restart and holds for what is learned then', async () => {
    const { choices } = await line();
    const bold = await set('bold');
    expect(bold).toMatchObject({ care: 'bold', setBy: '许墨', answerFrom: choices[2]?.answerFrom });
    expect(await used()).toBe(bold.answerFrom);
    await desk.restart();
    editor = await signIn(desk, 'xu@yucha.example');
    expect(await line()).toMatchObject({ care: 'bold', setAt: bold.setAt });
    await desk.knowledge.settled();
    expect((await line()).answerFrom).toBe(bold.answerFrom);
    expect(await used()).toBe(bold.answerFrom);
    await set('balanced');
  }, 60_000);

  it('does not break a golden question without a reason', async () => {
    const { choices } = await line();
    const [cautious, balanced] = choices;
    expect(cautious?.answerFrom).toBeGreaterThan(balanced?.answerFrom ?? 1);
    await keepOneBetween(balanced?.answerFrom ?? 1, cautious?.answerFrom ?? 0);
    const error = await set('cautious', '').catch((thrown) => thrown);
    if (!(error instanceof Refused)) throw new Error('was not refused');
    expect(error.problem).toMatchObject({ code: 'golden_question_broken', field: 'overrideReason' });
    expect((await line()).care, 'nothing moved').toBe('balanced');
    expect(await used()).toBe(balanced?.answerFrom);
    const { questions } = await editor.call(r.listGoldenQuestions, { query: {} });
    const named = new Set(error.problem.brokenQuestions?.map((one) => one.id));
    expect(questions.filter((one) => named.has(one.id)).every((one) => one.now.right)).toBe(true);
    await set('cautious', '宁可少答');
    expect(await used()).toBe(cautious?.answerFrom);
    const after = await editor.call(r.listGoldenQuestions, { query: {} });
    expect(after.questions.filter((one) => named.has(one.id)).some((one) => one.now.right)).toBe(false);
    await set('balanced');
  });
});

it('says when there is nothing to measure yet, or too little, and keeps the choice for later', async () => {
  const { database, drop } = await createTestDatabase();
  const open = async () => {
    const knowledge = createKnowledge({
      database,
      now: Date.now,
      newId,
      log: silentLog,
      encoder: null,
      learnShop: async ({ articles, outside }) => learnShop(articles, outside),
    });
    await knowledge.load();
    return knowledge;
  };
  const knowledge = await open();
  expect(knowledge.answerLine()).toMatchObject({
    state: 'not_yet',
    phrasings: 0,
    curve: [],
    answerFrom: 0.7,
  });
  await knowledge.createArticle(
    {
      title: '怎么退货',
      body: '七天内。',
      phrasings: ['能退吗', '不想要了'],
      language: 'zh',
      category: '',
      pairKey: null,
      validFrom: null,
      validUntil: null,
      status: 'published',
    },
    '徐',
  );
  await knowledge.settled();
  expect(knowledge.answerLine()).toMatchObject({ state: 'too_few', phrasings: 2, fewest: 20 });
  expect(await knowledge.setCare('cautious', '徐')).toMatchObject({ care: 'cautious', answerFrom: 0.7 });
  const stopped = async () => {};
  await knowledge.stop(stopped);
  const again = await open();
  expect(again.answerLine()).toMatchObject({ care: 'cautious', setBy: '徐' });
  await again.stop(stopped);
  await drop();
});
