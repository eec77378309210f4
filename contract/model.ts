import { z } from 'zod';
import { owners, route, talkers } from './route.ts';
import { source } from './timeline.ts';
import { both, id, instant, language } from './words.ts';

/** The model: which one may be asked, at what price, what it has cost; and what agents ask of it. */

const price = z.number().min(0).max(100_000).describe('Per million tokens, in the currency below.');
const endpointFields = {
  url: z
    .url({ protocol: /^https?$/, error: 'an address such as https://api.example.com/v1' })
    .max(500)
    .describe('The base of an OpenAI-compatible API: `/chat/completions` is added. May be on this machine.'),
  model: z.string().min(1, 'a model name').max(200),
  inputPrice: price,
  outputPrice: price,
};
const limit = z.number().positive().max(1_000_000_000).nullable();
const settingsFields = {
  on: z.boolean(),
  currency: z.string().min(1).max(8),
  budget: z.object({
    unit: z.enum(['money', 'tokens']),
    perConversation: limit,
    perDay: limit.describe(
      'Null: no limit. A day is the shop’s day. Where it is used up, retrieval answers.',
    ),
  }),
  voice: both.describe('How the shop speaks, in a sentence or two.'),
  linkHosts: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host such as www.example.com'))
    .max(50)
    .describe('Hosts the AI may link to besides the shop’s own pages.'),
};

export const modelSettings = z
  .object({
    ...settingsFields,
    primary: z.object({ ...endpointFields, keySet: z.boolean() }).nullable(),
    fallback: z.object({ ...endpointFields, keySet: z.boolean() }).nullable(),
  })
  .meta({ id: 'ModelSettings' });
export type ModelSettings = z.infer<typeof modelSettings>;

const key = z
  .string()
  .max(500)
  .optional()
  .describe('Left out: the key stays as it is, unless the address moves to another host. Empty: no key.');
const endpointDraft = z.object({ ...endpointFields, key }).nullable();
export const modelSettingsDraft = z.object({
  ...settingsFields,
  primary: endpointDraft,
  fallback: endpointDraft,
});
export type ModelSettingsDraft = z.infer<typeof modelSettingsDraft>;

export const modelUsage = z
  .object({
    calls: z.number().int(),
    failed: z.number().int(),
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    cost: z.number().describe('In the settings’ currency.'),
  })
  .meta({ id: 'ModelUsage' });
export type ModelUsage = z.infer<typeof modelUsage>;

export const modelCall = z
  .object({
    at: instant,
    purpose: z.string(),
    endpoint: z.enum(['primary', 'fallback']),
    model: z.string(),
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    estimated: z.boolean().describe('The endpoint did not say; counted from the text.'),
    cost: z.number(),
    firstTokenMs: z.number().int().nullable(),
    durationMs: z.number().int(),
    outcome: z.string().describe('`ok`, or how it failed.'),
  })
  .meta({ id: 'ModelCall' });
export type ModelCall = z.infer<typeof modelCall>;

export const goldenOutcome = z.object({
  action: z.string(),
  articleId: id.nullable(),
  right: z.boolean(),
});
export const modelTest = z
  .object({
    ping: z.object({ ok: z.boolean(), durationMs: z.number(), fault: z.string().nullable() }),
    questions: z.number().int().describe('Golden questions there are; fewer are asked where time runs out.'),
    rows: z.array(
      z.object({
        question: z.string(),
        language,
        expectedArticleId: id.nullable(),
        retrieval: goldenOutcome,
        model: goldenOutcome.extend({
          text: z.string(),
          faults: z.array(z.string()).describe('Why the model’s own words were not taken.'),
        }),
      }),
    ),
  })
  .meta({ id: 'ModelTest' });
export type ModelTest = z.infer<typeof modelTest>;

const written = z.object({ text: z.string() });
const text = z.string().min(1, 'there is no text').max(8000);
const needsModel = ['not_found', 'model_unavailable', 'too_many_requests'] as const;

export const modelRoutes = {
  getModel: route({
    method: 'get',
    path: '/model',
    access: owners,
    summary: 'How the model is set up. Keys are never given out.',
    response: modelSettings,
  }),
  updateModel: route({
    method: 'put',
    path: '/model',
    access: owners,
    summary: 'Set up the model.',
    body: modelSettingsDraft,
    response: modelSettings,
  }),
  testModel: route({
    method: 'post',
    path: '/model/test',
    access: owners,
    summary: 'One short call, then the golden questions, beside what retrieval answers. At most two minutes.',
    response: modelTest,
    problems: ['invalid_input'],
  }),
  getModelUsage: route({
    method: 'get',
    path: '/model/usage',
    access: owners,
    summary: 'What the model was asked and what it cost, per day of the shop, the latest first.',
    query: z.object({ days: z.coerce.number().int().min(1).max(366).default(14) }),
    response: z.object({ currency: z.string(), days: z.array(modelUsage.extend({ day: z.string() })) }),
  }),
  getModelStatus: route({
    method: 'get',
    path: '/model/status',
    access: talkers,
    summary: 'Whether there is a model to help with writing.',
    response: z.object({ on: z.boolean() }),
  }),
  getConversationModelUsage: route({
    method: 'get',
    path: '/conversations/:conversationId/model-usage',
    access: talkers,
    summary: 'The model calls of one conversation and their cost.',
    response: z.object({ currency: z.string(), total: modelUsage, calls: z.array(modelCall) }),
    problems: ['not_found'],
  }),
  summariseConversation: route({
    method: 'post',
    path: '/conversations/:conversationId/assist/summary',
    access: talkers,
    summary: 'A summary of the conversation so far, in the reader’s language.',
    body: z.object({ language }),
    response: written,
    problems: needsModel,
  }),
  suggestReplies: route({
    method: 'post',
    path: '/conversations/:conversationId/assist/replies',
    access: talkers,
    summary:
      'Two or three replies to the customer’s last words, with their sources: from a model where there is one, else from knowledge and macros.',
    response: z.object({
      replies: z.array(
        z.object({ text: z.string(), from: z.enum(['model', 'article', 'macro']), sources: z.array(source) }),
      ),
    }),
    problems: ['not_found'],
  }),
  rewriteText: route({
    method: 'post',
    path: '/conversations/:conversationId/assist/rewrite',
    access: talkers,
    summary: 'The agent’s draft, shorter, friendlier or more formal; no figure is added.',
    body: z.object({ text, tone: z.enum(['shorter', 'friendlier', 'formal']) }),
    response: written,
    problems: needsModel,
  }),
  translateText: route({
    method: 'post',
    path: '/conversations/:conversationId/assist/translate',
    access: talkers,
    summary: 'A text in the other language; every figure stays as it is.',
    body: z.object({ text, to: language }),
    response: written,
    problems: needsModel,
  }),
};
