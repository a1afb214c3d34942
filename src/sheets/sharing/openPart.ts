/**
 * What an office has to send up: what is still open of every line after the meetings under it, and what remains of every
 * capacity row. Rows settled above this office do not count as settled here, so that a later version carries the whole again.
 */
import { book, windowOf } from "../../engine/booking";
import type { Demand, EarlierAgreement } from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import { register, type Register } from "../../engine/register/register";
import type { EarlierOutputs } from "../record/locateOutputs";
import { periodKey } from "../table/periodKeys";
import type { Reading } from "../reading";
import { OpenRows } from "./openRows";
import { unresolvedAmounts, type Amounts } from "./outputAmounts";

export interface OpenPart {
  /** Steps by key of the period, by demand number; lines with nothing open are left out. */
  readonly demands: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** In the row's steps, by quarter: what remains, and what the in-house work that is sent occupies. */
  readonly capacities: ReadonlyMap<string, OpenRow>;
}
export interface OpenRow {
  readonly remaining: readonly number[];
  readonly own: readonly number[];
}

/** `asSent`: nothing was balanced since the last submission, so what it sent is all there is. */
export function openPart(reading: Reading, earlier: EarlierOutputs, { asSent }: { readonly asSent: boolean }): OpenPart {
  const known = register(reading.shared.whole);
  const lines = new OpenLines(reading, known, { unresolved: unresolvedAmounts(earlier), asSent });
  const rows = new OpenRows(reading, known, { earlier, asSent });
  const demands = new Map<string, ReadonlyMap<string, number>>();
  for (const line of known.lines) {
    const { demand } = line;
    const { open, above } = lines.of(demand);
    if (line.home) {
      rows.occupy(line.home, line.windows, open);
      rows.freed(line.home, line.windows, { above, here: demand.cells.map(({ quantity }, cell) => quantity - open[cell]) });
    }
    const amounts = demand.cells.flatMap(({ period }, cell) =>
      open[cell] > 0 ? [[periodKey(known.situation.horizon, period), open[cell]] as const] : [],
    );
    if (amounts.length > 0) demands.set(demand.no, new Map(amounts));
  }
  for (const row of lines.settled) rows.used(row);
  return { demands, capacities: rows.all() };
}

class OpenLines {
  private readonly here = new Map<string, EarlierAgreement[]>();
  private readonly above = new Map<string, EarlierAgreement[]>();
  readonly settled: EarlierAgreement[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly known: Register,
    private readonly given: { readonly unresolved: Amounts; readonly asSent: boolean },
  ) {
    for (const row of reading.situation.earlierAgreements) {
      if (row.status !== "Proposed" && row.status !== "Agreed") continue;
      const local = known.places.has(row.settledAt);
      this.settled.push(row);
      // Another office may have given its line the number of one of ours.
      if (known.namedLines.get(row.demandNo)?.demand.factory !== row.buyer) continue;
      const rows = local ? this.here : this.above;
      rows.set(row.demandNo, [...(rows.get(row.demandNo) ?? []), row]);
    }
  }

  /** Steps by cell: what is open for the office above, and what of it rows settled above had taken. */
  of(demand: Demand): { readonly open: readonly number[]; readonly above: readonly number[] } {
    return demand.inHouse || this.above.has(demand.no) ? this.heldAgain(demand) : { open: this.onTheSheet(demand), above: [] };
  }

  /** Meeting by meeting, as they were held: what was settled above was kept out of each, and took its place in the last. */
  private heldAgain(demand: Demand): { open: readonly number[]; above: readonly number[] } {
    const open = demand.cells.map(({ quantity }) => quantity);
    const rows = this.here.get(demand.no) ?? [];
    const above = this.above.get(demand.no) ?? [];
    for (const place of this.known.places.order) {
      const settled = rows.filter(({ settledAt }) => settledAt === place);
      if (settled.length === 0) continue;
      const kept = this.booked(demand, open, above);
      const booked = this.booked(demand, minus(open, kept), settled);
      open.forEach((quantity, cell) => (open[cell] = quantity - booked[cell]));
    }
    return { open, above: this.booked(demand, open, above) };
  }

  /** What the Unresolved sheet says, and what was sent before. */
  private onTheSheet(demand: Demand): readonly number[] {
    const { asSent, unresolved } = this.given;
    const product = this.known.products.get(demand.product);
    const steps = product ? stepsPerUnit(product.unit) : 1;
    const sent = this.reading.shared.sentUp.demands.get(demand.no);
    const left = asSent ? undefined : unresolved.get(demand.no);
    return demand.cells.map(({ period, quantity }) => {
      const key = periodKey(this.known.situation.horizon, period);
      return Math.min(quantity, Math.round(((sent?.get(key) ?? 0) + (left?.get(key) ?? 0)) * steps));
    });
  }

  /** By cell, what these rows deliver to it. */
  private booked(demand: Demand, open: readonly number[], rows: readonly EarlierAgreement[]): readonly number[] {
    const { horizon } = this.known.situation;
    const cells = new Array<number>(open.length).fill(0);
    if (rows.length === 0) return cells;
    const windows = demand.cells.map((cell) => windowOf(cell.period, demand, horizon));
    const deliveries = Array.from({ length: horizon.quarters }, (_, quarter) =>
      rows.reduce((sum, row) => sum + (row.quantities[quarter] ?? 0), 0),
    );
    for (const { cell, quantity } of book(windows, open.slice(), deliveries)) cells[cell] += quantity;
    return cells;
  }
}

function minus(one: readonly number[], other: readonly number[]): readonly number[] {
  return one.map((quantity, cell) => quantity - other[cell]);
}
