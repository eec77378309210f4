import { z } from 'zod';
import { managers, route } from './route.ts';
import { id, instant, language, reasonCode } from './words.ts';

/** The hand-off policy as people see, try and publish it; what its numbers do stands in brain/handoff/policy.ts. */

/**
 * The features a policy weighs, by what they are about. brain/handoff/features.ts, which may not import this, names the
 * same; a test holds them together.
 */
export const policyFeatureGroups = {
  topics: [
    'seems_person',
    'seems_safety',
    'seems_threat',
    'seems_legal',
    'seems_payment',
    'seems_takeover',
    'seems_minor',
    'seems_distress',
    'seems_anger',
    'dispute',
    'exception_wanted',
    'insists',
    'identity_needed',
    'several_problems',
    'seems_other',
    'seems_stuck',
    'matters',
  ],
  course: [
    'missed',
    'unsure',
    'earlier_misses',
    'no_help',
    'customer_repeats',
    'ai_repeats',
    'long_talk',
    'refused_offer',
  ],
  feelings: ['dissatisfied', 'angry', 'anxious', 'sad', 'happy', 'unhappy_before', 'getting_worse'],
  customer: ['vip_problem', 'high_value_problem'],
} as const;
export type PolicyFeatureGroup = keyof typeof policyFeatureGroups;
export type PolicyFeature = (typeof policyFeatureGroups)[PolicyFeatureGroup][number];
export const policyFeatures: readonly PolicyFeature[] = Object.values(policyFeatureGroups).flat();

export const policyTightenings = [
  'first_miss',
  'second_time_asked',
  'any_dispute',
  'any_exception',
  'any_anger',
  'vip_always',
] as const;
export type PolicyTightening = (typeof policyTightenings)[number];

const points = z.number().min(-200).max(200);
const threshold = z.number().min(1).max(400);

export const handOffPolicy = z
  .object({
    points: z
      .object(
        Object.fromEntries(policyFeatures.map((name) => [name, points])) as Record<
          PolicyFeature,
          typeof points
        >,
      )
      .describe('What each feature (0 to 1) brings; they are added.'),
    offerAt: threshold.describe('From this many points a person is offered.'),
    handOffAt: threshold.describe('From this many points a person takes over.'),
    mildAtMost: z.number().min(0).max(400).describe('The mild signs together bring no more than this.'),
    highValueFrom: z.number().min(0).max(10_000_000).describe('In the shop’s currency.'),
    tighten: z
      .object(
        Object.fromEntries(policyTightenings.map((name) => [name, z.boolean()])) as Record<
          PolicyTightening,
          z.ZodBoolean
        >,
      )
      .describe('Added to the floor, which itself cannot be changed.'),
    busyRaisesOfferBy: z
      .number()
      .min(0)
      .max(200)
      .describe('Points an offer needs more while people are busy.'),
  })
  .refine((policy) => policy.offerAt <= policy.handOffAt, {
    path: ['offerAt'],
    message: 'offering may not come after handing off',
  })
  .meta({ id: 'HandOffPolicy' });
export type HandOffPolicy = z.infer<typeof handOffPolicy>;

const policyMeta = {
  version: z.number().int().positive(),
  status: z.enum(['draft', 'published']),
  inForce: z.boolean(),
  note: z.string(),
  basedOn: z.number().int().nullable(),
  revision: z.number().int().describe('Grows with every saving of a draft.'),
  savedAt: instant,
  savedBy: z.string(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
};
export const policyVersion = z.object({ ...policyMeta, policy: handOffPolicy }).meta({ id: 'PolicyVersion' });
export type PolicyVersion = z.infer<typeof policyVersion>;

export const handOffMark = z.enum(['right', 'too_late', 'needless']).meta({ id: 'HandOffMark' });
export type HandOffMark = z.infer<typeof handOffMark>;

const outcome = z.object({
  action: z.enum(['continue', 'offer', 'hand_off']),
  reasonCode: reasonCode.nullable(),
  turn: z.number().int().nullable().describe('The customer’s which message it was, from 1; null: never.'),
});
const rates = z.object({
  labelled: z.number().int().describe('Conversations somebody marked.'),
  mustEscalate: z.number().int(),
  recall: z.number().nullable(),
  needless: z
    .number()
    .nullable()
    .describe('Needless hand-offs per customer message at which the AI should go on.'),
  tooLate: z.number().int(),
});
export const policyReplay = z
  .object({
    conversations: z.number().int(),
    from: instant.nullable(),
    until: instant.nullable(),
    before: z.object({ handOffs: z.number().int(), offers: z.number().int(), rates }),
    after: z.object({ handOffs: z.number().int(), offers: z.number().int(), rates }),
    changed: z.array(
      z.object({
        conversationId: id,
        customerName: z.string(),
        language,
        at: instant,
        mark: handOffMark.nullable(),
        quote: z.string(),
        before: outcome,
        after: outcome,
        decidedBy: z.array(z.object({ feature: z.string(), points: z.number() })),
      }),
    ),
    load: z.object({
      timeZone: z.string(),
      days: z.number().describe('How many days the recorded conversations span.'),
      handlingMinutes: z.number().nullable().describe('Measured; null when too few were handled.'),
      concurrency: z.number().describe('How many conversations one person holds at once, on average.'),
      hours: z.array(
        z.object({
          hour: z.number().int(),
          before: z.number().describe('Hand-offs in this hour of an average day.'),
          after: z.number(),
          people: z.number().int().describe('People whose groups are open then.'),
          extraPeople: z.number().nullable().describe('More (or fewer) people busy because of the change.'),
        }),
      ),
    }),
  })
  .meta({ id: 'PolicyReplay' });
export type PolicyReplay = z.infer<typeof policyReplay>;

export const policyRoutes = {
  listPolicies: route({
    method: 'get',
    path: '/handoff-policies',
    access: managers,
    summary: 'Every version of the hand-off policy, newest first; one is in force.',
    response: z.object({ versions: z.array(policyVersion) }),
  }),
  savePolicyDraft: route({
    method: 'post',
    path: '/handoff-policies',
    access: managers,
    summary: 'Save a new draft of the policy. Nothing changes for customers until it is published.',
    body: z.object({
      policy: handOffPolicy,
      note: z.string().max(500).default(''),
      basedOn: z.number().int().nullable().default(null),
    }),
    response: policyVersion,
  }),
  updatePolicyDraft: route({
    method: 'put',
    path: '/handoff-policies/:version',
    access: managers,
    summary: 'Change a draft; `revision` is the one you edited. Published versions never change.',
    body: z.object({
      policy: handOffPolicy,
      note: z.string().max(500).default(''),
      revision: z.number().int(),
    }),
    response: policyVersion,
    problems: ['not_found', 'changed_meanwhile', 'invalid_input'],
  }),
  replayPolicy: route({
    method: 'post',
    path: '/handoff-policies/replay',
    access: managers,
    summary:
      'What a policy would have done in the last recorded conversations, beside the one in force. Changes nothing.',
    body: z.object({ policy: handOffPolicy, last: z.number().int().min(1).max(2000).default(300) }),
    response: policyReplay,
  }),
  publishPolicy: route({
    method: 'post',
    path: '/handoff-policies/:version/publish',
    access: managers,
    summary:
      'Put a draft into force, or an earlier version again (as a new one). Takes effect with the next message.',
    body: z.object({
      note: z.string().trim().min(1, 'say why').max(500),
      inForce: z.number().int().describe('The version you saw in force.'),
    }),
    response: policyVersion,
    problems: ['not_found', 'changed_meanwhile', 'invalid_input'],
  }),
  getHandOffMark: route({
    method: 'get',
    path: '/conversations/:conversationId/hand-off-mark',
    access: managers,
    summary: 'Whether the hand-off of this conversation was right, if somebody said so.',
    response: z.object({ mark: handOffMark.nullable(), by: z.string().nullable() }),
    problems: ['not_found'],
  }),
  markHandOff: route({
    method: 'put',
    path: '/conversations/:conversationId/hand-off-mark',
    access: managers,
    summary:
      'Mark the hand-off (or that there was none) as right, too late or needless; null takes the mark away.',
    body: z.object({ mark: handOffMark.nullable() }),
    response: z.object({ mark: handOffMark.nullable(), by: z.string().nullable() }),
    problems: ['not_found'],
  }),
};
