import type { Policy } from '../../../brain/handoff/policy.ts';
import { queueLoad } from '../../../brain/handoff/queue-load.ts';
import { type ReplayedTurn, readDialogue, replay } from '../../../brain/handoff/replay.ts';
import { count, emptyTally, ratesOf, type Tally } from '../../../brain/handoff/score.ts';
import { isOpen } from '../../../brain/opening-hours.ts';
import type { Agent, PolicyReplay } from '../../../contract/index.ts';
import type { SkillGroup } from '../accounts/index.ts';
import type { Recorded } from './recorded.ts';

const dayMs = 86_400_000;
const mostShown = 200;

/** Both policies over the same recorded episodes: what changes, how the marked ones fare, and what it does to the queue. */
export function tryPolicy(
  recorded: readonly Recorded[],
  inForce: Policy,
  tried: Policy,
  desk: { groups: SkillGroup[]; agents: Agent[]; handlingMinutes: number | null; now: number },
): PolicyReplay {
  const [before, after] = [side(), side()];
  const changed: PolicyReplay['changed'] = [];
  for (const one of recorded) {
    const read = readDialogue(one.dialogue);
    const [old, next] = [replay(read, inForce), replay(read, tried)];
    add(before, one, old);
    add(after, one, next);
    const [was, is] = [outcomeOf(old), outcomeOf(next)];
    if (was.action === is.action && was.turn === is.turn) continue;
    const decisive = next[(is.turn ?? was.turn ?? 1) - 1] ?? next.at(-1);
    changed.push({
      conversationId: one.conversation.id,
      customerName: one.conversation.customerName,
      language: one.conversation.language,
      at: one.at,
      mark: one.mark,
      quote: (one.dialogue.turns[(is.turn ?? was.turn ?? 1) - 1]?.text ?? '').slice(0, 200),
      before: was,
      after: is,
      decidedBy: (decisive?.judgement.evidence.points ?? []).slice(0, 4),
    });
  }
  const timeZone = desk.groups[0]?.hours.timeZone ?? 'UTC';
  const times = recorded.map((one) => one.at);
  const [from, until] = [Math.min(...times), Math.max(...times)];
  const days = recorded.length > 0 ? Math.max(1, Math.round(((until - from) / dayMs) * 10) / 10) : 1;
  const workers = desk.agents.filter((agent) => !agent.disabled && agent.role !== 'editor');
  const concurrency =
    workers.reduce((sum, agent) => sum + agent.capacity, 0) / Math.max(1, workers.length) || 1;
  const hourOf = (at: number) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at));
  return {
    conversations: recorded.length,
    from: recorded.length > 0 ? from : null,
    until: recorded.length > 0 ? until : null,
    before: summed(before),
    after: summed(after),
    changed: changed.slice(0, mostShown),
    load: {
      timeZone,
      days,
      handlingMinutes: desk.handlingMinutes,
      concurrency,
      hours: queueLoad({
        before: before.handedAt.map(hourOf),
        after: after.handedAt.map(hourOf),
        days,
        handlingMinutes: desk.handlingMinutes,
        concurrency,
        peopleAt: peopleAt(desk.groups, workers, desk.now, hourOf),
      }),
    },
  };
}

type Side = { handedAt: number[]; offers: number; tally: Tally };

function side(): Side {
  return { handedAt: [], offers: 0, tally: emptyTally() };
}

function add(to: Side, one: Recorded, replayed: ReplayedTurn[]): void {
  count(to.tally, one.dialogue, replayed);
  to.offers += replayed.filter((turn) => turn.judgement.action === 'offer').length;
  const handed = replayed.findIndex((turn) => turn.judgement.action === 'hand_off');
  if (handed >= 0) to.handedAt.push(one.saidAt[handed] ?? one.at);
}

function summed({ handedAt, offers, tally }: Side): PolicyReplay['before'] {
  const { recall, needless } = ratesOf(tally);
  return {
    handOffs: handedAt.length,
    offers,
    rates: {
      labelled: tally.dialogues,
      mustEscalate: tally.must,
      recall: tally.must > 0 ? recall : null,
      needless: tally.mayGoOn > 0 ? needless : null,
      tooLate: tally.tooLate,
    },
  };
}

/** The hand-off, else the first offer, else that the AI went on to the end. */
function outcomeOf(replayed: ReplayedTurn[]): PolicyReplay['changed'][number]['before'] {
  const strongest =
    replayed.findIndex((turn) => turn.judgement.action === 'hand_off') >= 0 ? 'hand_off' : 'offer';
  const at = replayed.findIndex((turn) => turn.judgement.action === strongest);
  const judgement = replayed[at]?.judgement;
  return judgement
    ? { action: judgement.action, reasonCode: judgement.reasonCode, turn: at + 1 }
    : { action: 'continue', reasonCode: null, turn: null };
}

/** People whose groups are open in an hour of day, on an average of the coming week. */
function peopleAt(groups: SkillGroup[], workers: Agent[], now: number, hourOf: (at: number) => number) {
  const sums = new Array<number>(24).fill(0);
  const start = now - (now % 3_600_000) + 1_800_000;
  for (let step = 0; step < 7 * 24; step++) {
    const at = start + step * 3_600_000;
    const open = new Set(groups.filter((group) => isOpen(group.hours, at)).map((group) => group.id));
    const hour = hourOf(at);
    sums[hour] =
      (sums[hour] ?? 0) + workers.filter((agent) => agent.groupIds.some((id) => open.has(id))).length;
  }
  return (hour: number) => Math.round((sums[hour] ?? 0) / 7);
}
