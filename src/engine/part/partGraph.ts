/** The nodes and arcs of a part's network as they are laid, and which of them mean what. */
import type { Window } from "../booking";
import type { Network } from "../flow/network";
import { lastPlanned } from "../step/goals";
import type { Part } from "../step/step";
import type { ScratchPaper } from "./scratchPaper";
import type { StepLine } from "../step/stepLines";

/** In place of a node or an arc: there is none. */
const NONE = -1;

/** Columns laid between two yields. */
const SLICE = 32_768;

/** A line that is being laid: its columns are those from `first` up to `end`; `sources` are the nodes that send, by quarter. */
interface LineAtHand {
  readonly line: StepLine;
  readonly index: number;
  readonly first: number;
  readonly end: number;
}

/** An arc that books what a line gets in a quarter to one of its windows. */
interface Booking {
  readonly arc: number;
  readonly line: number;
  readonly window: number;
  readonly quarter: number;
}

export class PartGraph {
  /** Arcs of each column: the one for what agrees with the last plan, and the other. */
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  private nodes = 1;
  private laid = 0;
  private readonly supply: Float64Array;
  private readonly startArc: Int32Array;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly capacity: Float64Array;
  /** The node of each capacity cell; NONE where it has no room at all. */
  private readonly cellNodes: Int32Array;
  private readonly sources: Int32Array;
  /** The columns of line i are those from firstColumn[i] up to firstColumn[i + 1]. */
  readonly firstColumn: Int32Array;
  /** Arcs from in-house cells to the root, which must end up empty. */
  readonly mustServe: number[] = [];
  /** Arcs that book in another quarter than the one asked for; the others cost nothing. */
  readonly bookings: Booking[] = [];

  constructor(
    private readonly part: Part,
    private readonly quarters: number,
    private readonly paper: ScratchPaper,
  ) {
    const most = mostOf(part, quarters);
    this.tail = paper.int32(most.arcs);
    this.head = paper.int32(most.arcs);
    this.capacity = paper.float64(most.arcs);
    this.supply = paper.float64(most.nodes);
    this.startArc = paper.int32(most.nodes);
    this.keptArc = paper.int32(part.columns.length).fill(NONE);
    this.freeArc = paper.int32(part.columns.length).fill(NONE);
    this.cellNodes = paper.int32(part.cells.length);
    this.sources = paper.int32(quarters);
    this.firstColumn = paper.int32(part.lines.length + 1);
    this.startArc[0] = NONE;
    this.layCapacity();
  }

  /** How many arcs there are. */
  get arcs(): number {
    return this.laid;
  }

  *layLines(): Generator<void> {
    const { lines, columns } = this.part;
    let laid = 0;
    for (let index = 0, first = 0, end = 0; index < lines.length; index++, first = end) {
      while (end < columns.length && columns.line(end) === index) end++;
      this.firstColumn[index + 1] = end;
      this.layLine({ line: lines[index], index, first, end });
      if (end - laid < SLICE) continue;
      laid = end;
      yield;
    }
  }

  network(costs: readonly Float64Array[]): Network {
    const { nodes, arcs } = this;
    return {
      nodes,
      supply: this.supply.subarray(0, nodes),
      tail: this.tail.subarray(0, arcs),
      head: this.head.subarray(0, arcs),
      capacity: this.capacity.subarray(0, arcs),
      startArc: this.startArc.subarray(0, nodes),
      costs,
    };
  }

  private layCapacity(): void {
    const { cells, lines } = this.part;
    const occupied = this.paper.float64(cells.length);
    for (const { line, windows, open } of lines) {
      const { home } = line;
      if (home) windows.forEach(({ due }, cell) => (occupied[this.cellFor(home.rows[0], due ?? 0)] += open[cell]));
    }
    for (let cell = 0; cell < cells.length; cell++) {
      const { free, takes } = cells[cell];
      const room = Math.max(0, Math.floor(free / takes)) + occupied[cell];
      this.cellNodes[cell] = room === 0 ? NONE : this.node(0);
      if (room > 0) this.startArc[this.cellNodes[cell]] = this.arc(this.cellNodes[cell], 0, room);
    }
  }

  private cellFor(row: number, quarter: number): number {
    const cell = this.part.cellAt.get(row * this.quarters + quarter);
    if (cell === undefined) throw new RangeError(`row ${row} has no cell in quarter ${quarter} of this part`);
    return cell;
  }

  private layLine(atHand: LineAtHand): void {
    const { line } = atHand;
    this.sources.fill(NONE);
    for (let position = 0; position < line.windows.length; position++) {
      const window = line.windows[position];
      const cell = this.node(line.open[position]);
      const unmet = this.arc(cell, 0, Infinity);
      this.startArc[cell] = unmet;
      const { home } = line.line;
      if (home) {
        this.mustServe.push(unmet);
        this.arc(cell, this.cellNodes[this.cellFor(home.rows[0], window.due ?? 0)], Infinity);
      }
      if (line.shared) this.layBookings(atHand, cell, position);
      else this.sources.fill(cell, window.first, window.last + 1);
    }
    for (let column = atHand.first; column < atHand.end; column++) this.layColumn(line, column);
  }

  /** Arcs from a cell to the line's nodes, one for each quarter of its window in which anybody delivers. */
  private layBookings({ line, index, first, end }: LineAtHand, cell: number, window: number): void {
    const { windows } = line;
    for (let quarter = windows[window].first; quarter <= windows[window].last; quarter++) {
      if (!this.isServed(first, end, quarter)) continue;
      if (this.sources[quarter] < 0) this.sources[quarter] = this.node(0);
      const arc = this.arc(cell, this.sources[quarter], Infinity);
      if (!isAsked(windows[window], quarter)) this.bookings.push({ arc, line: index, window, quarter });
    }
  }

  private isServed(first: number, end: number, quarter: number): boolean {
    const { columns } = this.part;
    for (let column = first; column < end; column++)
      if (columns.quarter(column) === quarter && this.cellNodes[columns.cell(column)] !== NONE) return true;
    return false;
  }

  private layColumn(line: StepLine, column: number): void {
    const { columns } = this.part;
    const target = this.cellNodes[columns.cell(column)];
    if (target === NONE) return;
    const quarter = columns.quarter(column);
    const source = this.sources[quarter];
    const kept = line.line.lastPlan.size === 0 ? 0 : lastPlanned(line, columns.way(column), quarter);
    if (kept > 0) this.keptArc[column] = this.arc(source, target, kept);
    const arc = this.arc(source, target, Infinity);
    this.freeArc[column] = arc;
    if (!line.shared) this.noteColumn(line, column);
    else if (this.startArc[source] < 0) this.startArc[source] = arc;
  }

  /** A column of a line whose cells share no quarter books what it delivers. */
  private noteColumn(line: StepLine, column: number): void {
    const { windows } = line;
    const quarter = this.part.columns.quarter(column);
    let window = 0;
    while (quarter < windows[window].first || quarter > windows[window].last) window++;
    if (isAsked(windows[window], quarter)) return;
    const index = this.part.columns.line(column);
    if (this.keptArc[column] >= 0) this.bookings.push({ arc: this.keptArc[column], line: index, window, quarter });
    this.bookings.push({ arc: this.freeArc[column], line: index, window, quarter });
  }

  private node(supply: number): number {
    this.supply[this.nodes] = supply;
    this.startArc[this.nodes] = NONE;
    return this.nodes++;
  }

  private arc(tail: number, head: number, capacity: number): number {
    this.tail[this.laid] = tail;
    this.head[this.laid] = head;
    this.capacity[this.laid] = capacity;
    return this.laid++;
  }
}

/** Is this the quarter that the cell asks for, if any? */
function isAsked({ due }: Window, quarter: number): boolean {
  return due === undefined || due === quarter;
}

export function hasLastPlan({ lines }: Part): boolean {
  return lines.some(({ line }) => line.lastPlan.size > 0);
}

/** At most so many nodes and arcs. */
function mostOf(part: Part, quarters: number): { readonly nodes: number; readonly arcs: number } {
  const { cells, lines, columns } = part;
  let nodes = 1 + cells.length;
  let arcs = cells.length + (hasLastPlan(part) ? 2 : 1) * columns.length;
  for (const { line, windows, shared } of lines) {
    nodes += windows.length + (shared ? quarters : 0);
    arcs += windows.length * (1 + (line.home ? 1 : 0) + (shared ? quarters : 0));
  }
  return { nodes, arcs };
}
