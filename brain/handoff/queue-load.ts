/** One hour of an average day. */
export type HourLoad = {
  hour: number;
  before: number;
  after: number;
  people: number;
  extraPeople: number | null;
};

/**
 * What a change of policy adds to the queue, hour by hour. `extraPeople` is the offered load of the added hand-offs in
 * erlangs (arrivals an hour × handling hours) over the conversations one person holds at once: the people kept busy by
 * it on average. Waiting at peaks is not in it, so it is a lower bound.
 * @param before hours of day (0–23) of the hand-offs under the policy in force
 * @param after the same under the policy tried
 * @param days how many days they were recorded over, more than 0
 * @param handlingMinutes measured mean time of one conversation, null when unknown
 * @param concurrency conversations one person holds at once, at least 1
 * @param peopleAt how many people work in an hour of day
 */
export function queueLoad(load: {
  before: readonly number[];
  after: readonly number[];
  days: number;
  handlingMinutes: number | null;
  concurrency: number;
  peopleAt: (hour: number) => number;
}): HourLoad[] {
  const perDay = (hours: readonly number[], hour: number) =>
    hours.filter((one) => one === hour).length / load.days;
  return Array.from({ length: 24 }, (_, hour) => {
    const [before, after] = [perDay(load.before, hour), perDay(load.after, hour)];
    const extra =
      load.handlingMinutes === null
        ? null
        : ((after - before) * (load.handlingMinutes / 60)) / load.concurrency;
    return {
      hour,
      before: round(before),
      after: round(after),
      people: load.peopleAt(hour),
      extraPeople: extra === null ? null : round(extra),
    };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
