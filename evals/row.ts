/** One line of the table `npm run eval` prints. `value` null: not measured, and the note says why. */
export type Row = {
  set: string;
  measure: string;
  value: number | null;
  least: number;
  aim: number;
  note: string;
};

/** Turns texts into sentence vectors; null where there is no encoder. */
export type Embed = ((texts: string[], kind: 'query' | 'passage') => Promise<Float32Array[]>) | null;
