/** Rows of features, one after the other. */
export type Table = { width: number; values: Float32Array; rows: number };

/** Regularisation, as a share of the mean curvature of a feature of variance 1. */
const ridge = 1e-3;
const mostRounds = 15;
const smallStep = 1e-4;

/**
 * Logistic regression by Newton's method: the weights for which σ(weights · row) is nearest to `right`. The last weight is
 * the bias. Features are scaled to variance 1 for the ridge.
 */
export function fitLogistic(table: Table, right: Float32Array, importance: Float32Array): Float64Array {
  const { width, values, rows } = table;
  const scales = scalesOf(table);
  const size = width + 1;
  const weights = new Float64Array(size);
  const total = importance.reduce((sum, one) => sum + one, 0);
  const row = new Float64Array(size);
  for (let round = 0; round < mostRounds; round++) {
    const { gradient, curvature } = penalty(weights, width);
    for (let at = 0; at < rows; at++) {
      const share = (importance[at] as number) / total;
      let sum = 0;
      for (let i = 0; i < size; i++) {
        row[i] = i < width ? (values[at * width + i] as number) * (scales[i] as number) : 1;
        sum += (row[i] as number) * (weights[i] as number);
      }
      const p = 1 / (1 + Math.exp(-sum));
      add(gradient, row, share * (p - (right[at] as number)));
      addSquare(curvature, row, share * Math.max(p * (1 - p), 1e-6));
    }
    if (step(weights, curvature, gradient) < smallStep) break;
  }
  return weights.map((weight, i) => (i < width ? weight * (scales[i] as number) : weight));
}

/** One choice among rows `from` to `to`; `right`: those that would be right. */
export type Choice = { from: number; to: number; right: number[]; importance: number };

/** Softmax regression by Newton's method: the weights by which the right row of each choice stands out. */
export function fitChoices(table: Table, choices: readonly Choice[]): Float64Array {
  const { width, values } = table;
  const scales = scalesOf(table);
  const weights = new Float64Array(width);
  const total = choices.reduce((sum, one) => sum + one.importance, 0);
  const mean = new Float64Array(width);
  const wanted = new Float64Array(width);
  const row = new Float64Array(width);
  const read = (at: number) => {
    let sum = 0;
    for (let i = 0; i < width; i++) {
      row[i] = (values[at * width + i] as number) * (scales[i] as number);
      sum += (row[i] as number) * (weights[i] as number);
    }
    return sum;
  };
  for (let round = 0; round < mostRounds; round++) {
    const { gradient, curvature } = penalty(weights, width);
    for (const { from, to, right, importance } of choices) {
      const scores = Array.from({ length: to - from }, (_, at) => read(from + at));
      const most = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((sum, one) => sum + one, 0);
      const share = importance / total;
      // Of several right ones any will do: those that already stand out are strengthened.
      const best = right.reduce((sum, at) => sum + (odds[at - from] as number), 0);
      mean.fill(0);
      wanted.fill(0);
      for (let at = from; at < to; at++) {
        const p = (odds[at - from] as number) / all;
        if (p < 1e-6 && !right.includes(at)) continue;
        read(at);
        add(mean, row, p);
        if (right.includes(at)) add(wanted, row, (odds[at - from] as number) / best);
        addSquare(curvature, row, share * p);
      }
      addSquare(curvature, mean, -share);
      add(gradient, mean, share);
      add(gradient, wanted, -share);
    }
    if (step(weights, curvature, gradient) < smallStep) break;
  }
  return weights.map((weight, i) => weight * (scales[i] as number));
}

/** One over the standard deviation of each feature; 0 where it never changes. */
function scalesOf({ width, values, rows }: Table): Float64Array {
  return Float64Array.from({ length: width }, (_, i) => {
    let sum = 0;
    let squares = 0;
    for (let at = i; at < values.length; at += width) {
      sum += values[at] as number;
      squares += (values[at] as number) ** 2;
    }
    const variance = squares / rows - (sum / rows) ** 2;
    return variance > 1e-8 ? 1 / Math.sqrt(variance) : 0;
  });
}

function penalty(weights: Float64Array, penalised: number) {
  const size = weights.length;
  const gradient = Float64Array.from(weights, (weight, i) => (i < penalised ? ridge * weight : 0));
  const curvature = Array.from({ length: size }, (_, i) => {
    const line = new Float64Array(size);
    line[i] = ridge;
    return line;
  });
  return { gradient, curvature };
}

function add(into: Float64Array, row: Float64Array, times: number): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + times * (row[i] as number);
}

/** Adds to the lower half; `step` mirrors it. Most features of a row are 0. */
function addSquare(into: Float64Array[], row: Float64Array, times: number): void {
  for (let i = 0; i < row.length; i++) {
    const value = row[i] as number;
    if (value === 0) continue;
    const line = into[i] as Float64Array;
    for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + times * value * (row[j] as number);
  }
}

/**
 * Moves `weights` by −curvature⁻¹ · gradient (Gaussian elimination; the ridge keeps it regular).
 * @returns the largest move
 */
function step(weights: Float64Array, curvature: Float64Array[], gradient: Float64Array): number {
  const size = weights.length;
  const lines = curvature.map((line, i) =>
    Float64Array.from({ length: size + 1 }, (_, j) =>
      j === size ? (gradient[i] as number) : j <= i ? (line[j] as number) : (curvature[j]?.[i] as number),
    ),
  );
  for (let i = 0; i < size; i++) {
    const pivot = lines[i] as Float64Array;
    for (let j = i + 1; j < size; j++) {
      const line = lines[j] as Float64Array;
      add(line, pivot, -(line[i] as number) / (pivot[i] as number));
    }
  }
  const moves = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const line = lines[i] as Float64Array;
    let rest = line[size] as number;
    for (let j = i + 1; j < size; j++) rest -= (line[j] as number) * (moves[j] as number);
    moves[i] = rest / (line[i] as number);
  }
  add(weights, moves, -1);
  return Math.max(...moves.map(Math.abs));
}
