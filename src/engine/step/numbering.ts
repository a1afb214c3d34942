/**
 * Numbers whole-number keys in the order in which they come: a sparse set (Briggs and Torczon, "An Efficient Representation for
 * Sparse Sets", 1993), which is cleared at once however many keys there may be.
 */
export class Numbering {
  count = 0;
  private readonly number: Int32Array;
  private readonly keys: Int32Array;

  /** Keys from 0 to `limit` − 1. */
  constructor(readonly limit: number) {
    this.number = new Int32Array(limit);
    this.keys = new Int32Array(limit);
  }

  /** The number of a key; -1 where it has none. */
  of(key: number): number {
    const number = this.number[key];
    return number < this.count && this.keys[number] === key ? number : -1;
  }

  /** Gives the next number to a key that has none. */
  add(key: number): number {
    this.number[key] = this.count;
    this.keys[this.count] = key;
    return this.count++;
  }

  keyOf(number: number): number {
    return this.keys[number];
  }
}

let spare: Numbering | undefined;

/** One that was given back, or a new one. Whoever takes it has it alone until it is given back. */
export function takeNumbering(limit: number): Numbering {
  const known = spare;
  spare = undefined;
  if (known === undefined || known.limit < limit) return new Numbering(limit);
  known.count = 0;
  return known;
}

export function giveBack(numbering: Numbering): void {
  if (spare === undefined || spare.limit < numbering.limit) spare = numbering;
}
