/** An inverted index with typed arrays: token → (unit, weight) pairs. Units can be added and removed at any time. */
type List = { units: Int32Array; weights: Float32Array; length: number };

export function createPostings() {
  const lists = new Map<string, List>();
  return {
    add(token: string, unit: number, weight: number): void {
      let list = lists.get(token);
      if (!list) {
        list = { units: new Int32Array(4), weights: new Float32Array(4), length: 0 };
        lists.set(token, list);
      }
      if (list.length === list.units.length) {
        const units = new Int32Array(list.length * 2);
        const weights = new Float32Array(list.length * 2);
        units.set(list.units);
        weights.set(list.weights);
        list.units = units;
        list.weights = weights;
      }
      list.units[list.length] = unit;
      list.weights[list.length] = weight;
      list.length++;
    },
    remove(token: string, unit: number): void {
      const list = lists.get(token);
      if (!list) return;
      const at = list.units.subarray(0, list.length).indexOf(unit);
      if (at < 0) return;
      list.length--;
      list.units[at] = list.units[list.length] as number;
      list.weights[at] = list.weights[list.length] as number;
      if (list.length === 0) lists.delete(token);
    },
    get: (token: string): List | undefined => lists.get(token),
  };
}
