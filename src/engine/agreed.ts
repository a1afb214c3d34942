/**
 * What is fixed first, part one: agreed rows, as far as demand and capacity still bear them. What no longer fits is not
 * counted but put to reconsideration with its numbers; nothing agreed is cut silently.
 *
 * A row is settled at the lowest place that holds both factories (with a partner outside: at the office itself). Until
 * then each side keeps its own quantity out, for what a place's step yields may depend on nothing but the rows under it.
 */
import { book } from "./booking";
import type { Way } from "./eligibility";
import { bookOn, enterBooked, openOf, roomFor, take, type Entry, type Ledger, type Table } from "./ledger";
import type { EarlierAgreement, Reconsideration } from "./model";
import type { Line } from "./lines";
import type { Register } from "./register";

/** Settles the agreed rows that meet at this place and keeps out those that meet above; hand-overs first (they free capacity), then by number. */
export function fixAgreed(ledger: Ledger, table: Table, place: string): readonly Reconsideration[] {
  const { register } = ledger;
  const waiting = register.agreed.flatMap((row) => {
    const meeting = meetingOf(register, row.supplier, row.buyer) ?? register.places.root;
    if (meeting !== place && register.places.isUnder(meeting, place)) return [];
    return [{ row, line: register.lineByNo.get(row.demandNo), here: meeting === place }];
  });
  const handOver = ({ line }: Waiting): boolean => line?.demand.inHouse ?? false;
  const groups = [waiting.filter(handOver), waiting.filter((entry) => !handOver(entry))];
  return groups.flatMap((group) => bearAll(group, { ledger, table, place }));
}

/** The lowest place that holds both; undefined where one of them lies outside this office. */
export function meetingOf({ factories, places }: Register, supplier: string, buyer: string): string | undefined {
  const [one, other] = [factories.get(supplier), factories.get(buyer)];
  return one && other ? places.meet(one.place, other.place) : undefined;
}

interface Waiting {
  readonly row: EarlierAgreement;
  readonly line: Line | undefined;
  readonly here: boolean;
}

interface Scene {
  readonly ledger: Ledger;
  readonly table: Table;
  readonly place: string;
}

function bearAll(group: readonly Waiting[], scene: Scene): Reconsideration[] {
  const { ledger, table, place } = scene;
  const { quarters } = ledger.register;
  const deliveries = new Map<Line, number[]>();
  const settled = new Map<Line | undefined, Entry[]>();
  const kept = new Map<Line, number[]>();
  const reconsider: Reconsideration[] = [];
  for (const { row, line, here } of group) {
    const way = ledger.register.ways.get(row.product)?.find((entry) => entry.factory === row.supplier);
    const borne = bear(row, { ...scene, line, way, deliveries });
    if (!here) {
      if (line) kept.set(line, plus(kept.get(line), borne.quantities));
      continue;
    }
    const missing = row.quantities.map((quantity, quarter) => quantity - borne.quantities[quarter]);
    if (missing.some((quantity) => quantity > 0)) reconsider.push({ no: row.no, standing: false, missing, cause: borne.cause });
    if (!borne.quantities.some((quantity) => quantity > 0)) continue;
    const entry: Entry = {
      line,
      supplier: row.supplier,
      place: row.settledAt || place,
      basis: row.basis,
      fixed: true,
      quantities: borne.quantities,
      way,
      earlierNo: row.no,
    };
    settled.set(line, [...(settled.get(line) ?? []), entry]);
  }
  for (const [line, entries] of settled) {
    const sum = entries.reduce<number[] | undefined>((total, entry) => plus(total, entry.quantities), undefined) ?? [];
    enterBooked(ledger, line, entries, line ? bookOn(table, line, sum, quarters) : []);
  }
  for (const [line, sum] of kept)
    if (ledger.register.places.isUnder(line.place, place)) bookOn(table, { ...line, home: undefined }, sum, quarters);
  return reconsider;
}

function plus(one: readonly number[] | undefined, other: readonly number[]): number[] {
  return other.map((quantity, index) => quantity + (one?.[index] ?? 0));
}

interface Bearing extends Scene {
  readonly line: Line | undefined;
  readonly way: Way | undefined;
  /** What rows before this one already put on each line. */
  readonly deliveries: Map<Line, number[]>;
}

/** How much of an agreed row the sides under this place still bear, quarter by quarter; takes the supplier's capacity off the table. */
function bear(
  row: EarlierAgreement,
  { line, way, deliveries, ledger, table, place }: Bearing,
): { quantities: number[]; cause: Reconsideration["cause"] } {
  const { quarters, factories, places } = ledger.register;
  const nothing = new Array<number>(quarters).fill(0);
  const supplier = factories.get(row.supplier);
  if (line ? line.demand.product !== row.product : factories.has(row.buyer) || !supplier) return { quantities: nothing, cause: "unknown" };
  const supplies = supplier !== undefined && places.isUnder(supplier.place, place);
  const asks = line !== undefined && places.isUnder(line.place, place);
  let cause: Reconsideration["cause"] = "demand";
  const soFar = (line && deliveries.get(line)) ?? nothing.slice();
  const quantities = nothing.slice();
  for (let quarter = 0; quarter < quarters; quarter++) {
    const wanted = row.quantities[quarter] ?? 0;
    if (wanted === 0) continue;
    const asked = asks ? askedFor(line, openOf(table.open, line), soFar, quarter, wanted) : wanted;
    const room = !supplies ? Infinity : way ? roomFor(table.free, way, quarter, quarters) : 0;
    const quantity = Math.min(asked, room);
    if (room < asked) cause = "capacity";
    if (supplies && way) take(table.free, way, quarter, quantity, quarters);
    soFar[quarter] += quantity;
    quantities[quarter] = quantity;
  }
  if (line) deliveries.set(line, soFar);
  return { quantities, cause };
}

/** How much more of `wanted` in this quarter the line's open cells can book, beside what was counted before. */
function askedFor(line: Line, open: Float64Array, soFar: readonly number[], quarter: number, wanted: number): number {
  const total = (deliveries: readonly number[]): number =>
    book(line.windows, open, deliveries).reduce((sum, entry) => sum + entry.quantity, 0);
  const withWanted = soFar.map((quantity, index) => (index === quarter ? quantity + wanted : quantity));
  return total(withWanted) - total(soFar);
}
