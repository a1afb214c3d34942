/** Step lines that share a capacity cell, or could, belong to one part (union-find); parts can be balanced alone. */
import { Buckets } from "../buckets";
import type { ColumnFinder, Offers } from "./columnFinder";
import { giveBack, takeNumbering, type Numbering } from "./numbering";

/** Step lines looked at between two yields. */
const SLICE = 16_384;

/** Step lines as they come, each with what it could use. */
export class FallingApart {
  /** The first of a set is its leader. */
  private readonly leader: Int32Array;
  private count = 0;
  /** By number of a capacity cell, and by number of shared offers, the first step line that could use them. */
  private readonly firstUser: number[] = [];
  private readonly firstOffered: number[] = [];
  private readonly numbers: Numbering;

  /** `cells`: capacity cells that there are; `most`: so many step lines come at most. */
  constructor(
    cells: number,
    most: number,
    private readonly quarters: number,
  ) {
    this.numbers = takeNumbering(cells);
    this.leader = new Int32Array(most);
  }

  /** Adds a step line; returns its number. */
  add({ ways, quarters }: Offers): number {
    const index = this.count++;
    this.leader[index] = index;
    for (let offer = 0; offer < ways.length; offer++)
      for (const row of ways[offer].rows) this.use(index, row * this.quarters + quarters[offer]);
    return index;
  }

  /** Adds a step line with offers that others have too. */
  addShared(number: number, finder: ColumnFinder): number {
    const before = this.firstOffered[number];
    if (before === undefined) return (this.firstOffered[number] = this.add(finder.numbered(number)));
    this.leader[this.count] = before;
    return this.count++;
  }

  /** A step line could use this capacity cell too. */
  use(index: number, key: number): void {
    const cell = this.numbers.of(key);
    if (cell >= 0) this.join(this.firstUser[cell], index);
    else this.firstUser[this.numbers.add(key)] = index;
  }

  /** All that were added by part, in the canonical order of the first of each. Nothing can be added any more. */
  *parts(): Generator<void, Parts> {
    giveBack(this.numbers);
    const part = new Int32Array(this.count);
    let count = 0;
    for (let index = 0; index < part.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const leader = this.leaderOf(index);
      part[index] = leader === index ? count++ : part[leader];
    }
    return { count, lines: yield* Buckets.of(part, count) };
  }

  private leaderOf(index: number): number {
    const { leader } = this;
    while (leader[index] !== index) index = leader[index] = leader[leader[index]];
    return index;
  }

  private join(one: number, other: number): void {
    const [a, b] = [this.leaderOf(one), this.leaderOf(other)];
    if (a < b) this.leader[b] = a;
    else this.leader[a] = b;
  }
}

export interface Parts {
  readonly count: number;
  /** Step lines by part, in their order. */
  readonly lines: Buckets;
}
