/**
 * What the plans of a step's parts settle, gathered line by line: one entry per line and supplier, whatever part it came from,
 * in the canonical order of lines and suppliers. What joined lines were given together is dealt out to them in their order:
 * the first is served first, from the first supplier and quarter on.
 */
import { Buckets } from "../buckets";
import type { Way } from "../register/eligibility";
import { post, take, type Entry, type Ledger } from "../ledger";
import type { Line } from "../register/lines";
import type { Basis } from "../model";
import type { Part } from "./step";

type MadeEntry = Entry & { readonly way: Way; readonly quantities: number[] };

/** Lines and settlements entered between two yields. */
const SLICE = 4_096;

export class Harvest {
  /** What was settled, one after another: of which line (its position in `lines`), by whom, when and how much. */
  private readonly positions: number[] = [];
  private readonly ways: Way[] = [];
  private readonly quarters: number[] = [];
  private readonly quantities: number[] = [];

  /** `lines`: those of the place, in canonical order. */
  constructor(
    private readonly ledger: Ledger,
    private readonly lines: readonly Line[],
    private readonly place: string,
  ) {}

  /** Gathers what the plan of a part settles; its capacity is taken at once, for no other part uses it. */
  add({ lines, columns }: Part, plan: readonly number[]): void {
    const { free, register } = this.ledger;
    for (let at = 0; at < lines.length; at++) {
      const { ways, quarters } = columns.offers[at];
      const { members } = lines[at];
      let member = 0;
      let left = members?.[0].total ?? Infinity;
      for (let offer = 0, column = columns.first[at]; offer < ways.length; offer++, column++) {
        if (plan[column] === 0) continue;
        take(free, ways[offer], quarters[offer], plan[column], register.quarters);
        for (let rest = plan[column]; rest > 0;) {
          const quantity = Math.min(rest, left);
          this.positions.push((members?.[member] ?? lines[at]).position);
          this.ways.push(ways[offer]);
          this.quarters.push(quarters[offer]);
          this.quantities.push(quantity);
          rest -= quantity;
          left -= quantity;
          if (left === 0) left = members?.[++member]?.total ?? Infinity;
        }
      }
    }
  }

  /** Enters everything in the ledger, booked to the cells of its line. Yields now and then. */
  *enter(): Generator<void> {
    const settled = yield* Buckets.of(this.positions, this.lines.length);
    yield;
    let entered = 0;
    for (let position = 0; position < this.lines.length; position++) {
      entered += 1 + this.enterLine(position, settled);
      if (entered < SLICE) continue;
      entered = 0;
      yield;
    }
  }

  /** `settled`: what was settled of each line. Returns how many entries were made. */
  private enterLine(position: number, settled: Buckets): number {
    const [first, end] = [settled.first(position), settled.end(position)];
    if (first === end) return 0;
    const line = this.lines[position];
    const entries: MadeEntry[] = [];
    for (let place = first; place < end; place++) {
      const at = settled.at(place);
      this.entryOf(entries, line, this.ways[at]).quantities[this.quarters[at]] += this.quantities[at];
    }
    post(this.ledger, line, entries);
    return entries.length;
  }

  /** The entry of this way of making the line, put among those there are in the order of makers where it is new. */
  private entryOf(entries: MadeEntry[], line: Line, way: Way): MadeEntry {
    let at = entries.length;
    while (at > 0 && entries[at - 1].way.position > way.position) at--;
    if (at > 0 && entries[at - 1].way === way) return entries[at - 1];
    const { factory: supplier } = way;
    const quantities = new Array<number>(this.ledger.register.quarters).fill(0);
    const entry = { line, supplier, place: this.place, basis: basisOf(line, supplier), fixed: false, quantities, way };
    for (let index = entries.length; index > at; index--) entries[index] = entries[index - 1];
    entries[at] = entry;
    return entry;
  }
}

function basisOf(line: Line, supplier: string): Basis {
  if (line.priority === undefined) return "transfer";
  return line.presentSuppliers.has(supplier) ? "continued" : "new";
}
