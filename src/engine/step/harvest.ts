/**
 * What the plans of a step's parts settle, gathered line by line: one entry per line and supplier, whatever part it came from,
 * in the canonical order of lines and suppliers. What joined lines were given together is dealt out to them in their order:
 * the first is served first, from the first supplier and quarter on.
 */
import type { Way } from "../register/eligibility";
import { bookOn, enter, take, type Entry, type Ledger } from "../ledger";
import type { Line } from "../register/lines";
import type { Basis } from "../model";
import type { Part } from "./step";

interface Settlement {
  readonly line: Line;
  readonly way: Way;
  readonly quarter: number;
  readonly quantity: number;
}

export class Harvest {
  private readonly settlements: Settlement[] = [];

  constructor(private readonly quarters: number) {}

  add({ lines, columns }: Part, plan: readonly number[]): void {
    let member = 0;
    let left = 0;
    for (let index = 0; index < columns.length; index++) {
      const at = columns.line(index);
      if (index === 0 || columns.line(index - 1) !== at) [member, left] = [0, lines[at].members?.[0].total ?? Infinity];
      for (let rest = plan[index]; rest > 0;) {
        const { line } = lines[at].members?.[member] ?? lines[at];
        const quantity = Math.min(rest, left);
        this.settlements.push({ line, way: columns.way(index), quarter: columns.quarter(index), quantity });
        rest -= quantity;
        left -= quantity;
        if (left === 0) left = lines[at].members?.[++member]?.total ?? Infinity;
      }
    }
  }

  /** Enters everything in the ledger, booked to the cells of its line; yields now and then. */
  *enter(ledger: Ledger, place: string): Generator<void> {
    const { settlements } = this;
    const order = new Float64Array(settlements.length);
    for (let index = 0; index < order.length; index++) order[index] = settlements[index].line.index * order.length + index;
    order.sort();
    for (let start = 0, end = 0, entered = 0; start < order.length; start = end) {
      const own: Settlement[] = [];
      for (; end < order.length; end++) {
        const settlement = settlements[order[end] % order.length];
        if (own.length > 0 && settlement.line !== own[0].line) break;
        own.push(settlement);
      }
      this.enterLine(ledger, own, place);
      if (end - entered < SLICE) continue;
      entered = end;
      yield;
    }
  }

  /** `own`: what was settled of one line. */
  private enterLine(ledger: Ledger, own: Settlement[], place: string): void {
    const [{ line }] = own;
    const deliveries = new Array<number>(this.quarters).fill(0);
    const entries: (Entry & { readonly way: Way; readonly quantities: number[] })[] = [];
    for (const { way, quarter, quantity } of own) {
      let at = entries.length;
      while (at > 0 && entries[at - 1].way.position > way.position) at--;
      if (at === 0 || entries[at - 1].way !== way) {
        const supplier = way.factory;
        const quantities = new Array<number>(this.quarters).fill(0);
        entries.splice(at++, 0, { line, supplier, place, basis: basisOf(line, supplier), fixed: false, quantities, way });
      }
      entries[at - 1].quantities[quarter] += quantity;
      deliveries[quarter] += quantity;
      take(ledger.free, way, quarter, quantity, this.quarters);
    }
    enter(ledger, line, entries, bookOn(ledger, line, deliveries));
  }
}

/** Settlements entered between two yields. */
const SLICE = 8_192;

function basisOf(line: Line, supplier: string): Basis {
  if (line.demand.inHouse) return "transfer";
  return line.presentSuppliers.has(supplier) ? "continued" : "new";
}
