/**
 * What is fixed first, part two: standing agreements. They are settled at the lowest place that holds both factories;
 * until then both sides keep the quantity out of their local balancing.
 */
import type { Booked } from "./booking";
import type { Way } from "./eligibility";
import { enterBooked, roomFor, take, type Entry, type Ledger } from "./ledger";
import type { Horizon, Reconsideration, StandingAgreement } from "./model";
import type { Line, Register } from "./register";

/** What a place may balance: the open cells and free capacity under it, less what standing agreements keep out. */
export interface Table {
  readonly open: readonly (readonly number[])[];
  readonly free: Float64Array;
  readonly reconsider: readonly Reconsideration[];
}

/** Settles the standing agreements that meet at this place, in order of their numbers, and holds back those that meet higher up. */
export function laySide(ledger: Ledger, place: string): Table {
  const { register } = ledger;
  const open = ledger.open.map((cells) => cells.slice());
  const free = ledger.free.slice();
  const reconsider: Reconsideration[] = [];
  for (const agreement of byNumber(register.situation.standingAgreements)) {
    const supplier = register.factories.get(agreement.supplier);
    const buyer = register.factories.get(agreement.buyer);
    const meeting = supplier && buyer ? register.places.meet(supplier.place, buyer.place) : undefined;
    if (meeting !== undefined && meeting !== place && register.places.isUnder(meeting, place)) continue;
    const portions = portionsOf(agreement, ledger);
    const way = register.ways.get(agreement.product)?.find((entry) => entry.factory === agreement.supplier);
    const lines = buyer && register.places.isUnder(buyer.place, place) ? linesOf(register, agreement) : [];
    if (meeting === place) reconsider.push(...fix(agreement, { portions, way, lines, open, free, ledger, place }));
    else
      hold({
        portions,
        way: supplier && register.places.isUnder(supplier.place, place) ? way : undefined,
        lines,
        open,
        free,
        quarters: register.quarters,
      });
  }
  return { open, free, reconsider };
}

function byNumber(agreements: readonly StandingAgreement[]): readonly StandingAgreement[] {
  return [...agreements].sort((a, b) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0));
}

/** The quantity of each quarter of the horizon, less what agreed rows of this agreement already settle. */
function portionsOf(agreement: StandingAgreement, ledger: Ledger): number[] {
  const portions = quarterly(agreement, ledger.register.situation.horizon);
  for (const entry of ledger.entries) {
    if (entry.basis !== "standing" || entry.supplier !== agreement.supplier || entry.earlierNo === undefined) continue;
    if (entry.line?.demand.factory !== agreement.buyer || entry.line.demand.product !== agreement.product) continue;
    entry.quantities.forEach((quantity, quarter) => (portions[quarter] = Math.max(0, portions[quarter] - quantity)));
  }
  return portions;
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

function linesOf(register: Register, agreement: StandingAgreement): readonly Line[] {
  return register.lines.filter(
    ({ demand }) => demand.factory === agreement.buyer && demand.product === agreement.product && !demand.inHouse,
  );
}

interface Sides {
  readonly portions: readonly number[];
  readonly way: Way | undefined;
  readonly lines: readonly Line[];
  readonly open: number[][];
  readonly free: Float64Array;
}

/** Keeps the quantity out on each side, each as far as that side has it. */
function hold({ portions, way, lines, open, free, quarters }: Sides & { readonly quarters: number }): void {
  portions.forEach((portion, quarter) => {
    for (const cell of cellsFor(lines, open, quarter, portion)) open[cell.line.index][cell.cell] -= cell.quantity;
    if (way) take(free, way, quarter, Math.min(portion, roomFor(free, way, quarter, quarters)), quarters);
  });
}

/** Settles the agreement here; what finds no demand or no capacity is put to reconsideration. */
function fix(agreement: StandingAgreement, sides: Sides & { readonly ledger: Ledger; readonly place: string }): Reconsideration[] {
  const { portions, way, lines, open, free, ledger, place } = sides;
  const { quarters } = ledger.register;
  const missing = new Array<number>(quarters).fill(0);
  const settled = new Map<Line, { quantities: number[]; booked: Booked[] }>();
  let cause: Reconsideration["cause"] = "demand";
  portions.forEach((portion, quarter) => {
    const room = way ? roomFor(free, way, quarter, quarters) : 0;
    if (room < portion) cause = "capacity";
    let placed = 0;
    for (const { line, cell, quantity } of cellsFor(lines, open, quarter, Math.min(portion, room))) {
      open[line.index][cell] -= quantity;
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

/** The buyer's open cells whose window holds the quarter, by quarter, priority and number, up to a quantity. */
function cellsFor(
  lines: readonly Line[],
  open: readonly (readonly number[])[],
  quarter: number,
  quantity: number,
): { line: Line; cell: number; quantity: number }[] {
  const cells = lines.flatMap((line) => line.windows.map((window, cell) => ({ line, cell, window })));
  const fitting = cells.filter(({ window }) => window.first <= quarter && quarter <= window.last);
  fitting.sort((a, b) => {
    const [one, other] = [a.line.demand, b.line.demand];
    return (
      (a.window.due ?? 0) - (b.window.due ?? 0) ||
      one.priority - other.priority ||
      (one.no < other.no ? -1 : one.no > other.no ? 1 : a.cell - b.cell)
    );
  });
  let rest = quantity;
  const taken = [];
  for (const { line, cell } of fitting) {
    const part = Math.min(rest, open[line.index][cell]);
    if (part > 0) taken.push({ line, cell, quantity: part });
    rest -= part;
  }
  return taken;
}
