/**
 * The `count` items with the highest values, in no order. Linear for few of many: the threshold rises as better ones come.
 * @param isWanted asked only of items whose value would do
 */
export function highest<T>(
  items: readonly T[],
  count: number,
  valueOf: (item: T) => number,
  isWanted: (item: T) => boolean = () => true,
): T[] {
  if (items.length <= count) return items.filter(isWanted);
  let kept: { item: T; value: number }[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const value = valueOf(item);
    if (value <= least || !isWanted(item)) continue;
    kept.push({ item, value });
    if (kept.length < count * 2) continue;
    kept = kept.sort((a, b) => b.value - a.value).slice(0, count);
    least = (kept[count - 1] as { value: number }).value;
  }
  return kept
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map((one) => one.item);
}
