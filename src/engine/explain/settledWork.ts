/**
 * What the goals settled, as explanations look it up: which entries use each capacity cell, for whom a cell gave way, what each
 * line got. Worked out in one pass over the book. What was fixed first is left out.
 */
import { Buckets } from "../buckets";
import type { Entry, Ledger } from "../ledger";
import { forEachInSlices } from "../slices";

/** An entry that is not fixed: it has a line and a way. */
export type Settled = Entry & Required<Pick<Entry, "line" | "way">>;

/** Entries looked at between two yields. */
const SLICE = 8_192;

/** Settled at a lower place: goes before every priority. */
const LOWER_PLACE = 255;

export class SettledWork {
  private constructor(
    private readonly entries: readonly Entry[],
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
  static *of(ledger: Ledger): Generator<void, SettledWork> {
    const { entries, free } = ledger;
    const found = new Found(ledger);
    yield* forEachInSlices(entries, (entry, position) => found.add(entry, position), SLICE);
    return new SettledWork(entries, yield* Buckets.of(found.keys, free.length, found.positions), found.gaveTo, found.got);
  }

  /** Visits what stands on a capacity cell, in the order of the book. */
  each(key: number, visit: (entry: Settled) => void): void {
    this.onCells.each(key, (position) => {
      const entry = this.entries[position];
      if (isSettled(entry)) visit(entry);
    });
  }

  on(key: number): readonly Settled[] {
    const standing: Settled[] = [];
    this.each(key, (entry) => standing.push(entry));
    return standing;
  }
}

/** What is found in one pass over the book. */
class Found {
  /** Of each use of a capacity cell, the cell, and the position of the entry. */
  readonly keys: number[] = [];
  readonly positions: number[] = [];
  readonly gaveTo: Uint8Array;
  readonly got: Float64Array;

  constructor(private readonly ledger: Ledger) {
    this.gaveTo = new Uint8Array(ledger.free.length);
    this.got = new Float64Array(ledger.register.lines.length);
  }

  add(entry: Entry, position: number): void {
    if (!isSettled(entry)) return;
    const { quarters, places } = this.ledger.register;
    const { line, way, quantities } = entry;
    const highest = entry.place === places.root;
    const standing = line.priority === undefined ? 0 : highest ? line.priority : LOWER_PLACE;
    for (let quarter = 0; quarter < quantities.length; quarter++) {
      if (quantities[quarter] === 0) continue;
      if (highest) this.got[line.index] += quantities[quarter];
      for (const row of way.rows) {
        const key = row * quarters + quarter;
        this.keys.push(key);
        this.positions.push(position);
        if (standing > this.gaveTo[key]) this.gaveTo[key] = standing;
      }
    }
  }
}

function isSettled(entry: Entry): entry is Settled {
  return !entry.fixed && entry.line !== undefined && entry.way !== undefined;
}
