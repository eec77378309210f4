import type { Hit } from './hits.ts';

/** Whom a complaint is aimed at: the shop (and its AI), or somebody else (a courier, a bank, an ex). */
export type Target = 'shop' | 'third_party';

/**
 * Decided by the clauses that carry the complaint and their neighbours: somebody else is named there, and the shop is
 * not addressed. When nothing is named, the shop is meant: it is whom the customer talks to.
 */
export function targetOf(hits: readonly Hit[]): Target {
  const heated = new Set(
    hits.filter((hit) => hit.topic === 'angry' || hit.topic === 'dissatisfied').map((hit) => hit.clause),
  );
  const near = (hit: Hit, distance: number) =>
    heated.size === 0 || [...heated].some((clause) => Math.abs(clause - hit.clause) <= distance);
  const others = hits.filter((hit) => hit.topic === 'third' && near(hit, 1)).length;
  const shops = hits.filter((hit) => hit.topic === 'shop' && near(hit, 0)).length;
  return others > 0 && others > shops ? 'third_party' : 'shop';
}
