/** What is open under a place, line by line, in the order in which it is balanced. */
import { bookingOrder, overlapping, type Window } from "../booking";
import { compareText } from "../codes";
import type { Way } from "../register/eligibility";
import type { Table } from "../ledger";
import { ALONE } from "../register/likeness";
import type { Line } from "../register/lines";
import type { MakersUnder } from "../register/makersUnder";
import type { Register } from "../register/register";

/**
 * A demand line with what is open of it at this step. A line whose cells never meet (no shared quarter, no lot, no bar on
 * splitting) stands here once for each cell, for each may be balanced without the others; and cells that no goal and no rule
 * tells apart stand here as one, with all that is open of them (see `members`).
 */
export interface StepLine {
  readonly line: Line;
  /** Who under the place may make it. */
  readonly makers: readonly Way[];
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

/** Lines looked at between two yields. */
const SLICE = 4_096;

/** The lines under a place, in the canonical order of content. */
export function linesUnder({ lines, linesAt, places }: Register, place: string): readonly Line[] {
  if (place === places.root) return lines;
  const groups = [...linesAt].flatMap(([at, here]) => (places.isUnder(at, place) ? [here] : []));
  return groups.length === 1 ? groups[0] : groups.flat().sort((a, b) => a.index - b.index);
}

/**
 * What is open of these lines (given in canonical order); between lines that differ only in quantities, by these. A line that
 * nobody under the place may make is left out, unless it is work at home, which takes room.
 */
export function* openLines(lines: readonly Line[], table: Table, makersUnder: MakersUnder): Generator<void, readonly StepLine[]> {
  const open: StepLine[] = [];
  let firstOfRank = 0;
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const line = lines[index];
    const makers = makersUnder.of(line);
    if (makers.length === 0 && (!line.home || line.eligible.length === 0)) continue;
    const stepLine = openLine(line, makers, table);
    if (!stepLine) continue;
    if (open.length > firstOfRank && open[firstOfRank].line.rank !== line.rank) {
      sortByOpen(open, firstOfRank);
      firstOfRank = open.length;
    }
    open.push(stepLine);
  }
  sortByOpen(open, firstOfRank);
  return open;
}

function openLine(line: Line, makers: readonly Way[], { open }: Table): StepLine | undefined {
  const { firstCell, windows } = line;
  const cells: number[] = [];
  let total = 0;
  for (let cell = 0; cell < windows.length; cell++) {
    if (open[firstCell + cell] <= 0 || windows[cell].first > windows[cell].last) continue;
    cells.push(cell);
    total += open[firstCell + cell];
  }
  if (cells.length === 0) return undefined;
  const whole = cells.length === windows.length;
  const own = whole ? windows : cells.map((cell) => windows[cell]);
  const shared = line.shared && (whole || overlapping(own));
  return { line, makers, cells, open: cells.map((cell) => open[firstCell + cell]), windows: own, shared, total, members: undefined };
}

/** Orders the lines from a position on, which are of one rank, by what is open of them. */
function sortByOpen(lines: StepLine[], first: number): void {
  if (lines.length - first < 2) return;
  const run = lines.slice(first).map((line) => ({ line, content: openContent(line) }));
  run.sort((a, b) => compareText(a.content, b.content) || compareText(a.line.line.demand.no, b.line.line.demand.no));
  run.forEach(({ line }, position) => (lines[first + position] = line));
}

function openContent(line: StepLine): string {
  return bookingOrder(line.windows)
    .map((cell) => `${line.windows[cell].first}-${line.windows[cell].last}:${String(line.open[cell]).padStart(16, "0")}`)
    .join(" ");
}

/** Lines as they are balanced: taken apart where their cells never meet, joined where nothing tells them apart. */
export function* regrouped(lines: readonly StepLine[], quarters: number): Generator<void, readonly StepLine[]> {
  const groups: StepLine[] = [];
  const groupOf = new Map<number, number>();
  const membersOf = new Map<number, StepLine[]>();
  const add = (stepLine: StepLine): void => {
    const key = likeness(stepLine, quarters);
    const group = key === ALONE ? undefined : groupOf.get(key);
    if (group !== undefined) {
      const members = membersOf.get(group);
      if (members) members.push(stepLine);
      else membersOf.set(group, [groups[group], stepLine]);
      return;
    }
    if (key !== ALONE) groupOf.set(key, groups.length);
    groups.push(stepLine);
  };
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    if (isWhole(lines[index])) add(lines[index]);
    else eachCell(lines[index], add);
  }
  for (const [group, members] of membersOf) groups[group] = joined(members);
  return groups;
}

/** Has it but one cell, or do its cells meet? */
function isWhole({ line: { demand, product }, cells, shared }: StepLine): boolean {
  return cells.length === 1 || shared || !demand.maySplit || (!demand.inHouse && (product.minimumLot ?? 1) > 1);
}

function eachCell({ line, makers, cells, open, windows }: StepLine, visit: (stepLine: StepLine) => void): void {
  for (const cell of bookingOrder(windows)) {
    const total = open[cell];
    const own = line.apart[cells[cell]];
    visit({ line, makers, cells: cellAlone(cells[cell]), open: [total], windows: own, shared: false, total, members: undefined });
  }
}

const CELLS_ALONE: (readonly number[])[] = [];

/** A list of this cell alone, the same each time. */
function cellAlone(cell: number): readonly number[] {
  return (CELLS_ALONE[cell] ??= [cell]);
}

/** Equal for one-cell lines that can be told apart by their quantities alone. */
function likeness({ line, windows }: StepLine, quarters: number): number {
  if (line.alike === ALONE || windows.length > 1) return ALONE;
  const [{ first, last, due, dated }] = windows;
  const window = ((first * quarters + last) * (quarters + 1) + (due ?? quarters)) * 2 + Number(dated);
  return line.alike * 2 * quarters * quarters * (quarters + 1) + window;
}

function joined(members: readonly StepLine[]): StepLine {
  const total = members.reduce((sum, member) => sum + member.total, 0);
  return { ...members[0], open: [total], total, members };
}

/** The lines that were joined, each again for itself. */
export function singleLines(lines: readonly StepLine[]): readonly StepLine[] {
  return lines.flatMap((line) => line.members ?? line);
}
