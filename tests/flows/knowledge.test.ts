import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDraft, Refused, deskRoutes as r } from '../../contract/index.ts';
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
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('knowledge', () => {
  it('answers at once when published, not as a draft, not outside its dates, and is gone when deleted', async () => {
    const question = '熊猫玩偶怎么洗';
    const customer = await visit(desk);
    const says = async () => (await editor.call(r.tryQuestion, { body: { question } })).action;
    expect(await says()).not.toBe('answer');
    const body = draft({ title: question, body: '手洗，阴干。', status: 'draft' });
    const article = await editor.call(r.createArticle, { body });
    expect(await says()).not.toBe('answer');
    const params = { articleId: article.id };
    const published = await editor.call(r.updateArticle, {
      params,
      body: { ...body, status: 'published', version: article.version },
    });
    expect((await customer.ask(question)).text).toBe('手洗，阴干。');
    const over = await editor.call(r.updateArticle, {
      params,
      body: { ...body, status: 'published', validUntil: Date.now() - 1000, version: published.version },
    });
    expect(await says()).not.toBe('answer');
    expect(
      await refusal(editor.call(r.updateArticle, { params, body: { ...body, version: article.version } })),
    ).toMatchObject({ code: 'changed_meanwhile' });
    expect(
      await refusal(
        editor.call(r.updateArticle, {
          params,
          body: { ...body, validFrom: 2000, validUntil: 1000, version: over.version },
        }),
      ),
    ).toMatchObject({ field: 'validUntil' });
    await editor.call(r.deleteArticle, { params, body: {} });
    expect(await refusal(editor.call(r.getArticle, { params }))).toMatchObject({ code: 'not_found' });
  });
  it('keeps what PostgreSQL cannot hold out of articles, searches and addresses', async () => {
    const title = 'a\u0000b \ud83d';
    const body = draft({ title, body: title, phrasings: [title], category: title, language: 'en' });
    const article = await editor.call(r.createArticle, { body });
    expect(article).toMatchObject({ title: 'ab \ufffd', phrasings: ['ab \ufffd'], category: 'ab \ufffd' });
    const { articles } = await editor.call(r.listArticles, { query: { q: 'a\u0000b \ufffd' } });
    expect(articles.map((one) => one.id)).toEqual([article.id]);
    expect(await refusal(editor.call(r.getArticle, { params: { articleId: 'no\u0000' } }))).toMatchObject({
      code: 'not_found',
    });
    await editor.call(r.deleteArticle, { params: { articleId: article.id }, body: {} });
  });
  it('tries an unsaved draft without keeping it', async () => {
    const question = '能带宠物去工作室吗';
    const body = draft({ title: question, body: '可以，请牵绳。', status: 'draft' });
    expect(await editor.call(r.tryQuestion, { body: { question, draft: body } })).toMatchObject({
      action: 'answer',
      text: '可以，请牵绳。',
    });
    expect((await editor.call(r.tryQuestion, { body: { question } })).action).not.toBe('answer');
  });
  it('shows an article in the other language as it is, and says so; or its pair where there is one', async () => {
    await editor.call(r.createArticle, {
      body: draft({
        title: '微波炉加热咖啡因过敏水垢',
        body: '只有中文。',
        phrasings: ['微波炉 咖啡因 过敏 水垢'],
      }),
    });
    const only = await editor.call(r.tryQuestion, {
      body: { question: 'microwave caffeine allergy limescale' },
    });
    expect(only.candidates.some((one) => one.language === 'zh')).toBe(true);
    const customer = await visit(desk, { language: 'en' });
    const answer = await customer.ask('How do I send something back?');
    expect(answer).toMatchObject({ otherLanguage: false, language: 'en' });
  });
  it('imports a file whole or not at all, and updates what has the same title', async () => {
    const lines = [
      { title: '导入一', body: '甲' },
      { title: '导入二', body: '' },
      { title: '导入三', body: '丙' },
    ];
    const source = {
      format: 'jsonl' as const,
      contentBase64: base64(lines.map((line) => JSON.stringify(line)).join('\n')),
    };
    const preview = await editor.call(r.previewImport, { body: source });
    expect(preview).toMatchObject({
      valid: 2,
      invalid: 1,
      rows: [{ row: 1 }, { row: 2, article: null, problems: [{ field: 'body' }] }, { row: 3 }],
    });
    expect(
      await refusal(editor.call(r.commitImport, { params: { importId: preview.importId }, body: {} })),
    ).toMatchObject({ code: 'invalid_input' });
    expect((await editor.call(r.listArticles, { query: { q: '导入' } })).total).toBe(0);
    const params = { importId: preview.importId };
    expect(await editor.call(r.commitImport, { params, body: { skipInvalid: true } })).toEqual({
      created: 2,
      updated: 0,
    });
    expect(await refusal(editor.call(r.commitImport, { params, body: { skipInvalid: true } }))).toMatchObject(
      { code: 'not_found' },
    );
    const again = await editor.call(r.previewImport, {
      body: { format: 'csv', contentBase64: base64('标题,内容\n导入一,乙') },
    });
    expect(again.rows[0]).toMatchObject({ updates: true });
    expect(await editor.call(r.commitImport, { params: { importId: again.importId }, body: {} })).toEqual({
      created: 0,
      updated: 1,
    });
    expect(await editor.call(r.tryQuestion, { body: { question: '导入一' } })).toMatchObject({
      action: 'answer',
      text: '乙',
    });
  });
  it('is still known after a restart', async () => {
    await desk.restart();
    const fresh = await signIn(desk, 'xu@yucha.example');
    expect(await fresh.call(r.tryQuestion, { body: { question: '导入三' } })).toMatchObject({
      action: 'answer',
      text: '丙',
    });
  });
});
