/** What is open under a place, line by line, in the order in which it is balanced. */
import { bookingOrder, overlapping, type Window } from "./booking";
import { compareText } from "./codes";
import type { Table } from "./ledger";
import { ALONE, type Line } from "./lines";
import type { Register } from "./register";

/**
 * A demand line with what is open of it at this step. A line whose cells never meet (no shared quarter, no lot, no bar on
 * splitting) stands here once for each cell, for each may be balanced without the others; and cells that no goal and no rule
 * tells apart stand here as one, with all that is open of them (see `members`).
 */
export interface StepLine {
  readonly line: Line;
  /** Its open cells: position in the line's cells, quantity and window. */
  readonly cells: readonly number[];
  readonly open: readonly number[];
  readonly windows: readonly Window[];
  /** Do windows share a quarter, so that the booking rule decides which cell a delivery fills? */
  readonly shared: boolean;
  readonly total: number;
  /** The lines that are balanced as one, in order, each with one cell; absent: there is but this one. */
  readonly members?: readonly StepLine[];
}

/** The lines under a place, in the canonical order of content. */
export function linesUnder({ lines, linesAt, places }: Register, place: string): readonly Line[] {
  if (place === places.root) return lines;
  const groups = [...linesAt].flatMap(([at, here]) => (places.isUnder(at, place) ? [here] : []));
  return groups.length === 1 ? groups[0] : groups.flat().sort((a, b) => a.index - b.index);
}

/** What is open of these lines (given in canonical order); between lines that differ only in quantities, by these. */
export function openLines(lines: readonly Line[], table: Table): readonly StepLine[] {
  const open: StepLine[] = [];
  let firstOfRank = 0;
  for (const line of lines) {
    const stepLine = line.eligible.length === 0 ? undefined : openLine(line, table);
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

function openLine(line: Line, { open }: Table): StepLine | undefined {
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
  return {
    line,
    cells,
    open: cells.map((cell) => open[firstCell + cell]),
    windows: own,
    shared: whole ? line.shared : line.shared && overlapping(own),
    total,
  };
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
export function regrouped(lines: readonly StepLine[], quarters: number): readonly StepLine[] {
  const groups: { members: StepLine[] }[] = [];
  const groupOf = new Map<number, { members: StepLine[] }>();
  for (const whole of lines) {
    for (const stepLine of takenApart(whole)) {
      const key = likeness(stepLine, quarters);
      const known = key === ALONE ? undefined : groupOf.get(key);
      if (known) {
        known.members.push(stepLine);
        continue;
      }
      const group = { members: [stepLine] };
      groups.push(group);
      if (key !== ALONE) groupOf.set(key, group);
    }
  }
  return groups.map(({ members }) => (members.length === 1 ? members[0] : joined(members)));
}

function takenApart(stepLine: StepLine): readonly StepLine[] {
  const { line, cells, open, windows, shared } = stepLine;
  const bound = !line.demand.maySplit || (!line.demand.inHouse && (line.product.minimumLot ?? 1) > 1);
  if (shared || bound || cells.length === 1) return [stepLine];
  return bookingOrder(windows).map((cell) => ({
    line,
    cells: [cells[cell]],
    open: [open[cell]],
    windows: [windows[cell]],
    shared: false,
    total: open[cell],
  }));
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
  return lines.flatMap((line) => line.members ?? [line]);
}
