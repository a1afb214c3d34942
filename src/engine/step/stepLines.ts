/** What is open of a demand line at a place, as it is balanced. */
import { overlapping, type Window } from "../booking";
import { compareText } from "../codes";
import type { Line } from "../register/lines";
import type { Register } from "../register/register";
import type { Offers } from "./columnFinder";

/**
 * A demand line with what is open of it at this step. A line whose cells never meet (no shared quarter, no lot, no bar on
 * splitting) stands here once for each cell, for each may be balanced without the others; and cells that no goal and no rule
 * tells apart stand here as one, with all that is open of them (see `members`).
 */
export interface StepLine {
  readonly line: Line;
  /** Position of the line among those of the place. */
  readonly position: number;
  /** Who under the place can deliver, and when. */
  readonly offers: Offers;
  /** Its open cells: position in the line's cells, quantity and window. */
  readonly cells: readonly number[];
  readonly open: readonly number[];
  readonly windows: readonly Window[];
  /** Do windows share a quarter, so that the booking rule decides which cell a delivery fills? */
  readonly shared: boolean;
  readonly total: number;
  /** The lines that are balanced as one, in order, each with one cell; undefined: there is but this one. */
  readonly members: readonly StepLine[] | undefined;
}

/** In place of a cell: all open cells of the line together. */
export const WHOLE = -1;

/** The lines under a place, in the canonical order of content. */
export function linesUnder({ lines, linesAt, places }: Register, place: string): readonly Line[] {
  if (place === places.root) return lines;
  const groups = [...linesAt].flatMap(([at, here]) => (places.isUnder(at, place) ? [here] : []));
  return groups.length === 1 ? groups[0] : groups.flat().sort((a, b) => a.index - b.index);
}

/** Lines looked at between two yields. */
const SLICE = 4_096;

/**
 * Visits lines (given in canonical order) by their positions; between lines that differ only in quantities by what is open of
 * them. What a visit returns counts as so many lines more. Yields now and then.
 */
export function* eachInOrder(lines: readonly Line[], open: Float64Array, visit: (position: number) => number): Generator<void> {
  let looked = 0;
  for (let first = 0, end = 0; first < lines.length; first = end) {
    for (end = first + 1; end < lines.length && lines[end].rank === lines[first].rank; end++);
    const order = end === first + 1 ? undefined : byOpen(lines.slice(first, end), open);
    for (let position = 0; position < end - first; position++) {
      looked += 1 + visit(first + (order ? order[position] : 0));
      if (looked < SLICE) continue;
      looked = 0;
      yield;
    }
  }
}

/** The order of lines of one rank. */
function byOpen(lines: readonly Line[], open: Float64Array): readonly number[] {
  const run = lines.map((line, position) => ({ position, no: line.demand.no, content: openContent(line, open) }));
  run.sort((a, b) => compareText(a.content, b.content) || compareText(a.no, b.no));
  return run.map(({ position }) => position);
}

function openContent(line: Line, open: Float64Array): string {
  return openCells(line, open)
    .map((cell) => `${line.windows[cell].first}-${line.windows[cell].last}:${String(open[line.firstCell + cell]).padStart(16, "0")}`)
    .join(" ");
}

/** Are the open cells of a line balanced together, because they meet? */
export function doMeet(line: Line, open: Float64Array): boolean {
  const { demand, shared, windows } = line;
  // At home no lot binds.
  const bound = line.bound && !(demand.inHouse && demand.maySplit);
  if (!bound && !shared) return false;
  const cells = openCells(line, open);
  return cells.length > 1 && (bound || overlapping(cells.map((cell) => windows[cell])));
}

/** In the order in which they are booked. */
function openCells(line: Line, open: Float64Array): number[] {
  const cells: number[] = [];
  for (const cell of line.order) if (isOpen(line, cell, open)) cells.push(cell);
  return cells;
}

export function isOpen({ firstCell, windows }: Line, cell: number, open: Float64Array): boolean {
  return open[firstCell + cell] > 0 && windows[cell].first <= windows[cell].last;
}

/** One of the cells of a line, or WHOLE; `position`: of the line among those of the place. */
export interface OpenCell extends Pick<StepLine, "line" | "position" | "total"> {
  readonly cell: number;
}

/** How much is open of a cell of a line, or of the WHOLE of it. */
export function totalOf(line: Line, cell: number, open: Float64Array): number {
  if (cell !== WHOLE) return open[line.firstCell + cell];
  return openCells(line, open).reduce((sum, each) => sum + open[line.firstCell + each], 0);
}

export function stepLineOf({ line, position, cell, total }: OpenCell, open: Float64Array, offers: Offers): StepLine {
  if (cell === WHOLE) return wholeLine({ line, position, total }, open, offers);
  const cells = cellAlone(cell);
  return { line, position, offers, cells, open: [total], windows: line.apart[cell], shared: false, total, members: undefined };
}

function wholeLine({ line, position, total }: Omit<OpenCell, "cell">, open: Float64Array, offers: Offers): StepLine {
  const cells = openCells(line, open).sort((one, other) => one - other);
  const windows = cells.map((cell) => line.windows[cell]);
  const quantities = cells.map((cell) => open[line.firstCell + cell]);
  return { line, position, offers, cells, open: quantities, windows, shared: overlapping(windows), total, members: undefined };
}

const CELLS_ALONE: (readonly number[])[] = [];

/** A list of this cell alone, the same each time. */
function cellAlone(cell: number): readonly number[] {
  return (CELLS_ALONE[cell] ??= [cell]);
}

/** The windows of the open cells of a line that are balanced together. */
export function windowsOf(line: Line, cell: number, open: Float64Array): readonly Window[] {
  return cell === WHOLE ? openCells(line, open).map((each) => line.windows[each]) : line.apart[cell];
}

/** Lines that are balanced as one. */
export function joined(members: readonly StepLine[]): StepLine {
  if (members.length === 1) return members[0];
  const total = members.reduce((sum, member) => sum + member.total, 0);
  return { ...members[0], open: [total], total, members };
}

/** The lines that were joined, each again for itself. */
export function singleLines(lines: readonly StepLine[]): readonly StepLine[] {
  return lines.flatMap((line) => line.members ?? line);
}
