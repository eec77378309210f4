import type { Label, ReplayDialogue, ReplayTurn } from './replay.ts';

/** What the AI has at hand, by what the shop's knowledge holds for the message. */
const replies: Record<string, ReplayTurn['reply']> = {
  answer: { action: 'answer', confidence: 0.9, missed: false },
  partly: { action: 'clarify', confidence: 0.5, missed: false },
  nothing: { action: 'unknown', confidence: 0.1, missed: true },
  none: { action: 'small_talk', confidence: 1, missed: false },
};
const labels = ['continue', 'offer', 'hand_off'];

/**
 * Reads labelled dialogues in the form of evals/dialogues: JSONL, one dialogue a line (docs: evals/README.md).
 * @throws Error naming the line and the field that is wrong
 */
export function readLabelled(jsonl: string): ReplayDialogue[] {
  return jsonl
    .split('\n')
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => readOne(line, at));
}

type Raw = Record<string, unknown>;

function readOne(line: string, at: number): ReplayDialogue {
  const wrong = (field: string, wanted: string) => new Error(`line ${at}: ${field} must be ${wanted}`);
  let raw: Raw;
  try {
    raw = JSON.parse(line) as Raw;
  } catch {
    throw new Error(`line ${at}: not JSON`);
  }
  const { language, orderValue, customer, turns: rawTurns } = raw;
  if (language !== 'zh' && language !== 'en') throw wrong('language', 'zh or en');
  if (!Array.isArray(rawTurns)) throw wrong('turns', 'a list');
  if (orderValue !== null && orderValue !== undefined && typeof orderValue !== 'number')
    throw wrong('orderValue', 'a number or null');
  const turns: ReplayTurn[] = [];
  (rawTurns as Raw[]).forEach((one, turnAt) => {
    const field = (name: string) => `turns.${turnAt}.${name}`;
    if (typeof one.text !== 'string') throw wrong(field('text'), 'a text');
    if (one.from === 'ai' || one.from === 'agent') {
      turns
        .at(-1)
        ?.followedBy.push({ from: one.from, text: one.text, action: String(one.action ?? 'answer') });
      return;
    }
    if (one.from !== 'customer') throw wrong(field('from'), 'customer, ai or agent');
    const reply = replies[String(one.knows)];
    if (!reply) throw wrong(field('knows'), 'answer, partly, nothing or none');
    if (!labels.includes(String(one.label))) throw wrong(field('label'), labels.join(', '));
    turns.push({
      text: one.text,
      reply,
      failedTool: one.failedTool === true,
      label: one.label as Label,
      reason: typeof one.reason === 'string' ? one.reason : null,
      followedBy: [],
    });
  });
  return {
    id: String(raw.id ?? `line ${at}`),
    language,
    customer: {
      vip: (customer as Raw | undefined)?.level === 'vip',
      orderValue: typeof orderValue === 'number' ? orderValue : null,
    },
    turns,
  };
}
