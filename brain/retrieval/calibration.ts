/**
 * Platt scaling of the weight of evidence for one shop: probability = σ(slope · evidence + offset); and the probability
 * from which on the desk answers by itself, and from which on it asks back.
 */
export type Calibration = {
  slope: number;
  offset: number;
  answerFrom: number;
  clarifyFrom: number;
  curve: CurvePoint[];
  /** How many of the shop's own phrasings were asked for it. */
  measured: number;
};

/**
 * What would happen at one threshold, on the shop's own phrasings and on questions outside its knowledge; shares of 1.
 * `right`: of the shop's own, answered and rightly so; `precision`: of all answers, those outside included.
 */
export type CurvePoint = {
  threshold: number;
  answered: number;
  right: number;
  precision: number;
  outsideAnswered: number;
};

/** How careful a shop wants its AI: the share of its answers that must be right. */
export const wantedPrecisions = { cautious: 0.9, balanced: 0.85, bold: 0.75 } as const;
export type Care = keyof typeof wantedPrecisions;

/** A question whose right answer is known: the evidence for the best article, and whether that was right. */
export type Judged = { evidence: number; right: boolean; outside: boolean };

/** Before anything is measured: shops that are lie near it. */
export const uncalibrated: Calibration = {
  slope: 1,
  offset: -1,
  answerFrom: 0.7,
  clarifyFrom: 0.35,
  curve: [],
  measured: 0,
};
/** Whatever is wanted, the desk answers from no lower and no higher confidence than this. */
const lowest = 0.35;
const highest = 0.85;

export function calibrated(
  evidence: number,
  { slope, offset }: Pick<Calibration, 'slope' | 'offset'>,
): number {
  return 1 / (1 + Math.exp(-(slope * evidence + offset)));
}

/** How strongly a shop's few phrasings may move what was learned from many shops, as a number of pseudo-observations. */
const priorStrength = 40;
const iterations = 50;
/** With fewer of the shop's own phrasings, or fewer questions outside, nothing is measured. */
export const fewestMeasured = 20;

/**
 * Platt's method (1999) with a Gaussian prior about `uncalibrated`, by Newton's method; questions outside weigh as
 * much together as the shop's own, so that neither count decides.
 */
export function fitCalibration(judged: readonly Judged[], care: Care = 'balanced'): Calibration {
  const seen = judged.filter((one) => Number.isFinite(one.evidence));
  const own = seen.filter((one) => !one.outside).length;
  const outside = seen.length - own;
  if (own < fewestMeasured || outside < fewestMeasured) return uncalibrated;
  const weightOf = (one: Judged) => (one.outside ? own / outside / 2 : 1);
  let { slope, offset } = uncalibrated;
  /** What is made small: the surprise at what was right and wrong, and the distance from what many shops taught. */
  const costOf = (s: number, o: number) =>
    (priorStrength / 2) * ((s - uncalibrated.slope) ** 2 + (o - uncalibrated.offset) ** 2 / 10) +
    seen.reduce((sum, one) => {
      const margin = (one.right ? 1 : -1) * (s * one.evidence + o);
      return sum + weightOf(one) * (Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(0, -margin));
    }, 0);
  let cost = costOf(slope, offset);
  for (let round = 0; round < iterations; round++) {
    let gs = priorStrength * (slope - uncalibrated.slope);
    let go = (priorStrength / 10) * (offset - uncalibrated.offset);
    let hss = priorStrength;
    let hso = 0;
    let hoo = priorStrength / 10;
    for (const one of seen) {
      const p = calibrated(one.evidence, { slope, offset });
      const weight = weightOf(one);
      const error = weight * (p - (one.right ? 1 : 0));
      const h = weight * Math.max(p * (1 - p), 1e-6);
      gs += error * one.evidence;
      go += error;
      hss += h * one.evidence ** 2;
      hso += h * one.evidence;
      hoo += h;
    }
    const determinant = hss * hoo - hso * hso;
    const [towardsSlope, towardsOffset] = [hoo * gs - hso * go, hss * go - hso * gs];
    // A whole step may lead far away where nearly everything is certain: the half of it then, and so on.
    let step = 1 / determinant;
    while (
      step > 1e-9 / determinant &&
      costOf(slope - step * towardsSlope, offset - step * towardsOffset) > cost
    )
      step /= 2;
    slope -= step * towardsSlope;
    offset -= step * towardsOffset;
    const next = costOf(slope, offset);
    if (cost - next < 1e-9 * cost) break;
    cost = next;
  }
  slope = Math.max(0.3, slope);
  const curve = curveOf(judged, { slope, offset });
  return withCare({ ...uncalibrated, slope, offset, curve, measured: own }, care);
}

/** The same calibration, answering from where the curve allows the wanted care. Without a curve it stays as it is. */
export function withCare(calibration: Calibration, care: Care): Calibration {
  if (calibration.curve.length === 0) return calibration;
  const { answerFrom } = lineFor(calibration.curve, care);
  return { ...calibration, answerFrom, clarifyFrom: Math.min(uncalibrated.clarifyFrom, answerFrom / 2) };
}

/**
 * The lowest threshold at which the wanted share of answers is right; where none is, the one at which the most are, and
 * no lower than the usual. More care never gives a lower one.
 */
export function lineFor(
  curve: readonly CurvePoint[],
  care: Care,
): { answerFrom: number; isReached: boolean } {
  const points = curve.filter(
    ({ threshold, answered }) => threshold >= lowest && threshold <= highest && answered > 0,
  );
  const first = points.find((point) => point.precision >= wantedPrecisions[care]);
  if (first) return { answerFrom: first.threshold, isReached: true };
  const nearest = points.reduce((best, point) => (point.precision > best.precision ? point : best), {
    threshold: 0,
    precision: 0,
  });
  return { answerFrom: Math.max(uncalibrated.answerFrom, nearest.threshold), isReached: false };
}

function curveOf(judged: readonly Judged[], shape: { slope: number; offset: number }): CurvePoint[] {
  const own = judged.filter((one) => !one.outside);
  const outside = judged.filter((one) => one.outside);
  return Array.from({ length: 19 }, (_, at) => {
    const threshold = (at + 1) / 20;
    const passes = (one: Judged) => calibrated(one.evidence, shape) >= threshold;
    const answered = own.filter(passes);
    const strangers = outside.filter(passes).length;
    const right = answered.filter((one) => one.right).length;
    return {
      threshold,
      answered: answered.length / Math.max(1, own.length),
      right: right / Math.max(1, own.length),
      precision:
        right / Math.max(1, answered.length + (strangers * own.length) / Math.max(1, outside.length) / 2),
      outsideAnswered: strangers / Math.max(1, outside.length),
    };
  });
}
