/**
 * What is fixed first, part two: standing agreements. They are settled at the lowest place that holds both factories;
 * until then both sides keep the quantity out of their local balancing.
 */
import { firstQuarterOf, type Booked } from "./booking";
import type { Way } from "./eligibility";
import { meetingOf } from "./agreed";
import { close, enterBooked, roomFor, take, type Entry, type Ledger, type Table } from "./ledger";
import type { EarlierAgreement, Horizon, Reconsideration, StandingAgreement } from "./model";
import type { Line } from "./lines";
import type { Register } from "./register";

/** Settles the standing agreements that meet at this place, in order of their numbers, and keeps out those that meet higher up. */
export function fixStanding(ledger: Ledger, table: Table, place: string): readonly Reconsideration[] {
  const { register } = ledger;
  const { open, free } = table;
  const { horizon } = register.situation;
  const covered = coveredBy(register.agreed);
  const reconsider: Reconsideration[] = [];
  for (const agreement of byNumber(register.situation.standingAgreements)) {
    const supplier = register.factories.get(agreement.supplier);
    const buyer = register.factories.get(agreement.buyer);
    const meeting = meetingOf(register, agreement.supplier, agreement.buyer);
    if (meeting !== undefined && meeting !== place && register.places.isUnder(meeting, place)) continue;
    const portions = portionsOf(agreement, covered, horizon);
    const way = register.ways.get(agreement.product)?.find((entry) => entry.factory === agreement.supplier);
    const lines = buyer && register.places.isUnder(buyer.place, place) ? linesOf(register, agreement) : [];
    if (meeting === place) reconsider.push(...fix(agreement, { portions, way, lines, open, free, horizon, ledger, place }));
    else
      hold({
        horizon,
        portions,
        way: supplier && register.places.isUnder(supplier.place, place) ? way : undefined,
        lines,
        open,
        free,
        quarters: register.quarters,
      });
  }
  return reconsider;
}

function byNumber(agreements: readonly StandingAgreement[]): readonly StandingAgreement[] {
  return [...agreements].sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0));
}

/** What agreed rows already settle of standing agreements, by supplier, buyer and product. */
function coveredBy(agreed: readonly EarlierAgreement[]): Map<string, number[]> {
  const covered = new Map<string, number[]>();
  for (const row of agreed) {
    if (row.basis !== "standing") continue;
    const key = partnersOf(row);
    const known = covered.get(key);
    covered.set(
      key,
      row.quantities.map((quantity, quarter) => quantity + (known?.[quarter] ?? 0)),
    );
  }
  return covered;
}

/** Names a pair of partners and what one makes for the other. */
export function partnersOf({ supplier, buyer, product }: Pick<StandingAgreement, "supplier" | "buyer" | "product">): string {
  return `${supplier}\n${buyer}\n${product}`;
}

/** The quantity of each quarter of the horizon, less what agreed rows already settle of it. */
function portionsOf(agreement: StandingAgreement, covered: Map<string, number[]>, horizon: Horizon): number[] {
  const left = covered.get(partnersOf(agreement)) ?? [];
  return quarterly(agreement, horizon).map((portion, quarter) => {
    const part = Math.min(portion, left[quarter] ?? 0);
    if (part > 0) left[quarter] -= part;
    return portion - part;
  });
}

/** A fourth of the yearly quantity in each quarter of its years; what does not divide goes to the year's earlier quarters. */
export function quarterly(agreement: StandingAgreement, horizon: Horizon): number[] {
  return Array.from({ length: horizon.quarters }, (_, index) => {
    const months = horizon.firstQuarter - 1 + index;
    const year = horizon.firstYear + Math.floor(months / 4);
    if (year < agreement.fromYear || year > agreement.toYear) return 0;
    return Math.floor(agreement.yearlyQuantity / 4) + (months % 4 < agreement.yearlyQuantity % 4 ? 1 : 0);
  });
}

/** The buyer's own demand for the product; a rejected supplier is barred from a line here too. */
function linesOf(register: Register, agreement: StandingAgreement): readonly Line[] {
  return register.lines.filter(
    ({ demand, rejected }) =>
      demand.factory === agreement.buyer && demand.product === agreement.product && !demand.inHouse && !rejected.has(agreement.supplier),
  );
}

interface Sides {
  readonly portions: readonly number[];
  readonly way: Way | undefined;
  readonly lines: readonly Line[];
  readonly open: Float64Array;
  readonly free: Float64Array;
  readonly horizon: Horizon;
}

/** Keeps the quantity out on each side, each as far as that side has it. */
function hold({ portions, way, lines, open, free, horizon, quarters }: Sides & { readonly quarters: number }): void {
  portions.forEach((portion, quarter) => {
    for (const { line, cell, quantity } of cellsFor({ lines, open, horizon }, quarter, portion)) close(open, line, cell, quantity);
    if (way) take(free, way, quarter, Math.min(portion, roomFor(free, way, quarter, quarters)), quarters);
  });
}

/** Settles the agreement here; what finds no demand or no capacity is put to reconsideration. */
function fix(agreement: StandingAgreement, sides: Sides & { readonly ledger: Ledger; readonly place: string }): Reconsideration[] {
  const { portions, way, lines, open, free, horizon, ledger, place } = sides;
  const { quarters } = ledger.register;
  const missing = new Array<number>(quarters).fill(0);
  const settled = new Map<Line, { quantities: number[]; booked: Booked[] }>();
  let cause: Reconsideration["cause"] = "demand";
  portions.forEach((portion, quarter) => {
    const room = way ? roomFor(free, way, quarter, quarters) : 0;
    if (room < portion) cause = "capacity";
    let placed = 0;
    for (const { line, cell, quantity } of cellsFor({ lines, open, horizon }, quarter, Math.min(portion, room))) {
      close(open, line, cell, quantity);
      placed += quantity;
      const own = settled.get(line) ?? { quantities: new Array<number>(quarters).fill(0), booked: [] };
      settled.set(line, own);
      own.quantities[quarter] += quantity;
      own.booked.push({ cell, quarter, quantity });
    }
    if (way) take(free, way, quarter, placed, quarters);
    missing[quarter] = portion - placed;
  });
  for (const [line, { quantities, booked }] of settled) {
    const entry: Entry = { line, supplier: agreement.supplier, place, basis: "standing", fixed: true, quantities, way };
    enterBooked(ledger, line, [entry], booked);
  }
  return missing.some((quantity) => quantity > 0) ? [{ no: agreement.no, standing: true, missing, cause }] : [];
}

function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one - other;
}

/** The quarter a cell stands at: `any` its year's first (which may lie before the plan), undated last of all. */
function standsAt({ line, cell }: { line: Line; cell: number }, horizon: Horizon): number {
  const { period } = line.demand.cells[cell];
  if (period.kind === "undated") return Infinity;
  return period.kind === "quarter" ? period.quarter : firstQuarterOf(period.year, horizon);
}

/** The buyer's open cells whose window holds the quarter, by quarter, priority and number, up to a quantity. */
function cellsFor(
  { lines, open, horizon }: Pick<Sides, "lines" | "open" | "horizon">,
  quarter: number,
  quantity: number,
): { line: Line; cell: number; quantity: number }[] {
  const cells = lines.flatMap((line) => line.windows.map((window, cell) => ({ line, cell, window })));
  const fitting = cells.filter(({ window }) => window.first <= quarter && quarter <= window.last);
  fitting.sort((a, b) => {
    const [one, other] = [a.line.demand, b.line.demand];
    return (
      compareNumbers(standsAt(a, horizon), standsAt(b, horizon)) ||
      one.priority - other.priority ||
      (one.no < other.no ? -1 : one.no > other.no ? 1 : 0) ||
      Number(b.window.dated) - Number(a.window.dated)
    );
  });
  let rest = quantity;
  const taken = [];
  for (const { line, cell } of fitting) {
    const part = Math.min(rest, open[line.firstCell + cell]);
    if (part > 0) taken.push({ line, cell, quantity: part });
    rest -= part;
  }
  return taken;
}
