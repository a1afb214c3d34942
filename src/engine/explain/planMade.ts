/** The plan that the highest step made, as a plan of any of its parts, whatever else is asked of the part now. */
import { Buckets } from "../buckets";
import type { Entry, Ledger } from "../ledger";
import type { Part } from "../step/step";

/** Entries looked at between two yields. */
const SLICE = 8_192;

export class PlanMade {
  private constructor(
    private readonly entries: readonly Entry[],
    /** By line, positions in `entries`. */
    private readonly byLine: Buckets,
  ) {}

  static *of({ entries, register: { lines, places } }: Ledger): Generator<void, PlanMade> {
    const made: Entry[] = [];
    const keys: number[] = [];
    for (let index = 0; index < entries.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const { line, fixed, place } = entries[index];
      if (!line || fixed || place !== places.root) continue;
      made.push(entries[index]);
      keys.push(line.index);
    }
    return new PlanMade(made, yield* Buckets.of(keys, lines.length));
  }

  /** Of a part whose lines stand each for itself: one quantity per column. */
  planFor({ lines, columns }: Part): readonly number[] {
    const plan = new Array<number>(columns.length).fill(0);
    for (let at = 0; at < lines.length; at++) {
      const { ways, quarters } = columns.offers[at];
      this.byLine.each(lines[at].line.index, (position) => {
        const { way, quantities } = this.entries[position];
        for (let offer = 0; offer < ways.length; offer++)
          if (ways[offer] === way) plan[columns.first[at] + offer] = quantities[quarters[offer]];
      });
    }
    return plan;
  }
}
