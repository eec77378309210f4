/** What became of one question: the best article and how sure the desk was, and what it would have done by default. */
export type Outcome = {
  /** Ids of the articles that answer it; empty when nothing does. */
  expected: readonly string[];
  best: string | null;
  confidence: number;
  answered: boolean;
};

/** Shares between 0 and 1, as defined in `measure`. */
export type Measures = {
  questions: number;
  inAccuracy: number;
  auroc: number;
  correctAtR80: number;
  /** At the desk's own default threshold: answerable questions answered rightly, and unanswerable ones left unanswered. */
  answeredRightly: number;
  outsideRefused: number;
  /** Of all direct answers, those that were right. */
  precision: number;
};

/**
 * in-accuracy: the best article is right, of the answerable, without refusal. AUROC: of the confidence, answerable
 * against not (Mann–Whitney, ties count half). correct@R80: answerable questions answered rightly when the threshold
 * refuses 80 % of the unanswerable.
 */
export function measure(outcomes: readonly Outcome[]): Measures {
  const answerable = outcomes.filter((one) => one.expected.length > 0);
  const outside = outcomes.filter((one) => one.expected.length === 0);
  const isRight = (one: Outcome) => one.best !== null && one.expected.includes(one.best);
  const answered = outcomes.filter((one) => one.answered);
  const threshold = quantile(
    outside.map((one) => one.confidence),
    0.8,
  );
  return {
    questions: outcomes.length,
    inAccuracy: share(answerable, isRight),
    auroc: auroc(
      answerable.map((one) => one.confidence),
      outside.map((one) => one.confidence),
    ),
    correctAtR80: share(answerable, (one) => isRight(one) && one.confidence > threshold),
    answeredRightly: share(answerable, (one) => one.answered && isRight(one)),
    outsideRefused: share(outside, (one) => !one.answered),
    precision: share(answered, isRight),
  };
}

export function share<T>(all: readonly T[], fits: (one: T) => boolean): number {
  return all.length === 0 ? Number.NaN : all.filter(fits).length / all.length;
}

/** The probability that a random positive scores above a random negative. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.score === all[at]?.score) end++;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at++) if (all[at]?.positive) rankSum += rank;
  }
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0
    ? Number.NEGATIVE_INFINITY
    : (sorted[Math.ceil(part * sorted.length) - 1] as number);
}
