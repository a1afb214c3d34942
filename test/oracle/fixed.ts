/** What is fixed before a step: agreed rows, then standing agreements; settled where both factories meet, kept out below. */
import type { Demand, EarlierAgreement, Horizon, StandingAgreement } from "../../src/engine/model";
import { book, openOf, release, roomFor, take } from "./ledger";
import type { Booking, Ledger } from "./ledger";
import { askedQuarter, byText, firstOfYear, isRejected, windowOf } from "./reading";
import type { Reading } from "./reading";

/** A fixed delivery that a step settles. */
export interface FixedDelivery {
  readonly no: string;
  readonly standing: boolean;
  readonly demandNo: string;
  readonly supplier: string;
  readonly cell: number;
  readonly quarter: number;
  readonly quantity: number;
}

/** The lowest place that holds both; undefined where one of them lies outside the office. */
export function meetingPlace(reading: Reading, supplier: string, buyer: string): string | undefined {
  const one = chainOf(reading, supplier);
  const other = chainOf(reading, buyer);
  return one?.find((place) => other?.includes(place));
}

function chainOf(reading: Reading, name: string): readonly string[] | undefined {
  const factory = reading.factory(name);
  return factory && reading.places.chain(factory.place);
}

/**
 * Goes through the fixed rows that are not settled below `place`, in order: those that meet at `place` are settled on the ledger,
 * those that meet higher are kept out of it, each side by itself. Returns what was settled.
 */
export function fixFirst(reading: Reading, ledger: Ledger, place: string): readonly FixedDelivery[] {
  const { situation } = reading;
  const settled: FixedDelivery[] = [];
  const scope = { reading, ledger, place };
  const agreed = situation.earlierAgreements.filter((row) => row.status === "Agreed").sort((a, b) => byText(a.no, b.no));
  for (const row of agreed) settled.push(...fixAgreed(scope, row));
  for (const row of [...situation.standingAgreements].sort((a, b) => byText(a.no, b.no))) settled.push(...fixStanding(scope, row));
  return settled;
}

interface Scope {
  readonly reading: Reading;
  readonly ledger: Ledger;
  readonly place: string;
}

/** Which sides of the row this step touches; undefined: none, or settled lower. */
function sides(
  scope: Scope,
  supplier: string,
  buyer: string,
): { readonly supply: boolean; readonly demand: boolean; readonly meets: boolean } | undefined {
  const { reading, place } = scope;
  const meeting = meetingPlace(reading, supplier, buyer);
  if (meeting === place) return { supply: true, demand: true, meets: true };
  if (meeting !== undefined && reading.places.under(place).has(meeting)) return undefined;
  const supply = chainOf(reading, supplier)?.includes(place) ?? false;
  const demand = chainOf(reading, buyer)?.includes(place) ?? false;
  return supply || demand ? { supply, demand, meets: false } : undefined;
}

function fixAgreed(scope: Scope, row: EarlierAgreement): readonly FixedDelivery[] {
  const { reading, ledger } = scope;
  const touched = sides(scope, row.supplier, row.buyer);
  if (!touched) return [];
  const line = reading.situation.demands.find((each) => each.no === row.demandNo && each.factory === row.buyer);
  const way = reading.way(row.supplier, row.product);
  const settled: FixedDelivery[] = [];
  row.quantities.forEach((asked, quarter) => {
    const borne = touched.supply ? Math.min(asked, way ? roomFor(ledger, way, quarter) : 0) : asked;
    const bookings = touched.demand ? (line ? book(reading, ledger, line, { quarter, quantity: borne }) : []) : undefined;
    const quantity = bookings ? total(bookings) : borne;
    if (quantity === 0) return;
    if (touched.supply && way) take(ledger, way, { quarter, quantity });
    if (!touched.meets) return;
    if (line && bookings) release(reading, ledger, line, bookings);
    for (const booking of bookings ?? [])
      settled.push({ no: row.no, standing: false, demandNo: row.demandNo, supplier: row.supplier, ...booking });
  });
  return settled;
}

function total(bookings: readonly Booking[]): number {
  return bookings.reduce((sum, each) => sum + each.quantity, 0);
}

function fixStanding(scope: Scope, row: StandingAgreement): readonly FixedDelivery[] {
  const { reading, ledger } = scope;
  const touched = sides(scope, row.supplier, row.buyer);
  if (!touched) return [];
  const { horizon } = reading.situation;
  const way = reading.way(row.supplier, row.product);
  const settled: FixedDelivery[] = [];
  for (let quarter = 0; quarter < horizon.quarters; quarter += 1) {
    const asked = fourth(row, quarter, horizon);
    let rest = touched.supply ? Math.min(asked, way ? roomFor(ledger, way, quarter) : 0) : asked;
    const borne = rest;
    if (touched.demand) {
      for (const cell of standingCells(reading, row, quarter)) {
        const open = openOf(ledger, cell.line.no);
        const quantity = Math.min(rest, open[cell.position]);
        if (quantity <= 0) continue;
        open[cell.position] -= quantity;
        rest -= quantity;
        if (touched.meets)
          settled.push({
            no: row.no,
            standing: true,
            demandNo: cell.line.no,
            supplier: row.supplier,
            cell: cell.position,
            quarter,
            quantity,
          });
      }
    }
    if (touched.supply && way) take(ledger, way, { quarter, quantity: touched.demand ? borne - rest : borne });
  }
  return settled;
}

/** A fourth of the yearly quantity; what does not divide goes to the earlier quarters of the year. */
export function fourth(row: StandingAgreement, quarter: number, horizon: Horizon): number {
  const count = horizon.firstQuarter - 1 + quarter;
  const year = horizon.firstYear + Math.floor(count / 4);
  if (year < row.fromYear || year > row.toYear) return 0;
  return Math.floor(row.yearlyQuantity / 4) + (count % 4 < row.yearlyQuantity % 4 ? 1 : 0);
}

interface StandingCell {
  readonly line: Demand;
  readonly position: number;
  readonly at: number;
}

/** The buyer's cells that a quarter's standing quantity may go to: in order of quarter, priority, number. */
function standingCells(reading: Reading, row: StandingAgreement, quarter: number): readonly StandingCell[] {
  const { horizon, demands } = reading.situation;
  const cells: StandingCell[] = [];
  for (const line of demands) {
    // in-house work is its factory's own, not asked of anybody; a rejected supplier is barred from that number everywhere
    if (line.factory !== row.buyer || line.product !== row.product || line.inHouse) continue;
    if (isRejected(reading.situation, line.no, row.supplier)) continue;
    line.cells.forEach((cell, position) => {
      const window = windowOf(line, cell, horizon);
      if (quarter < window.first || quarter > window.last) return;
      const asked =
        cell.period.kind === "year" ? firstOfYear(cell.period.year, horizon) : (askedQuarter(cell, horizon) ?? Number.MAX_SAFE_INTEGER);
      cells.push({ line, position, at: asked });
    });
  }
  const dated = (cell: StandingCell): number => (cell.line.cells[cell.position].period.kind === "quarter" ? 0 : 1);
  return cells.sort((a, b) => a.at - b.at || a.line.priority - b.line.priority || byText(a.line.no, b.line.no) || dated(a) - dated(b));
}
