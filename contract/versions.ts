import { z } from 'zod';
import { brokenQuestion } from './broken-question.ts';
import { anyStaff, editors, route } from './route.ts';
import { article, articleDraft, changeWords } from './knowledge.ts';
import { instant } from './words.ts';

export const versionKind = z
  .enum(['written', 'imported', 'rolled_back', 'deleted'])
  .meta({ id: 'VersionKind' });
export type VersionKind = z.infer<typeof versionKind>;

export const articleVersion = z
  .object({
    version: z.number().int(),
    at: instant,
    by: z.string(),
    kind: versionKind,
    note: z.string(),
    overrideReason: z
      .string()
      .describe('Why it was published although it breaks golden questions; else empty.'),
    broken: z.array(brokenQuestion).describe('The golden questions it broke.'),
    content: articleDraft.nullable().describe('The article as saved then; null where it was deleted.'),
  })
  .meta({ id: 'ArticleVersion' });
export type ArticleVersion = z.infer<typeof articleVersion>;

export const versionRoutes = {
  listVersions: route({
    method: 'get',
    path: '/articles/:articleId/versions',
    access: anyStaff,
    summary: 'Every state an article was saved in, newest first (at most 200); also of a deleted one.',
    response: z.object({ versions: z.array(articleVersion) }),
    problems: ['not_found'],
  }),
  rollBack: route({
    method: 'post',
    path: '/articles/:articleId/roll-back',
    access: editors,
    summary: 'Save an old version as the newest; brings a deleted article back.',
    body: z.object({ toVersion: z.number().int().positive(), ...changeWords }),
    response: article,
    problems: ['not_found', 'golden_question_broken'],
  }),
};
