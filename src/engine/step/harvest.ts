/**
 * What the plans of a step's parts settle, gathered line by line: one entry per line and supplier, whatever part it came from,
 * in the canonical order of lines and suppliers. What joined lines were given together is dealt out to them in their order:
 * the first is served first, from the first supplier and quarter on.
 */
import { Buckets } from "../buckets";
import type { Way } from "../register/eligibility";
import { bookOn, enter, take, type Entry, type Ledger } from "../ledger";
import type { Line } from "../register/lines";
import type { Basis } from "../model";
import { giveBack, takeNumbering, type Numbering } from "./numbering";
import type { Part } from "./step";

type MadeEntry = Entry & { readonly way: Way; readonly quantities: number[] };

export class Harvest {
  /** What was settled, one after another: of which line (its position among all lines), by whom, when and how much. */
  private readonly lines: number[] = [];
  private readonly ways: Way[] = [];
  private readonly quarters: number[] = [];
  private readonly quantities: number[] = [];

  /** Yields now and then. */
  *add({ lines, columns }: Part, plan: readonly number[]): Generator<void> {
    let member = 0;
    let left = 0;
    for (let index = 0; index < columns.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const at = columns.line(index);
      if (index === 0 || columns.line(index - 1) !== at) [member, left] = [0, lines[at].members?.[0].total ?? Infinity];
      for (let rest = plan[index]; rest > 0;) {
        const { line } = lines[at].members?.[member] ?? lines[at];
        const quantity = Math.min(rest, left);
        this.lines.push(line.index);
        this.ways.push(columns.way(index));
        this.quarters.push(columns.quarter(index));
        this.quantities.push(quantity);
        rest -= quantity;
        left -= quantity;
        if (left === 0) left = lines[at].members?.[++member]?.total ?? Infinity;
      }
    }
  }

  /** Enters everything in the ledger, booked to the cells of its line; `lines` in canonical order. Yields now and then. */
  *enter(ledger: Ledger, lines: readonly Line[], place: string): Generator<void> {
    const numbers = takeNumbering(ledger.register.lines.length);
    const byLine = yield* this.byLine(numbers);
    yield;
    let entered = 0;
    for (const line of lines) {
      entered++;
      const number = numbers.of(line.index);
      if (number >= 0) entered += this.enterLine(ledger, { line, place, eachOwn: (visit) => byLine.each(number, visit) });
      if (entered < SLICE) continue;
      entered = 0;
      yield;
    }
    giveBack(numbers);
  }

  /** The positions of what was settled, by the number of its line. */
  private *byLine(numbers: Numbering): Generator<void, Buckets> {
    const keys = this.lines.map((line) => {
      const known = numbers.of(line);
      return known >= 0 ? known : numbers.add(line);
    });
    return yield* Buckets.of(keys, numbers.count);
  }

  /** `eachOwn`: visits the positions of what was settled of the line. Returns how many entries were made. */
  private enterLine(ledger: Ledger, { line, place, eachOwn }: Own): number {
    const { quarters } = ledger.register;
    const deliveries = new Array<number>(quarters).fill(0);
    const entries: MadeEntry[] = [];
    eachOwn((position) => {
      const way = this.ways[position];
      const quarter = this.quarters[position];
      const quantity = this.quantities[position];
      entryOf(entries, { line, way, place, quarters }).quantities[quarter] += quantity;
      deliveries[quarter] += quantity;
      take(ledger.free, way, quarter, quantity, quarters);
    });
    enter(ledger, line, entries, bookOn(ledger, line, deliveries));
    return entries.length;
  }
}

interface Own {
  readonly line: Line;
  readonly place: string;
  readonly eachOwn: (visit: (position: number) => void) => void;
}

/** The entry of this way of making the line, put among those there are in the order of makers where it is new. */
function entryOf(
  entries: MadeEntry[],
  { line, way, place, quarters }: { line: Line; way: Way; place: string; quarters: number },
): MadeEntry {
  let at = entries.length;
  while (at > 0 && entries[at - 1].way.position > way.position) at--;
  if (at > 0 && entries[at - 1].way === way) return entries[at - 1];
  const { factory: supplier } = way;
  const quantities = new Array<number>(quarters).fill(0);
  const entry = { line, supplier, place, basis: basisOf(line, supplier), fixed: false, quantities, way };
  for (let index = entries.length; index > at; index--) entries[index] = entries[index - 1];
  entries[at] = entry;
  return entry;
}

/** Columns looked at, or lines and settlements entered, between two yields. */
const SLICE = 4_096;

function basisOf(line: Line, supplier: string): Basis {
  if (line.demand.inHouse) return "transfer";
  return line.presentSuppliers.has(supplier) ? "continued" : "new";
}
