/** Items by whole-number keys, in the order in which they came: a counting sort into one piece of memory. */
export class Buckets {
  private readonly start: Int32Array;
  private readonly items: Int32Array;

  /** Item `items[i]` goes to key `keys[i]`, where no items are given i itself; keys from 0 to `limit` − 1. */
  constructor(keys: ArrayLike<number>, limit: number, items?: ArrayLike<number>) {
    const start = (this.start = new Int32Array(limit + 1));
    for (let index = 0; index < keys.length; index++) start[keys[index] + 1]++;
    for (let key = 0; key < limit; key++) start[key + 1] += start[key];
    const next = start.slice(0, limit);
    this.items = new Int32Array(keys.length);
    for (let index = 0; index < keys.length; index++) this.items[next[keys[index]]++] = items ? items[index] : index;
  }

  each(key: number, visit: (item: number) => void): void {
    const end = this.start[key + 1];
    for (let at = this.start[key]; at < end; at++) visit(this.items[at]);
  }
}
