import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDraft, Refused, deskRoutes as r } from '../../contract/index.ts';
import { migrate } from '../../server/database/migrate.ts';
import { createKnowledge } from '../../server/modules/knowledge/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { silentLog } from '../../server/platform/log.ts';
import { createTestDatabase } from '../support/database.ts';
import { signIn, startTestDesk, type TestDesk, visit } from '../support/desk.ts';

let desk: TestDesk;
let editor: Awaited<ReturnType<typeof signIn>>;
beforeAll(async () => {
  desk = await startTestDesk();
  editor = await signIn(desk, 'xu@yucha.example');
});
afterAll(() => desk.stop());

const draft = (fields: Partial<ArticleDraft>): ArticleDraft => ({
  title: '',
  body: '',
  phrasings: [],
  language: 'zh',
  category: '',
  pairKey: null,
  validFrom: null,
  validUntil: null,
  status: 'published',
  ...fields,
});
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  if (!(error instanceof Refused)) throw new Error(`was not refused: ${error}`);
  return error.problem;
};
const versionsOf = async (articleId: string) =>
  (await editor.call(r.listVersions, { params: { articleId } })).versions;
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('versions', () => {
  it('every save, roll-back and deletion is a version with author, note and content; a roll-back equals the old one', async () => {
    const first = draft({ title: '竹编茶席能定制吗', body: '可以，七天。', phrasings: ['竹席定做'] });
    const { id: articleId } = await editor.call(r.createArticle, { body: { ...first, note: '新写' } });
    const params = { articleId };
    await editor.call(r.updateArticle, {
      params,
      body: { ...first, body: '可以，十天。', version: 1, note: '工期变了' },
    });
    await editor.call(r.rollBack, { params, body: { toVersion: 1, note: '改回' } });
    expect(await versionsOf(articleId)).toMatchObject([
      { version: 3, kind: 'rolled_back', note: '改回', by: editor.agent.name, content: first },
      { version: 2, kind: 'written', note: '工期变了', content: { body: '可以，十天。' } },
      { version: 1, kind: 'written', note: '新写', content: first },
    ]);
    expect(await editor.call(r.getArticle, { params })).toMatchObject({ ...first, version: 3 });
    await editor.call(r.deleteArticle, { params, body: { note: '不卖了' } });
    expect((await versionsOf(articleId))[0]).toMatchObject({ version: 4, kind: 'deleted', content: null });
    const back = await editor.call(r.rollBack, { params, body: { toVersion: 3 } });
    expect(back).toMatchObject({ ...first, id: articleId, version: 5 });
    expect((await editor.call(r.tryQuestion, { body: { question: first.title } })).action).toBe('answer');
    expect(
      await refusal(editor.call(r.rollBack, { params, body: { toVersion: 4 } })),
      'a deletion is nothing to go back to',
    ).toMatchObject({ code: 'not_found' });
  });
  it('an import is a version of each article, also of what the demo shop brought', async () => {
    const { articles } = await editor.call(r.listArticles, { query: { q: '国内快递几天到' } });
    const article = articles[0] as (typeof articles)[number];
    expect(await versionsOf(article.id)).toMatchObject([{ version: 1, kind: 'imported' }]);
    const preview = await editor.call(r.previewImport, {
      body: {
        format: 'csv',
        contentBase64: base64(`标题,内容,相似问\n${article.title},两天,多久能到|几天送到`),
      },
    });
    const params = { importId: preview.importId };
    // With most of its phrasings gone the shop's words weigh differently; a golden question near the line may fall.
    await editor.call(r.commitImport, { params, body: { note: '快递升级', overrideReason: '旧问法作废' } });
    expect((await versionsOf(article.id))[0]).toMatchObject({
      version: 2,
      kind: 'imported',
      note: '快递升级',
      content: { body: '两天' },
    });
  });
});

describe('an older database', () => {
  it('is upgraded: what it holds is the first version of itself', async () => {
    const { database, pool, drop } = await createTestDatabase();
    await pool.query('DROP TABLE article_versions, golden_questions');
    await pool.query(`DELETE FROM migrations WHERE name LIKE '%knowledge-versions.sql'`);
    await pool.query(
      `INSERT INTO articles (id, language, title, body, status, version, updated_by, valid_until)
       VALUES ('art_old', 'zh', '旧文', '正文', 'published', 7, '徐', to_timestamp(1900000000.5))`,
    );
    const { applied } = await migrate(pool);
    expect(applied).toHaveLength(1);
    const knowledge = createKnowledge({
      database,
      now: Date.now,
      newId,
      log: silentLog,
      encoder: null,
      learnShop: null,
    });
    await knowledge.load();
    expect(await knowledge.versions('art_old')).toMatchObject([
      { version: 7, by: '徐', kind: 'written', content: { title: '旧文', validUntil: 1_900_000_000_500 } },
    ]);
    const back = await knowledge.rollBack('art_old', 7, '徐');
    expect(back).toMatchObject({ version: 8, body: '正文', validUntil: 1_900_000_000_500 });
    await drop();
  });
});

describe('golden questions', () => {
  it('of the demo shop are right, nearly all', async () => {
    const { right, total, questions } = await editor.call(r.listGoldenQuestions, { query: {} });
    const wrong = questions.filter((one) => !one.now.right).map((one) => one.question);
    expect(total).toBeGreaterThanOrEqual(40);
    expect(right, wrong.join('; ')).toBeGreaterThanOrEqual(Math.ceil(total * 0.9));
  });

  const title = '茶宠需要保养吗';
  let articleId = '';
  let version = 0;
  const body = draft({ title, body: '用茶水浇淋即可。', phrasings: ['茶宠怎么养'] });
  beforeAll(async () => {
    const article = await editor.call(r.createArticle, { body });
    articleId = article.id;
    version = article.version;
  });

  it('a change that breaks one is refused by name, and published only with a reason, which is kept', async () => {
    const golden = await editor.call(r.createGoldenQuestion, {
      body: { question: '茶宠怎么养', language: 'zh', expectedArticleId: articleId },
    });
    expect(golden.now).toMatchObject({ right: true, action: 'answer', articleId });
    const params = { articleId };
    const harmless = { ...body, phrasings: ['茶宠怎么养', '茶宠要不要擦'] };
    ({ version } = await editor.call(r.updateArticle, { params, body: { ...harmless, version } }));
    const stranger = draft({ title: '茶宠怎么养', body: '这篇抢答了。' });
    const unrelated = { ...body, title: '紫砂杯的产地', body: '宜兴。', phrasings: [], version };
    const refused = await refusal(editor.call(r.updateArticle, { params, body: unrelated }));
    expect(refused).toMatchObject({
      code: 'golden_question_broken',
      field: 'overrideReason',
      brokenQuestions: [{ id: golden.id, question: '茶宠怎么养', expected: title }],
    });
    expect(await editor.call(r.getArticle, { params }), 'nothing was written').toMatchObject({
      title,
      version,
    });
    const customer = await visit(desk);
    expect((await customer.ask('茶宠怎么养')).text, 'customers never met the trial').toBe(body.body);
    const unpublish = () =>
      editor.call(r.updateArticle, { params, body: { ...body, status: 'draft', version } });
    const remove = () => editor.call(r.deleteArticle, { params, body: {} });
    for (const change of [unpublish, remove])
      expect(await refusal(change())).toMatchObject({ code: 'golden_question_broken' });
    const overridden = await editor.call(r.updateArticle, {
      params,
      body: { ...unrelated, overrideReason: '茶宠不再卖了' },
    });
    version = overridden.version;
    expect((await versionsOf(articleId))[0]).toMatchObject({
      overrideReason: '茶宠不再卖了',
      broken: [{ id: golden.id }],
    });
    const { questions } = await editor.call(r.listGoldenQuestions, { query: {} });
    expect(questions.find((one) => one.id === golden.id)?.now.right).toBe(false);
    const right = questions.map((one) => one.now.right);
    expect(right, 'wrong ones first').toEqual([...right].sort());
    // What is wrong already cannot be broken again.
    await editor.call(r.createArticle, { body: stranger });
    expect(
      (await editor.call(r.rollBack, { params, body: { toVersion: version - 1 } })).title,
      'a roll-back that mends passes',
    ).toBe(title);
  });
  it('holds an import back whole, and takes it with a reason', async () => {
    const question = '铁壶生锈了怎么处理';
    const article = await editor.call(r.createArticle, {
      body: draft({ title: question, body: '煮茶水除锈。' }),
    });
    await editor.call(r.createGoldenQuestion, {
      body: { question, language: 'zh', expectedArticleId: article.id },
    });
    const preview = await editor.call(r.previewImport, {
      body: {
        format: 'csv',
        contentBase64: base64(`标题,内容,状态\n${question},新内容,草稿\n铁壶的全新说明,没有生锈`),
      },
    });
    const params = { importId: preview.importId };
    expect(await refusal(editor.call(r.commitImport, { params, body: {} }))).toMatchObject({
      code: 'golden_question_broken',
    });
    expect((await editor.call(r.listArticles, { query: { q: '铁壶的全新说明' } })).total).toBe(0);
    expect(
      await editor.call(r.commitImport, { params, body: { overrideReason: '旧文作废' } }),
      'the preview is still there',
    ).toEqual({ created: 1, updated: 1 });
  });
  it('a question that must not be answered breaks when something answers it', async () => {
    const question = '你们收购二手茶壶吗';
    await editor.call(r.createGoldenQuestion, {
      body: { question, language: 'zh', expectedArticleId: null },
    });
    expect(
      await refusal(editor.call(r.createArticle, { body: draft({ title: question, body: '收。' }) })),
    ).toMatchObject({ code: 'golden_question_broken', brokenQuestions: [{ expected: null, now: question }] });
    await editor.call(r.createArticle, { body: draft({ title: question, body: '收。', status: 'draft' }) });
  });
  it('are written, changed, imported and let go; twice the same, or for no article, is refused', async () => {
    const csv = `问题,语言,文章\n茶宠要不要擦,中文,${title}\ndo you buy used teapots,en,\n茶宠怎么养,,${articleId}`;
    expect(
      await editor.call(r.importGoldenQuestions, { body: { contentBase64: base64(csv) } }),
      'one exists',
    ).toEqual({ created: 2, updated: 1 });
    const { questions } = await editor.call(r.listGoldenQuestions, { query: { articleId } });
    const mine = questions.filter((one) => one.question.includes('茶宠'));
    expect(mine.map((one) => one.expectedArticleId)).toEqual([articleId, articleId]);
    const again = { question: '茶宠要不要擦', language: 'zh' as const, expectedArticleId: articleId };
    expect(await refusal(editor.call(r.createGoldenQuestion, { body: again }))).toMatchObject({
      code: 'already_exists',
      field: 'question',
    });
    expect(
      await refusal(
        editor.call(r.createGoldenQuestion, {
          body: { ...again, question: 'x', expectedArticleId: 'art_no' },
        }),
      ),
    ).toMatchObject({ code: 'invalid_input', field: 'expectedArticleId' });
    expect(
      await refusal(
        editor.call(r.importGoldenQuestions, {
          body: { contentBase64: base64('question,article\na,\nb,no such article') },
        }),
      ),
    ).toMatchObject({ code: 'invalid_input', field: 'rows.3' });
    const params = { goldenId: mine[0]?.id ?? '' };
    await editor.call(r.updateGoldenQuestion, { params, body: { ...again, question: '茶宠可以用布擦吗' } });
    await editor.call(r.deleteGoldenQuestion, { params });
    expect(await refusal(editor.call(r.deleteGoldenQuestion, { params }))).toMatchObject({
      code: 'not_found',
    });
    expect(await desk.knowledge.goldenQuestions()).toContainEqual({
      question: 'do you buy used teapots',
      language: 'en',
      expectedArticleId: null,
    });
  });
});

it('near-duplicates are named with the numbers that differ', async () => {
  await editor.call(r.createArticle, {
    body: draft({ title: '竹编杯垫怎么清洗保养', body: '每 30 天擦油一次。', status: 'draft' }),
  });
  await editor.call(r.createArticle, {
    body: draft({ title: '竹编杯垫如何清洗保养', body: '每 60 天擦油一次。', status: 'draft' }),
  });
  const { pairs } = await editor.call(r.listNearDuplicates);
  const pair = pairs.find((one) => one.articles.every((article) => article.title.includes('竹编杯垫')));
  expect(pair).toMatchObject({ likeness: 1 });
  expect(pair?.numbers.flat().sort()).toEqual(['30天', '60天']);
});
