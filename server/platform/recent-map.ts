/** A map that keeps the `limit` most recently used entries. */
export function createRecentMap<Key, Value>(limit: number) {
  const map = new Map<Key, Value>();
  return {
    get(key: Key): Value | undefined {
      const value = map.get(key);
      if (value !== undefined) {
        map.delete(key);
        map.set(key, value);
      }
      return value;
    },
    set(key: Key, value: Value): void {
      map.delete(key);
      map.set(key, value);
      if (map.size > limit) map.delete(map.keys().next().value as Key);
    },
    delete(key: Key): void {
      map.delete(key);
    },
  };
}
