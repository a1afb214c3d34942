/**
 * The meeting's book: what is still open of every demand cell, what is still free of every capacity row, and what was
 * settled. While a place sits, what is settled higher up is kept out of the book (aside.ts). Amounts of a row are in its
 * finest unit (rates.ts), so nothing is ever rounded while it is counted.
 */
import { bookEach } from "./booking";
import type { Aside } from "./fixed/aside";
import type { Way } from "./register/eligibility";
import type { Basis } from "./model";
import type { Line } from "./register/lines";
import type { Register } from "./register/register";
import type { OpenStep } from "./step/step";

/** Something settled: so much of a line by a supplier, quarter by quarter of delivery. */
export interface Entry {
  /** Absent where the line belongs to a buyer outside this office: only capacity is used then. */
  readonly line?: Line;
  readonly supplier: string;
  readonly place: string;
  readonly basis: Basis;
  /** Fixed before the goals: agreed or standing. */
  readonly fixed: boolean;
  readonly quantities: readonly number[];
  /** The supplier's way; absent where the supplier is outside this office. */
  readonly way?: Way;
  /** Quarters in which handing this work over freed the home factory's capacity. */
  readonly freedQuarters?: readonly number[];
  /** Number of the earlier row that this entry is. */
  readonly earlierNo?: string;
}

/** What may be balanced. */
export interface Table {
  /** open[line.firstCell + cell], steps. */
  readonly open: Float64Array;
  /** free[row × quarters + quarter], finest units. */
  readonly free: Float64Array;
}

export interface Ledger extends Table {
  readonly register: Register;
  /** Freed by handing over, same shape as what is free. */
  readonly freed: Float64Array;
  readonly entries: Entry[];
  /** The highest step as it began, after what was fixed: what explanations solve again. */
  root?: OpenStep;
  /** What standing agreements with partners outside the office keep out of that step. */
  keptOutside?: Aside;
}

/** A new book; yields now and then. */
export function* openLedger(register: Register): Generator<void, Ledger> {
  const { quarters, rows, lines } = register;
  const free = new Float64Array(rows.length * quarters);
  for (const { index, capacity, rate } of rows) {
    if (index % SLICE === SLICE - 1) yield;
    for (let quarter = 0; quarter < quarters; quarter++) {
      free[index * quarters + quarter] = ((capacity.available[quarter] ?? 0) - (capacity.own[quarter] ?? 0)) * rate.perRowStep;
    }
  }
  return {
    register,
    open: yield* openCells(lines),
    free,
    freed: new Float64Array(free.length),
    entries: [],
  };
}

/** Rows and lines looked at between two yields. */
const SLICE = 8_192;

function* openCells(lines: readonly Line[]): Generator<void, Float64Array> {
  const last = lines.at(-1);
  const open = new Float64Array(last ? last.firstCell + last.windows.length : 0);
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const { firstCell, demand } = lines[index];
    for (let cell = 0; cell < demand.cells.length; cell++) open[firstCell + cell] = demand.cells[cell].quantity;
  }
  return open;
}

/** How many steps a way can still make in a quarter. */
export function roomFor(free: Float64Array, { rows, perStep }: Way, quarter: number, quarters: number): number {
  let room = Infinity;
  for (let position = 0; position < rows.length; position++)
    room = Math.min(room, Math.floor(free[rows[position] * quarters + quarter] / perStep[position]));
  return Math.max(0, room);
}

/** Takes (or, with a negative quantity, gives back) what a quantity uses of a way's rows. */
export function take(free: Float64Array, { rows, perStep }: Way, quarter: number, quantity: number, quarters: number): void {
  for (let position = 0; position < rows.length; position++) free[rows[position] * quarters + quarter] -= quantity * perStep[position];
}

/** What is open of the cells of a line. */
export function openOf(open: Float64Array, { firstCell, windows }: Line): number[] {
  const own = new Array<number>(windows.length);
  for (let cell = 0; cell < own.length; cell++) own[cell] = open[firstCell + cell];
  return own;
}

/** What may be balanced now, whatever becomes of the ledger. */
export function asItStands({ open, free }: Table): Table {
  return { open: open.slice(), free: free.slice() };
}

/** Takes a quantity off an open cell. */
export function close(open: Float64Array, line: Line, cell: number, quantity: number): void {
  open[line.firstCell + cell] -= quantity;
}

/** Posts what was settled of one line in one step: its cells are served in the booking order; in-house work handed over frees its home capacity. */
export function post(ledger: Ledger, line: Line, entries: readonly Entry[]): void {
  const { open, free, freed, register } = ledger;
  const { home, windows } = line;
  const cells: number[] = [];
  const visit = (cell: number, _: number, quantity: number): void => {
    close(open, line, cell, quantity);
    const { due } = windows[cell];
    if (!home || due === undefined) return;
    cells.push(cell);
    for (const table of [free, freed]) take(table, home, due, -quantity, register.quarters);
  };
  bookEach(line, openOf(open, line), { deliveries: deliveredBy(entries), visit });
  enter(ledger, line, entries, cells);
}

/** What entries of one line come to, quarter by quarter. */
function deliveredBy(entries: readonly Entry[]): readonly number[] {
  if (entries.length === 1) return entries[0].quantities;
  const sums = entries[0].quantities.slice();
  for (let index = 1; index < entries.length; index++)
    for (let quarter = 0; quarter < sums.length; quarter++) sums[quarter] += entries[index].quantities[quarter];
  return sums;
}

/** Enters what was settled of one line in one step; capacity is taken by whoever settles. `cells`: to which work at home was booked. */
export function enter(ledger: Ledger, line: Line | undefined, entries: readonly Entry[], cells: readonly number[]): void {
  for (const entry of entries) ledger.entries.push(line?.home ? { ...entry, freedQuarters: freedBy(line, cells) } : entry);
}

function freedBy({ windows }: Line, cells: readonly number[]): readonly number[] {
  return [...new Set(cells.flatMap((cell) => windows[cell].due ?? []))].sort((a, b) => a - b);
}

/**
 * After a place's meeting, what is left of the rows under it is written down in whole steps of the row (0.001 hours),
 * because that is what a submission can carry: the rest of a step would make the province's view differ from the county's.
 */
export function writeDown(ledger: Ledger, place: string): void {
  const { quarters, rowsAt, places } = ledger.register;
  for (const [at, rows] of rowsAt) {
    if (!places.isUnder(at, place)) continue;
    for (const { index, rate } of rows) {
      if (rate.perRowStep === 1) continue;
      for (let cell = index * quarters; cell < (index + 1) * quarters; cell++)
        ledger.free[cell] = Math.floor(ledger.free[cell] / rate.perRowStep) * rate.perRowStep;
    }
  }
}
