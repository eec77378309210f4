import { z } from 'zod';
import { article, changeWords } from './knowledge.ts';
import { editors, managers, route } from './route.ts';
import { id, instant, language } from './words.ts';

/** What the desk learns from its conversations: gaps in the knowledge, and how conversations ended. */

export const gapReason = z
  .enum(['missed', 'handed_off', 'clarify_rejected', 'no_help', 'rated_low', 'agent_answered'])
  .meta({ id: 'GapReason' });
export type GapReason = z.infer<typeof gapReason>;

export const gapStatus = z
  .enum(['open', 'drafted', 'phrasing_added', 'contradiction', 'ignored'])
  .meta({ id: 'GapStatus' });
export type GapStatus = z.infer<typeof gapStatus>;

export const gap = z
  .object({
    id,
    question: z.string().describe('The wording that began the group.'),
    language,
    languages: z.array(language),
    status: gapStatus,
    articleIds: z
      .array(id)
      .describe('What the decision is about: the draft, the article, the two that contradict.'),
    note: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    count: z.number().int().describe('Questions in the group.'),
    customers: z.number().int().describe('Conversations they come from.'),
    sinceDecision: z.number().int().describe('Questions that came after the decision.'),
    lastAt: instant,
    weeks: z
      .array(z.number().int())
      .length(8)
      .describe('Questions in each of the last 8 × 7 days, oldest first.'),
    reasons: z.record(z.string(), z.number().int()),
    examples: z.array(z.string()).describe('Up to three wordings, latest first.'),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof gap>;

export const gapDetail = z
  .object({
    gap,
    questions: z.array(
      z.object({
        conversationId: id,
        seq: z.number().int(),
        text: z.string(),
        language,
        reason: gapReason,
        at: instant,
        replies: z.array(z.object({ agentName: z.string(), text: z.string(), seq: z.number().int() })),
      }),
    ),
    nearest: z
      .array(z.object({ articleId: id, title: z.string(), language, confidence: z.number() }))
      .describe('Published articles that come nearest to the question.'),
    answeredNow: z
      .object({ articleId: id, title: z.string() })
      .nullable()
      .describe('What the question would be answered with at this moment.'),
    articles: z.array(z.object({ articleId: id, title: z.string(), status: z.string() })),
  })
  .meta({ id: 'GapDetail' });
export type GapDetail = z.infer<typeof gapDetail>;

export const outcome = z
  .enum(['confirmed', 'assumed', 'handed_off', 'abandoned', 'reopened'])
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof outcome>;

const changedGap = z.object({ gap });

export const learningRoutes = {
  listGaps: route({
    method: 'get',
    path: '/gaps',
    access: editors,
    summary: 'Questions the knowledge failed at, grouped; the most frequent of the last eight weeks first.',
    query: z.object({
      view: z.enum(['open', 'decided', 'ignored']).default('open'),
      language: language.optional(),
      articleId: id.optional().describe('Only those whose decision names this article.'),
      q: z.string().max(200).default(''),
      offset: z.coerce.number().int().nonnegative().default(0),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({
      gaps: z.array(gap),
      total: z.number().int(),
      counts: z.object({ open: z.number().int(), decided: z.number().int(), ignored: z.number().int() }),
    }),
  }),
  getGap: route({
    method: 'get',
    path: '/gaps/:gapId',
    access: editors,
    summary: 'A gap with its latest questions, what people replied to them, and the nearest articles.',
    response: gapDetail,
    problems: ['not_found'],
  }),
  draftFromGap: route({
    method: 'post',
    path: '/gaps/:gapId/draft',
    access: editors,
    summary: 'Write a draft article: the question, its other wordings, and what people replied.',
    body: z.object({}),
    response: z.object({ article, gap }),
    problems: ['not_found', 'changed_meanwhile'],
  }),
  addGapToArticle: route({
    method: 'post',
    path: '/gaps/:gapId/phrasing',
    access: editors,
    summary: 'Add the question to an article as a phrasing.',
    body: z.object({
      articleId: id,
      phrasings: z.array(z.string().trim().min(1).max(300)).min(1).max(20),
      ...changeWords,
    }),
    response: z.object({ article, gap }),
    problems: ['not_found', 'golden_question_broken', 'changed_meanwhile'],
  }),
  markContradiction: route({
    method: 'post',
    path: '/gaps/:gapId/contradiction',
    access: editors,
    summary: 'Two articles say different things about this; both are linked.',
    body: z.object({ articleIds: z.tuple([id, id]), note: z.string().trim().max(500).default('') }),
    response: changedGap,
    problems: ['not_found', 'invalid_input'],
  }),
  ignoreGap: route({
    method: 'post',
    path: '/gaps/:gapId/ignore',
    access: editors,
    summary: 'Nothing to be done; new questions keep joining it.',
    body: z.object({ note: z.string().trim().max(500).default('') }),
    response: changedGap,
    problems: ['not_found'],
  }),
  reopenGap: route({
    method: 'post',
    path: '/gaps/:gapId/reopen',
    access: editors,
    summary: 'Take the decision back.',
    body: z.object({}),
    response: changedGap,
    problems: ['not_found'],
  }),
  getOutcomes: route({
    method: 'get',
    path: '/outcomes',
    access: managers,
    summary:
      'How stretches of talk ended, by week (Monday 00:00 UTC) and language. The outcomes are not to be added together: assumed is not confirmed.',
    query: z.object({ weeks: z.coerce.number().int().min(1).max(52).default(8) }),
    response: z.object({
      rows: z.array(
        z.object({
          week: instant,
          language,
          outcome,
          count: z.number().int(),
          again: z.number().int().describe('Of these: the same customer asked the same within 7 days.'),
        }),
      ),
      undecided: z.number().int().describe('Still going on.'),
    }),
  }),
};
