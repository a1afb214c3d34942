/**
 * What the goals settled, as explanations look it up: which entries use each capacity cell, for whom a cell gave way, what each
 * line got. Worked out in one pass over the book. What was fixed first is left out.
 */
import { Buckets } from "../buckets";
import type { Entry, Ledger } from "../ledger";

/** An entry that is not fixed: it has a line and a way. */
export type Settled = Entry & Required<Pick<Entry, "line" | "way">>;

/** Entries looked at between two yields. */
const SLICE = 8_192;

/** Settled at a lower place: goes before every priority. */
const LOWER_PLACE = 255;

export class SettledWork {
  private constructor(
    private readonly entries: readonly Settled[],
    /** By capacity cell (row × quarters + quarter), positions in `entries`. */
    private readonly onCells: Buckets,
    /**
     * By capacity cell, the lowest priority (the largest number) that anything made there has; LOWER_PLACE where a lower place
     * settled some of it. In-house work left out.
     */
    readonly gaveTo: Uint8Array,
    /** By line, what it got at the highest step. */
    readonly got: Float64Array,
  ) {}

  /** Yields now and then. */
  static *of({ entries, free, register }: Ledger): Generator<void, SettledWork> {
    const { quarters, lines, places } = register;
    const settled: Settled[] = [];
    const keys: number[] = [];
    const positions: number[] = [];
    const gaveTo = new Uint8Array(free.length);
    const got = new Float64Array(lines.length);
    for (let index = 0; index < entries.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const entry = entries[index];
      if (!isSettled(entry)) continue;
      const { line, way, quantities } = entry;
      const position = settled.push(entry) - 1;
      const highest = entry.place === places.root;
      const standing = line.priority === undefined ? 0 : highest ? line.priority : LOWER_PLACE;
      for (let quarter = 0; quarter < quantities.length; quarter++) {
        if (quantities[quarter] === 0) continue;
        if (highest) got[line.index] += quantities[quarter];
        for (const row of way.rows) {
          const key = row * quarters + quarter;
          keys.push(key);
          positions.push(position);
          if (standing > gaveTo[key]) gaveTo[key] = standing;
        }
      }
    }
    return new SettledWork(settled, yield* Buckets.of(keys, free.length, positions), gaveTo, got);
  }

  /** Visits what stands on a capacity cell, in the order of the book. */
  each(key: number, visit: (entry: Settled) => void): void {
    this.onCells.each(key, (position) => visit(this.entries[position]));
  }

  on(key: number): readonly Settled[] {
    const standing: Settled[] = [];
    this.each(key, (entry) => standing.push(entry));
    return standing;
  }
}

function isSettled(entry: Entry): entry is Settled {
  return !entry.fixed && entry.line !== undefined && entry.way !== undefined;
}
