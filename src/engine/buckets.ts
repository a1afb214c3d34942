/** Items dealt out between two yields. */
const SLICE = 65_536;

/** Items by whole-number keys, in the order in which they came: a counting sort into one piece of memory. */
export class Buckets {
  private constructor(
    private readonly start: Int32Array,
    private readonly items: Int32Array,
  ) {}

  /** Item `given[i]` goes to key `keys[i]`, where none are given i itself; keys from 0 to `limit` − 1. Yields now and then. */
  static *of(keys: ArrayLike<number>, limit: number, given?: ArrayLike<number>): Generator<void, Buckets> {
    const start = new Int32Array(limit + 1);
    for (let index = 0; index < keys.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      start[keys[index] + 1]++;
    }
    for (let key = 0; key < limit; key++) start[key + 1] += start[key];
    const next = start.slice(0, limit);
    const items = new Int32Array(keys.length);
    for (let index = 0; index < keys.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      items[next[keys[index]]++] = given ? given[index] : index;
    }
    return new Buckets(start, items);
  }

  /** The items of a key are those at the places from `first` up to `end`. */
  first(key: number): number {
    return this.start[key];
  }

  end(key: number): number {
    return this.start[key + 1];
  }

  at(place: number): number {
    return this.items[place];
  }

  each(key: number, visit: (item: number) => void): void {
    for (let place = this.first(key); place < this.end(key); place++) visit(this.at(place));
  }
}
