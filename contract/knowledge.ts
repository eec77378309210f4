import { z } from 'zod';
import { anyStaff, editors, route } from './route.ts';
import { choice, source } from './timeline.ts';
import { id, instant, language } from './words.ts';

export const articleStatus = z.enum(['draft', 'published']).meta({ id: 'ArticleStatus' });

/** What an editor writes. */
export const articleFields = {
  title: z.string().trim().min(1, 'the title is empty').max(200),
  body: z.string().trim().min(1, 'the body is empty').max(20_000).describe('Markdown.'),
  phrasings: z.array(z.string().trim().min(1).max(300)).max(200).describe('Other ways to ask the same.'),
  language,
  category: z.string().trim().max(60),
  pairKey: z
    .string()
    .trim()
    .max(80)
    .nullable()
    .describe('Articles with the same key say the same in different languages.'),
  validFrom: instant.nullable(),
  validUntil: instant.nullable(),
  status: articleStatus,
};

export const article = z
  .object({ id, ...articleFields, version: z.number().int(), updatedAt: instant, updatedBy: z.string() })
  .meta({ id: 'Article' });
export type Article = z.infer<typeof article>;
export const articleDraft = z.object(articleFields);
/** What is said along with a change of the knowledge; kept with the version. */
export const changeWords = {
  note: z.string().trim().max(500).default('').describe('What was changed and why.'),
  overrideReason: z
    .string()
    .trim()
    .max(500)
    .default('')
    .describe('Why this is published although it breaks golden questions.'),
};
export type ArticleDraft = z.infer<typeof articleDraft>;

export const importFormat = z.enum(['jsonl', 'csv', 'markdown', 'pairs']).meta({ id: 'ImportFormat' });
export type ImportFormat = z.infer<typeof importFormat>;

export const importPreview = z
  .object({
    importId: id,
    format: importFormat,
    encoding: z.string(),
    rows: z.array(
      z.object({
        row: z.number().int(),
        article: articleDraft.nullable(),
        problems: z.array(z.object({ field: z.string(), message: z.string() })),
        updates: z.boolean().describe('An article with this title and language exists and will be updated.'),
      }),
    ),
    valid: z.number().int(),
    invalid: z.number().int(),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof importPreview>;

export const triedAnswer = z
  .object({
    action: z.string(),
    reasonCode: z.string().nullable(),
    text: z.string().describe('What the customer would be shown.'),
    sources: z.array(source),
    choices: z.array(choice),
    candidates: z.array(
      z.object({
        articleId: id,
        title: z.string(),
        language,
        confidence: z.number(),
        passage: z.string(),
        matched: z.array(z.string()),
        uncovered: z.array(z.string()),
      }),
    ),
    thresholds: z.object({ answer: z.number(), clarify: z.number() }),
    language,
    durationMs: z.number(),
  })
  .meta({ id: 'TriedAnswer' });
export type TriedAnswer = z.infer<typeof triedAnswer>;

export const knowledgeRoutes = {
  listArticles: route({
    method: 'get',
    path: '/articles',
    access: anyStaff,
    summary: 'Articles, newest change first.',
    query: z.object({
      q: z.string().max(200).default(''),
      language: language.optional(),
      status: articleStatus.optional(),
      category: z.string().max(60).optional(),
      offset: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      articles: z.array(article),
      total: z.number().int(),
      categories: z.array(z.string()),
    }),
  }),
  getArticle: route({
    method: 'get',
    path: '/articles/:articleId',
    access: anyStaff,
    summary: 'One article.',
    response: article,
    problems: ['not_found'],
  }),
  createArticle: route({
    method: 'post',
    path: '/articles',
    access: editors,
    summary: 'Write an article; published ones answer at once.',
    body: z.object({ ...articleFields, ...changeWords }),
    response: article,
    problems: ['golden_question_broken'],
  }),
  updateArticle: route({
    method: 'put',
    path: '/articles/:articleId',
    access: editors,
    summary: 'Change an article; `version` is the one you edited.',
    body: z.object({ ...articleFields, version: z.number().int(), ...changeWords }),
    response: article,
    problems: ['not_found', 'changed_meanwhile', 'golden_question_broken'],
  }),
  deleteArticle: route({
    method: 'delete',
    path: '/articles/:articleId',
    access: editors,
    summary: 'Remove an article; its versions stay and can be brought back.',
    body: z.object(changeWords),
    response: z.object({}),
    problems: ['not_found', 'golden_question_broken'],
  }),
  tryQuestion: route({
    method: 'post',
    path: '/articles/try',
    access: anyStaff,
    summary: 'What would be answered to this question, and why. Stores nothing.',
    body: z.object({
      question: z.string().min(1).max(2000),
      draft: articleDraft.optional().describe('An unsaved article to take into account.'),
      replaces: id.optional(),
    }),
    response: triedAnswer,
  }),
  listNearDuplicates: route({
    method: 'get',
    path: '/near-duplicates',
    access: editors,
    summary:
      'Pairs of articles that answer nearly the same question, the likest first, among the 2,000 changed last; differing numbers hint at a contradiction.',
    response: z.object({
      pairs: z.array(
        z.object({
          articles: z.array(z.object({ id, title: z.string(), language, status: articleStatus })).length(2),
          likeness: z.number(),
          wordings: z.array(z.string()).length(2),
          numbers: z
            .array(z.array(z.string()))
            .length(2)
            .describe('Numbers only the one, only the other names.'),
        }),
      ),
    }),
  }),
  previewImport: route({
    method: 'post',
    path: '/articles/imports',
    access: editors,
    summary: 'Read a file or pasted text and say row by row what would be imported. Nothing is imported yet.',
    body: z.object({
      format: importFormat,
      fileName: z.string().max(200).default(''),
      contentBase64: z.string().max(30_000_000),
      language: language.default('zh').describe('For rows that do not say.'),
      status: articleStatus.default('published'),
    }),
    response: importPreview,
    problems: ['invalid_input'],
  }),
  commitImport: route({
    method: 'post',
    path: '/articles/imports/:importId',
    access: editors,
    summary: 'Import a previewed file: all valid rows in one transaction, or nothing.',
    body: z.object({ skipInvalid: z.boolean().default(false), ...changeWords }),
    response: z.object({ created: z.number().int(), updated: z.number().int() }),
    problems: ['not_found', 'invalid_input', 'golden_question_broken'],
  }),
};
