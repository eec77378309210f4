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
};

/** What would happen at one threshold, on the shop's own phrasings and on questions outside its knowledge; shares of 1. */
export type CurvePoint = { threshold: number; answered: number; precision: number; outsideAnswered: number };

/** A question whose right answer is known: the evidence for the best article, and whether that was right. */
export type Judged = { evidence: number; right: boolean; outside: boolean };

export const uncalibrated: Calibration = {
  slope: 1,
  offset: 0,
  answerFrom: 0.7,
  clarifyFrom: 0.2,
  curve: [],
};

export function calibrated(
  evidence: number,
  { slope, offset }: Pick<Calibration, 'slope' | 'offset'>,
): number {
  return 1 / (1 + Math.exp(-(slope * evidence + offset)));
}

/** How strongly a shop's few phrasings may move what was learned from many shops, as a number of pseudo-observations. */
const priorStrength = 40;
const iterations = 50;

/**
 * Platt's method (1999) with a Gaussian prior on slope 1 and offset 0, by Newton's method; questions outside weigh as
 * much together as the shop's own, so that neither count decides.
 */
export function fitCalibration(judged: readonly Judged[], wantedPrecision = 0.85): Calibration {
  const seen = judged.filter((one) => Number.isFinite(one.evidence));
  const own = seen.filter((one) => !one.outside).length;
  const outside = seen.length - own;
  if (own < 20 || outside < 20) return uncalibrated;
  const weightOf = (one: Judged) => (one.outside ? own / outside / 2 : 1);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < iterations; round++) {
    let gs = priorStrength * (slope - 1);
    let go = (priorStrength / 10) * offset;
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
    slope -= (hoo * gs - hso * go) / determinant;
    offset -= (hss * go - hso * gs) / determinant;
  }
  slope = Math.max(0.3, slope);
  const curve = curveOf(judged, { slope, offset });
  const first = curve.find((point) => point.precision >= wantedPrecision && point.answered > 0);
  const answerFrom = Math.min(0.85, Math.max(0.35, first?.threshold ?? uncalibrated.answerFrom));
  return {
    slope,
    offset,
    answerFrom,
    clarifyFrom: Math.min(uncalibrated.clarifyFrom, answerFrom / 2),
    curve,
  };
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
      precision:
        right / Math.max(1, answered.length + (strangers * own.length) / Math.max(1, outside.length) / 2),
      outsideAnswered: strangers / Math.max(1, outside.length),
    };
  });
}
