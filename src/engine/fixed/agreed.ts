/**
 * What is fixed first, part one: agreed rows, as far as demand and capacity still bear them. What no longer fits is not
 * counted but put to reconsideration with its numbers; nothing agreed is cut silently.
 *
 * A row is settled at the lowest place that holds both factories (with a partner outside: at the office itself). Until
 * then each side keeps its own quantity out, for what a place's step yields may depend on nothing but the rows under it.
 */
import type { Aside } from "./aside";
import { bookInOrder } from "../booking";
import type { AgreedRow } from "../register/fixedFirst";
import { enter, openOf, post, roomFor, take, type Entry, type Ledger } from "../ledger";
import type { Reconsideration } from "../model";
import type { Line } from "../register/lines";
import { ROWS_AT_ONCE } from "../slices";

/** Settles the agreed rows that meet at this place and keeps out those that meet above; hand-overs first (they free capacity), then by number. */
export function* fixAgreed(ledger: Ledger, aside: Aside, place: string): Generator<void, readonly Reconsideration[]> {
  const waiting = ledger.register.agreedAt.get(place) ?? [];
  const handOver = ({ line }: AgreedRow): boolean => line?.demand.inHouse ?? false;
  const scene = { ledger, aside, place };
  return [
    ...(yield* bearAll(waiting.filter(handOver), scene)),
    ...(yield* bearAll(
      waiting.filter((entry) => !handOver(entry)),
      scene,
    )),
  ];
}

interface Scene {
  readonly ledger: Ledger;
  readonly aside: Aside;
  readonly place: string;
}

function* bearAll(group: readonly AgreedRow[], scene: Scene): Generator<void, Reconsideration[]> {
  const { ledger, aside, place } = scene;
  const { places } = ledger.register;
  const deliveries = new Map<Line, number[]>();
  const settled = new Map<Line | undefined, Entry[]>();
  const kept = new Map<Line, number[]>();
  const reconsider: Reconsideration[] = [];
  for (let index = 0; index < group.length; index++) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const agreed = group[index];
    const { row, line, way, meeting } = agreed;
    const borne = bear(agreed, { ...scene, deliveries });
    if (meeting !== place) {
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
      basis: line?.demand.inHouse ? "transfer" : row.basis,
      fixed: true,
      quantities: borne.quantities,
      way,
      earlierNo: row.no,
    };
    const entries = settled.get(line);
    if (entries) entries.push(entry);
    else settled.set(line, [entry]);
  }
  let entered = 0;
  for (const [line, entries] of settled) {
    if (++entered % ROWS_AT_ONCE === 0) yield;
    if (line) post(ledger, line, entries);
    else enter(ledger, line, entries, []);
  }
  let looked = 0;
  for (const [line, sum] of kept) {
    if (++looked % ROWS_AT_ONCE === 0) yield;
    if (!places.isUnder(line.place, place)) continue;
    for (const { cell, quantity } of bookInOrder(line, openOf(ledger.open, line), sum)) aside.keepOpen(line, cell, { quantity });
  }
  return reconsider;
}

function plus(one: readonly number[] | undefined, other: readonly number[]): number[] {
  return other.map((quantity, index) => quantity + (one?.[index] ?? 0));
}

interface Bearing extends Scene {
  /** What rows before this one already put on each line. */
  readonly deliveries: Map<Line, number[]>;
}

/** How much of an agreed row the sides under this place still bear, quarter by quarter; takes it off the supplier's capacity. */
function bear(
  { row, line, way, meeting }: AgreedRow,
  { deliveries, ledger, aside, place }: Bearing,
): { quantities: number[]; cause: Reconsideration["cause"] } {
  const { open, free, register } = ledger;
  const { quarters, factories, places } = register;
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
    const asked = asks ? askedFor(line, openOf(open, line), soFar, quarter, wanted) : wanted;
    const room = !supplies ? Infinity : way ? roomFor(free, way, quarter, quarters) : 0;
    const quantity = Math.min(asked, room);
    if (room < asked) cause = "capacity";
    if (supplies && way) {
      if (meeting === place) take(free, way, quarter, quantity, quarters);
      else aside.keepFree(way, { quarter, quantity, quarters });
    }
    soFar[quarter] += quantity;
    quantities[quarter] = quantity;
  }
  if (line) deliveries.set(line, soFar);
  return { quantities, cause };
}

/** How much more of `wanted` in this quarter the line's open cells can book, beside what was counted before. */
function askedFor(line: Line, open: readonly number[], soFar: readonly number[], quarter: number, wanted: number): number {
  const total = (deliveries: readonly number[]): number =>
    bookInOrder(line, open, deliveries).reduce((sum, entry) => sum + entry.quantity, 0);
  const withWanted = soFar.map((quantity, index) => (index === quarter ? quantity + wanted : quantity));
  return total(withWanted) - total(soFar);
}
