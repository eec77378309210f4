/**
 * The `count` items with the highest values, the highest first. Linear for few of many: the threshold rises as better
 * ones come.
 * @param isWanted asked only of items whose value would do
 */
export function highest<T>(
  items: readonly T[],
  count: number,
  scoreOf: (item: T) => number,
  isWanted: (item: T) => boolean = () => true,
): T[] {
  const kept: T[] = [];
  const values: number[] = [];
  for (const item of items) {
    const value = scoreOf(item);
    let place = kept.length;
    if (place === count) {
      if (value <= (values[count - 1] as number)) continue;
      place--;
    }
    if (!isWanted(item)) continue;
    for (; place > 0 && (values[place - 1] as number) < value; place--) {
      kept[place] = kept[place - 1] as T;
      values[place] = values[place - 1] as number;
    }
    kept[place] = item;
    values[place] = value;
  }
  return kept;
}
