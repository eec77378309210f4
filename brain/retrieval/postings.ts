/** An inverted index with typed arrays: token → units. Units can be added and removed at any time. */
type List = { units: Int32Array; length: number };

export function createPostings() {
  const lists = new Map<string, List>();
  return {
    add(token: string, unit: number): void {
      let list = lists.get(token);
      if (!list) {
        list = { units: new Int32Array(4), length: 0 };
        lists.set(token, list);
      }
      if (list.length === list.units.length) {
        const units = new Int32Array(list.length * 2);
        units.set(list.units);
        list.units = units;
      }
      list.units[list.length++] = unit;
    },
    remove(token: string, unit: number): void {
      const list = lists.get(token);
      if (!list) return;
      const at = list.units.subarray(0, list.length).indexOf(unit);
      if (at < 0) return;
      list.units[at] = list.units[--list.length] as number;
      if (list.length === 0) lists.delete(token);
    },
    get: (token: string): List | undefined => lists.get(token),
  };
}
