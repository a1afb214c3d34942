/**
 * What is fixed first, part one: agreed rows, as far as demand and capacity still bear them. What no longer fits is not
 * counted but put to reconsideration with its numbers; nothing agreed is cut silently.
 */
import { book } from "./booking";
import type { Way } from "./eligibility";
import { enter, roomFor, take, type Entry, type Ledger } from "./ledger";
import type { EarlierAgreement, Reconsideration } from "./model";
import type { Line } from "./register";

/** Enters the agreed rows, hand-overs first (they free capacity), each kind in order of agreement number. */
export function fixAgreed(ledger: Ledger): readonly Reconsideration[] {
  const { agreed, lineByNo } = ledger.register;
  const handOver = (row: EarlierAgreement): boolean => lineByNo.get(row.demandNo)?.demand.inHouse ?? false;
  return [
    ...fixRows(ledger, agreed.filter(handOver)),
    ...fixRows(
      ledger,
      agreed.filter((row) => !handOver(row)),
    ),
  ];
}

function fixRows(ledger: Ledger, rows: readonly EarlierAgreement[]): Reconsideration[] {
  const { register } = ledger;
  const free = ledger.free.slice();
  const deliveries = new Map<Line, number[]>();
  const entries = new Map<Line, Entry[]>();
  const reconsider: Reconsideration[] = [];
  for (const row of rows) {
    const line = register.lineByNo.get(row.demandNo);
    const way = register.ways.get(row.product)?.find((entry) => entry.factory === row.supplier);
    const borne = bear(row, { line, way, free, deliveries, ledger });
    const missing = row.quantities.map((quantity, quarter) => quantity - borne.quantities[quarter]);
    if (missing.some((quantity) => quantity > 0)) reconsider.push({ no: row.no, standing: false, missing, cause: borne.cause });
    if (!borne.quantities.some((quantity) => quantity > 0)) continue;
    const entry: Entry = {
      line,
      supplier: row.supplier,
      place: row.settledAt,
      basis: row.basis,
      fixed: true,
      quantities: borne.quantities,
      way,
      earlierNo: row.no,
    };
    if (line) entries.set(line, [...(entries.get(line) ?? []), entry]);
    else enterForOutsider(ledger, entry);
  }
  for (const [line, own] of entries) enter(ledger, line, own);
  return reconsider;
}

interface Bearing {
  readonly line: Line | undefined;
  readonly way: Way | undefined;
  /** What is free while these rows are counted, one after the other. */
  readonly free: Float64Array;
  readonly deliveries: Map<Line, number[]>;
  readonly ledger: Ledger;
}

/** How much of an agreed row demand and capacity still bear, quarter by quarter. */
function bear(
  row: EarlierAgreement,
  { line, way, free, deliveries, ledger }: Bearing,
): { quantities: number[]; cause: Reconsideration["cause"] } {
  const { quarters, factories } = ledger.register;
  const nothing = new Array<number>(quarters).fill(0);
  const ourSupplier = factories.has(row.supplier);
  if (line ? line.demand.product !== row.product : factories.has(row.buyer) || !ourSupplier)
    return { quantities: nothing, cause: "unknown" };
  if (ourSupplier && !way) return { quantities: nothing, cause: "capacity" };
  let cause: Reconsideration["cause"] = "demand";
  const soFar = (line && deliveries.get(line)) ?? nothing.slice();
  const quantities = nothing.slice();
  for (let quarter = 0; quarter < quarters; quarter++) {
    const wanted = row.quantities[quarter] ?? 0;
    if (wanted === 0) continue;
    const asked = line ? askedFor(line, ledger.open[line.index], soFar, quarter, wanted) : wanted;
    const room = way ? roomFor(free, way, quarter, quarters) : Infinity;
    const quantity = Math.min(asked, room);
    if (room < asked) cause = "capacity";
    if (way) take(free, way, quarter, quantity, quarters);
    soFar[quarter] += quantity;
    quantities[quarter] = quantity;
  }
  if (line) deliveries.set(line, soFar);
  return { quantities, cause };
}

/** How much more of `wanted` in this quarter the line's open cells can book, beside what was counted before. */
function askedFor(line: Line, open: readonly number[], soFar: readonly number[], quarter: number, wanted: number): number {
  const total = (deliveries: readonly number[]): number =>
    book(line.windows, open, deliveries).reduce((sum, entry) => sum + entry.quantity, 0);
  const withWanted = soFar.map((quantity, index) => (index === quarter ? quantity + wanted : quantity));
  return total(withWanted) - total(soFar);
}

/** An agreed row for a buyer outside this office: it uses the supplier's capacity and nothing else. */
function enterForOutsider(ledger: Ledger, entry: Entry): void {
  const { way } = entry;
  if (way) entry.quantities.forEach((quantity, quarter) => take(ledger.free, way, quarter, quantity, ledger.register.quarters));
  ledger.entries.push(entry);
}
