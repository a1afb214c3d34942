/**
 * Why a quantity is unresolved: one code per line and window cell, as the highest place sees it.
 *
 * U1 the material, by its flag alone; else the first test that leaves no factory (U2 to U6); else U5 if a standing agreement
 * with a maker outside the office keeps all of it, or if the line's own lot and split rules stood in the way; else U7 if another quarter would have had room; else U9 if capacity it could use went to
 * a lower priority or was settled first at a lower place; else U8.
 */
import { FILTERS, passes, type Way } from "../register/eligibility";
import { roomFor, type Ledger } from "../ledger";
import type { ReasonCode, Unresolved } from "../model";
import type { Line } from "../register/lines";

/** Every line with open cells that is not in-house work, in canonical order. Yields now and then. */
export function* openDemand({ register: { lines }, open }: Ledger): Generator<void, readonly Line[]> {
  const waiting: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const line = lines[index];
    if (line.priority !== undefined && isOpen(line, open)) waiting.push(line);
  }
  return waiting;
}

function isOpen({ firstCell, windows }: Line, open: Float64Array): boolean {
  for (let cell = firstCell; cell < firstCell + windows.length; cell++) if (open[cell] > 0) return true;
  return false;
}

/** What is known beside the book. */
export interface Known {
  /** By capacity cell, see `SettledWork`. */
  readonly gaveTo: Uint8Array;
  /** The cells that the line's own rules alone kept open. */
  readonly settledWithoutRules: ReadonlySet<string>;
  /** What is open of each cell but for what is kept for makers outside. */
  readonly balanced: Float64Array;
}

/** Why the cells of these lines stayed open, in their order. Yields now and then. */
export function* reasonsFor(ledger: Ledger, lines: readonly Line[], known: Known): Generator<void, readonly Unresolved[]> {
  const unresolved: Unresolved[] = [];
  let looked = 0;
  for (const line of lines) {
    looked += 1 + (line.eligible.length || makersOf(ledger, line).length);
    if (looked > SLICE) {
      looked = 0;
      yield;
    }
    unresolved.push({ demandNo: line.demand.no, cells: openCells(ledger, line, known) });
  }
  return unresolved;
}

function openCells(ledger: Ledger, line: Line, known: Known): Unresolved["cells"] {
  const cells: Unresolved["cells"][number][] = [];
  for (let cell = 0; cell < line.windows.length; cell++) {
    const position = line.firstCell + cell;
    const quantity = ledger.open[position];
    if (quantity <= 0) continue;
    const { period } = line.demand.cells[cell];
    const reason = reasonOf(ledger, known, { line, cell });
    const keptFor = known.balanced[position] === 0 ? ledger.keptOutside?.keptFor.get(position) : undefined;
    cells.push(keptFor ? { period, quantity, reason, keptFor } : { period, quantity, reason });
  }
  return cells;
}

/** Lines or makers looked at between two yields. */
const SLICE = 8_192;

/** Names one cell of one line. */
export function cellKey(line: Line, cell: number): string {
  return `${line.index}/${cell}`;
}

interface OpenCell {
  readonly line: Line;
  readonly cell: number;
}

function reasonOf(ledger: Ledger, { gaveTo, settledWithoutRules, balanced }: Known, { line, cell }: OpenCell): ReasonCode {
  if (line.demand.material === "not secured") return "U1";
  if (line.eligible.length === 0) return filterThatLeavesNobody(ledger, line);
  if (balanced[line.firstCell + cell] === 0) return "U5";
  if (settledWithoutRules.has(cellKey(line, cell))) return "U5";
  if (roomInAnotherQuarter(ledger, line, cell)) return "U7";
  return gaveWay(ledger, gaveTo, { line, cell }) ? "U9" : "U8";
}

function makersOf({ register }: Ledger, { product }: Line): readonly Way[] {
  return register.ways.get(product.key) ?? NOBODY;
}

const NOBODY: readonly Way[] = [];

function filterThatLeavesNobody(ledger: Ledger, line: Line): ReasonCode {
  let left: readonly Way[] = makersOf(ledger, line).filter((way) => way.factory !== line.demand.factory);
  if (left.length === 0) return "U2";
  for (const filter of FILTERS) {
    left = left.filter((way) => passes(filter, way, line));
    if (left.length === 0) return filter;
  }
  throw new RangeError(`demand ${line.demand.no} has nobody to make it, yet ${left.length} pass every test`);
}

function roomInAnotherQuarter({ register, free }: Ledger, { windows, product, eligible }: Line, cell: number): boolean {
  const { first, last } = windows[cell];
  const least = product.minimumLot ?? 1;
  return eligible.some((way) => {
    for (let quarter = 0; quarter < register.quarters; quarter++) {
      if ((quarter < first || quarter > last) && roomFor(free, way, quarter, register.quarters) >= least) return true;
    }
    return false;
  });
}

function gaveWay({ register }: Ledger, gaveTo: Uint8Array, { line: { eligible, windows, demand }, cell }: OpenCell): boolean {
  const { first, last } = windows[cell];
  return eligible.some(({ rows }) =>
    rows.some((row) => {
      for (let quarter = first; quarter <= last; quarter++) if (gaveTo[row * register.quarters + quarter] > demand.priority) return true;
      return false;
    }),
  );
}
