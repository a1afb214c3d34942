/**
 * What is fixed first, part two: standing agreements. They are settled at the lowest place that holds both factories;
 * until then both sides keep the quantity out of their local balancing.
 */
import type { Aside } from "./aside";
import { firstQuarterOf } from "../booking";
import type { StandingRow } from "../register/fixedFirst";
import { close, enter, roomFor, take, type Entry, type Ledger } from "../ledger";
import type { Horizon, Reconsideration } from "../model";
import type { Line } from "../register/lines";

/** Settles the standing agreements that meet at this place, in order of their numbers, and keeps out those that meet higher up. */
export function fixStanding(ledger: Ledger, aside: Aside, place: string): readonly Reconsideration[] {
  return (ledger.register.standingAt.get(place) ?? []).flatMap((row) => {
    const sides = { ...row, ledger };
    if (row.meeting === place) return fix(sides, place);
    hold(sides, aside, place);
    return [];
  });
}

interface Sides extends StandingRow {
  readonly ledger: Ledger;
}

/** Keeps the quantity out on each side under the place, each as far as that side has it. */
function hold(sides: Sides, aside: Aside, place: string): void {
  const { agreement, portions, way, supplier, buyer, ledger } = sides;
  const { free, register } = ledger;
  const { quarters, places } = register;
  portions.forEach((portion, quarter) => {
    if (buyer && places.isUnder(buyer.place, place))
      for (const { line, cell, quantity } of cellsFor(sides, quarter, portion))
        aside.keepOpen(line, cell, { quantity, agreement: agreement.no });
    if (way && supplier && places.isUnder(supplier.place, place))
      aside.keepFree(way, { quarter, quantity: Math.min(portion, roomFor(free, way, quarter, quarters)), quarters });
  });
}

/** Settles the agreement here; what finds no demand or no capacity is put to reconsideration. */
function fix(sides: Sides, place: string): readonly Reconsideration[] {
  const { agreement, portions, way, ledger } = sides;
  const { open, free, register } = ledger;
  const { quarters } = register;
  const missing = new Array<number>(quarters).fill(0);
  const settled = new Map<Line, { quantities: number[]; cells: number[] }>();
  let cause: Reconsideration["cause"] = "demand";
  portions.forEach((portion, quarter) => {
    const room = way ? roomFor(free, way, quarter, quarters) : 0;
    if (room < portion) cause = "capacity";
    let placed = 0;
    for (const { line, cell, quantity } of cellsFor(sides, quarter, Math.min(portion, room))) {
      close(open, line, cell, quantity);
      placed += quantity;
      const own = settled.get(line) ?? { quantities: new Array<number>(quarters).fill(0), cells: [] };
      settled.set(line, own);
      own.quantities[quarter] += quantity;
      own.cells.push(cell);
    }
    if (way) take(free, way, quarter, placed, quarters);
    missing[quarter] = portion - placed;
  });
  for (const [line, { quantities, cells }] of settled) {
    const entry: Entry = { line, supplier: agreement.supplier, place, basis: "standing", fixed: true, quantities, way };
    enter(ledger, line, [entry], cells);
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

/** The buyer's open cells whose window holds the quarter, by quarter, priority and number, up to a quantity; a rejected supplier is barred here too. */
function cellsFor(
  { agreement, lines, ledger: { open, register } }: Sides,
  quarter: number,
  quantity: number,
): { line: Line; cell: number; quantity: number }[] {
  const { horizon } = register.situation;
  const asking = lines.filter(({ rejected }) => !rejected.has(agreement.supplier));
  const cells = asking.flatMap((line) => line.windows.map((window, cell) => ({ line, cell, window })));
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
