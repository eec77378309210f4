import { z } from 'zod';
import { editors, route } from './route.ts';
import { id, instant, language } from './words.ts';

/** What an editor writes down: a question, and the article that answers it, or null: it must not be answered. */
const goldenFields = {
  question: z.string().trim().min(1, 'the question is empty').max(300),
  language,
  expectedArticleId: id.nullable().describe('Null: the shop does not know this; it must not be answered.'),
  note: z.string().trim().max(300).default(''),
};
export const goldenDraft = z.object(goldenFields);
export type GoldenDraft = z.infer<typeof goldenDraft>;

export const goldenQuestion = z
  .object({
    id,
    ...goldenFields,
    note: z.string(),
    expectedTitle: z.string().nullable().describe('Null also where the article is gone.'),
    createdAt: instant,
    createdBy: z.string(),
    now: z
      .object({
        right: z.boolean(),
        action: z.string(),
        articleId: id.nullable(),
        title: z.string().nullable(),
        confidence: z.number(),
      })
      .describe('What the knowledge of this moment does with it.'),
  })
  .meta({ id: 'GoldenQuestion' });
export type GoldenQuestion = z.infer<typeof goldenQuestion>;

export const goldenRoutes = {
  listGoldenQuestions: route({
    method: 'get',
    path: '/golden-questions',
    access: editors,
    summary: 'All golden questions, each asked now; wrong ones first.',
    query: z.object({
      articleId: id.optional().describe('Only those this article (or its pair) must answer.'),
    }),
    response: z.object({
      questions: z.array(goldenQuestion),
      right: z.number().int(),
      total: z.number().int(),
    }),
  }),
  createGoldenQuestion: route({
    method: 'post',
    path: '/golden-questions',
    access: editors,
    summary: 'Keep a question that must stay right.',
    body: goldenDraft,
    response: goldenQuestion,
    problems: ['already_exists', 'invalid_input'],
  }),
  updateGoldenQuestion: route({
    method: 'put',
    path: '/golden-questions/:goldenId',
    access: editors,
    summary: 'Change a golden question.',
    body: goldenDraft,
    response: goldenQuestion,
    problems: ['not_found', 'already_exists', 'invalid_input'],
  }),
  deleteGoldenQuestion: route({
    method: 'delete',
    path: '/golden-questions/:goldenId',
    access: editors,
    summary: 'Let a golden question go.',
    response: z.object({}),
    problems: ['not_found'],
  }),
  importGoldenQuestions: route({
    method: 'post',
    path: '/golden-questions/import',
    access: editors,
    summary:
      'CSV with a header: question, language, article (its title or id; empty: must not be answered). All rows or none; what exists is updated.',
    body: z.object({
      contentBase64: z.string().max(3_000_000),
      language: language.default('zh').describe('For rows that do not say.'),
    }),
    response: z.object({ created: z.number().int(), updated: z.number().int() }),
    problems: ['invalid_input'],
  }),
};
