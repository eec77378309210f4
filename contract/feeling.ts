import { z } from 'zod';

export const emotion = z
  .enum(['calm', 'anxious', 'dissatisfied', 'angry', 'happy', 'sad'])
  .meta({ id: 'Emotion' });
export type Emotion = z.infer<typeof emotion>;

const strength = z.number().int().min(0).max(3).describe('0 none, 1 a hint, 2 plain, 3 strong.');

/** What one message of the customer feels like. */
export const feltInMessage = z.object({ emotion, strength }).meta({ id: 'FeltInMessage' });

/** The customer's feelings over an episode. What is optional is missing in hand-offs of before version 0.2. */
export const mood = z
  .object({
    feeling: emotion.describe('The worst that was shown; happy or calm when nothing was.'),
    quote: z.string().nullable(),
    strength: strength.optional(),
    trend: z.enum(['rising', 'steady', 'easing']).optional().describe('Rising: getting worse.'),
    line: z
      .array(
        z.object({
          emotion,
          strength,
          level: z.number().describe('From −1.5 (delighted) over 0 (calm) to 3 (furious).'),
          quote: z.string().nullable(),
        }),
      )
      .optional()
      .describe("The customer's latest messages, oldest first."),
    turningPoints: z.array(z.number().int()).optional().describe('Positions in the line where it turned.'),
  })
  .meta({ id: 'Mood' });
export type Mood = z.infer<typeof mood>;
