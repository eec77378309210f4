export type Interval = { opens: string; closes: string };
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof days)[number];

/** Wall-clock hours in a time zone. `closes` may be 24:00, or earlier than `opens`: then it closes the next day. */
export type OpeningHours = {
  timeZone: string;
  weekly: Record<Weekday, Interval[]>;
  /** Days with hours of their own, or none. */
  holidays: { date: string; name: string; hours: Interval[] }[];
};

// A year and a bit: whoever opens on one date a year is still found.
const lookAheadDays = 370;

/** Open at the instant `at` (epoch milliseconds)? */
export function isOpen(hours: OpeningHours, at: number): boolean {
  return spansAround(hours, at, 1).some((span) => span.from <= at && at < span.until);
}

/** The next instant of opening after `at`, or null when it never opens. While open: the opening after the next closing. */
export function nextOpening(hours: OpeningHours, at: number): number | null {
  for (let ahead = 1; ahead <= lookAheadDays; ahead *= 4) {
    const next = spansAround(hours, at, Math.min(ahead * 2, lookAheadDays))
      .map((span) => span.from)
      .filter((from) => from > at)
      .sort((a, b) => a - b)[0];
    if (next !== undefined) return next;
  }
  return null;
}

/** Open spans as instants, from the day before `at` to `ahead` days after it. */
function spansAround(hours: OpeningHours, at: number, ahead: number): { from: number; until: number }[] {
  const spans: { from: number; until: number }[] = [];
  const [year, month, day] = wallDate(hours.timeZone, at);
  for (let offset = -1; offset <= ahead; offset++) {
    const date = new Date(Date.UTC(year, month - 1, day + offset));
    const iso = date.toISOString().slice(0, 10);
    const holiday = hours.holidays.find((one) => one.date === iso);
    for (const { opens, closes } of holiday
      ? holiday.hours
      : hours.weekly[days[date.getUTCDay()] as Weekday]) {
      const from = minutes(opens);
      const until = minutes(closes) > from ? minutes(closes) : minutes(closes) + 1440;
      spans.push({
        from: instantOf(hours.timeZone, date.getTime(), from),
        until: instantOf(hours.timeZone, date.getTime(), until),
      });
    }
  }
  return spans;
}

function minutes(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}

/**
 * The instant a wall clock shows `minute` of a day. Guessed as if the zone were UTC and corrected by the zone's offset
 * there, twice, since the first correction may cross a change of clocks.
 */
function instantOf(timeZone: string, midnightUtc: number, minute: number): number {
  const wall = midnightUtc + minute * 60_000;
  let instant = wall;
  for (let round = 0; round < 2; round++) instant = wall - offsetMs(timeZone, instant);
  return instant;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallParts(timeZone: string, at: number): Record<string, number> {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
}

function wallDate(timeZone: string, at: number): [number, number, number] {
  const { year, month, day } = wallParts(timeZone, at);
  return [year as number, month as number, day as number];
}

function offsetMs(timeZone: string, at: number): number {
  const { year = 0, month = 1, day = 1, hour, minute, second } = wallParts(timeZone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
