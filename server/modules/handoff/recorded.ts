import type { EpisodeLine } from '../../../brain/handoff/features.ts';
import type { Label, ReplayDialogue, ReplayTurn } from '../../../brain/handoff/replay.ts';
import type { Conversation, Entry, HandOffMark } from '../../../contract/index.ts';
import type { Database } from '../../database/client.ts';

/** A recorded episode up to where a person took over, in the form a policy can be replayed on. */
export type Recorded = {
  conversation: Pick<Conversation, 'id' | 'customerId' | 'customerName' | 'language'>;
  at: number;
  mark: HandOffMark | null;
  /** When each of the customer's turns was said. */
  saidAt: number[];
  dialogue: ReplayDialogue;
};

type Row = { state: Conversation; entries: Entry[]; mark: HandOffMark | null };

/** The last episodes in which the AI answered, newest first. */
export async function readRecorded(
  database: Database,
  last: number,
  standingOf: (customerId: string) => Promise<ReplayDialogue['customer']>,
): Promise<Recorded[]> {
  const rows = await database.query<Row>(
    `SELECT c.state, m.mark, (
       SELECT jsonb_agg(jsonb_build_object('seq', t.seq, 'at', t.at, 'type', t.type, 'body', t.body) ORDER BY t.seq)
       FROM timeline t WHERE t.conversation_id = c.id AND t.episode = (c.state ->> 'episode')::integer
         AND t.type IN ('message.sent', 'conversation.handed_off', 'conversation.assigned')
     ) AS entries
     FROM conversations c
     LEFT JOIN handoff_marks m ON m.conversation_id = c.id AND m.episode = (c.state ->> 'episode')::integer
     ORDER BY c.last_at DESC LIMIT $1`,
    [last],
  );
  const standings = new Map<string, Promise<ReplayDialogue['customer']>>();
  const recorded: Recorded[] = [];
  for (const { state, entries, mark } of rows) {
    const turns = turnsOf(entries ?? []);
    if (turns.length === 0) continue;
    const standing = standings.get(state.customerId) ?? standingOf(state.customerId);
    standings.set(state.customerId, standing);
    recorded.push({
      conversation: state,
      at: turns[0]?.at ?? state.lastAt,
      mark,
      saidAt: turns.map((one) => one.at),
      dialogue: {
        id: state.id,
        language: state.language,
        customer: await standing,
        turns: labelled(
          turns.map((one) => one.turn),
          mark,
        ),
      },
    });
  }
  return recorded;
}

/** The customer's turns, each all they said before the AI's next word, until a person comes in. */
function turnsOf(entries: Entry[]): { turn: ReplayTurn; at: number }[] {
  const turns: { turn: ReplayTurn; at: number }[] = [];
  let open: { turn: ReplayTurn; at: number } | null = null;
  for (const entry of entries) {
    if (entry.type !== 'message.sent') break;
    const { from, text, turn, offer } = entry.body;
    if (from.kind === 'agent') break;
    if (from.kind === 'customer') {
      if (open) open.turn.text = `${open.turn.text}\n${text}`;
      else
        open = {
          at: entry.at,
          turn: { text, reply, failedTool: false, label: null, reason: null, followedBy: [] },
        };
    } else if (from.kind === 'ai') {
      const line: EpisodeLine = { from: 'ai', text, action: turn?.action ?? null, offered: offer };
      if (open) {
        open.turn.reply = replyOf(turn);
        open.turn.followedBy.push(line);
        turns.push(open);
        open = null;
      } else turns.at(-1)?.turn.followedBy.push(line);
    }
  }
  return turns;
}

const reply: ReplayTurn['reply'] = { action: 'answer', confidence: 0.5, missed: false };

/** What the AI had at hand. Where it handed off, its record says what it would have done only by having missed. */
function replyOf(
  turn: { action: string; confidence?: number | undefined; missed: boolean } | null,
): ReplayTurn['reply'] {
  if (!turn) return reply;
  const action =
    turn.action === 'hand_off' || turn.action === 'offer'
      ? turn.missed
        ? 'unknown'
        : 'answer'
      : turn.action;
  return {
    action,
    confidence: turn.action === 'hand_off' ? 0.5 : (turn.confidence ?? 0.5),
    missed: turn.missed,
  };
}

/** A mark speaks of the last turn, where the person came in or did not: right as it was, one turn too late, or needless. */
function labelled(turns: ReplayTurn[], mark: HandOffMark | null): ReplayTurn[] {
  if (!mark) return turns;
  const last = turns.length - 1;
  const handedOff = turns[last]?.followedBy.some((line) => line.action === 'hand_off') ?? false;
  const must =
    mark === 'too_late'
      ? handedOff
        ? Math.max(0, last - 1)
        : last
      : mark === 'right' && handedOff
        ? last
        : -1;
  return turns.slice(0, must < 0 ? turns.length : must + 1).map((turn, at): ReplayTurn => {
    const label: Label = at === must ? 'hand_off' : 'continue';
    return { ...turn, label };
  });
}
