/** The nodes and arcs of a part's network as they are laid, and which of them mean what. */
import type { Window } from "../booking";
import type { Network } from "../flow/network";
import { lastPlanned } from "../step/goals";
import type { Part } from "../step/step";
import type { Room, ScratchPaper } from "./scratchPaper";

/** In place of a node or an arc: there is none. */
const NONE = -1;

/** An arc that books what a line gets in a quarter to one of its windows. */
interface Booking {
  readonly arc: number;
  readonly line: number;
  readonly window: number;
  readonly quarter: number;
}

export class PartGraph {
  /** Arcs of each column: the one for what agrees with the last plan, and the other; NONE where there is none. */
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  /** At most so many arcs are laid. */
  readonly mostArcs: number;
  /** Arcs laid so far. */
  arcs = 0;
  private nodes = 1;
  private readonly supply: Float64Array;
  private readonly startArc: Int32Array;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly capacity: Float64Array;
  /** The node of each capacity cell; NONE where it has no room at all. */
  private readonly cellNode: Int32Array;
  /** Of the line that is being laid, the nodes that send, by quarter. */
  private readonly sources: number[] = [];
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
    paper.clear(most);
    this.mostArcs = most.arcs;
    this.supply = paper.supply.whole;
    this.startArc = paper.startArc.whole;
    this.tail = paper.tail.whole;
    this.head = paper.head.whole;
    this.capacity = paper.capacity.whole;
    this.keptArc = paper.keptArc;
    this.freeArc = paper.freeArc;
    this.cellNode = paper.cellNode;
    this.supply[0] = 0;
    this.startArc[0] = NONE;
    this.layCapacity();
  }

  network(costs: readonly Float64Array[]): Network {
    const { nodes, arcs, paper } = this;
    return {
      nodes,
      supply: paper.supply.first(nodes),
      tail: paper.tail.first(arcs),
      head: paper.head.first(arcs),
      capacity: paper.capacity.first(arcs),
      startArc: paper.startArc.first(nodes),
      costs,
    };
  }

  private layCapacity(): void {
    const { cells } = this.part;
    const occupied = this.occupiedAtHome();
    for (let cell = 0; cell < cells.length; cell++) {
      const { free, takes } = cells[cell];
      const room = Math.max(0, Math.floor(free / takes)) + (occupied?.get(cell) ?? 0);
      this.cellNode[cell] = room === 0 ? NONE : this.node(0);
      if (room > 0) this.startArc[this.cellNode[cell]] = this.arc(this.cellNode[cell], 0, room);
    }
  }

  /** Steps of work at home by capacity cell. */
  private occupiedAtHome(): ReadonlyMap<number, number> | undefined {
    let occupied: Map<number, number> | undefined;
    for (const {
      line: { home },
      windows,
      open,
    } of this.part.lines) {
      if (!home) continue;
      occupied ??= new Map();
      for (let position = 0; position < windows.length; position++) {
        const cell = this.cellFor(home.rows[0], windows[position].due ?? 0);
        occupied.set(cell, (occupied.get(cell) ?? 0) + open[position]);
      }
    }
    return occupied;
  }

  private cellFor(row: number, quarter: number): number {
    const cell = this.part.cellAt.get(row * this.quarters + quarter);
    if (cell === undefined) throw new RangeError(`row ${row} has no cell in quarter ${quarter} of this part`);
    return cell;
  }

  layLine(index: number): void {
    const line = this.part.lines[index];
    const {
      windows,
      open,
      shared,
      line: { home },
    } = line;
    if (shared) for (let quarter = 0; quarter < this.quarters; quarter++) this.sources[quarter] = NONE;
    for (let position = 0; position < windows.length; position++) {
      const window = windows[position];
      const cell = this.node(open[position]);
      const unmet = this.arc(cell, 0, Infinity);
      this.startArc[cell] = unmet;
      if (home) {
        this.mustServe.push(unmet);
        this.arc(cell, this.cellNode[this.cellFor(home.rows[0], window.due ?? 0)], Infinity);
      }
      if (shared) this.layBookings(index, cell, position);
      else for (let quarter = window.first; quarter <= window.last; quarter++) this.sources[quarter] = cell;
    }
    this.layColumns(index);
  }

  /** Arcs from a cell to the line's nodes, one for each quarter of its window in which anybody delivers. */
  private layBookings(index: number, cell: number, position: number): void {
    const window = this.part.lines[index].windows[position];
    for (let quarter = window.first; quarter <= window.last; quarter++) {
      if (!this.isServed(index, quarter)) continue;
      if (this.sources[quarter] === NONE) this.sources[quarter] = this.node(0);
      const arc = this.arc(cell, this.sources[quarter], Infinity);
      if (!isAsked(window, quarter)) this.bookings.push({ arc, line: index, window: position, quarter });
    }
  }

  private isServed(index: number, quarter: number): boolean {
    const { offers, cells } = this.part.columns;
    return cells[index].some((cell, offer) => offers[index].quarters[offer] === quarter && this.cellNode[cell] !== NONE);
  }

  private layColumns(index: number): void {
    const { columns, lines } = this.part;
    const line = lines[index];
    const { ways, quarters } = columns.offers[index];
    const cells = columns.cells[index];
    const planned = line.line.lastPlan.size > 0;
    for (let offer = 0, column = columns.first[index]; offer < ways.length; offer++, column++) {
      this.keptArc[column] = this.freeArc[column] = NONE;
      const target = this.cellNode[cells[offer]];
      if (target === NONE) continue;
      const quarter = quarters[offer];
      const source = this.sources[quarter];
      const kept = planned ? lastPlanned(line, ways[offer], quarter) : 0;
      if (kept > 0) this.keptArc[column] = this.arc(source, target, kept);
      const arc = this.arc(source, target, Infinity);
      this.freeArc[column] = arc;
      if (line.shared) {
        if (this.startArc[source] === NONE) this.startArc[source] = arc;
        continue;
      }
      // A line whose cells share no quarter books what a column delivers.
      const window = windowAt(line.windows, quarter);
      if (isAsked(line.windows[window], quarter)) continue;
      if (kept > 0) this.bookings.push({ arc: this.keptArc[column], line: index, window, quarter });
      this.bookings.push({ arc, line: index, window, quarter });
    }
  }

  private node(supply: number): number {
    this.supply[this.nodes] = supply;
    this.startArc[this.nodes] = NONE;
    return this.nodes++;
  }

  private arc(tail: number, head: number, capacity: number): number {
    this.tail[this.arcs] = tail;
    this.head[this.arcs] = head;
    this.capacity[this.arcs] = capacity;
    return this.arcs++;
  }
}

/** The first window that holds a quarter. */
function windowAt(windows: readonly Window[], quarter: number): number {
  let window = 0;
  while (quarter < windows[window].first || quarter > windows[window].last) window++;
  return window;
}

/** Is this the quarter that the cell asks for, if any? */
function isAsked({ due }: Window, quarter: number): boolean {
  return due === undefined || due === quarter;
}

/** At most so many of each are laid. */
function mostOf({ cells, lines, columns }: Part, quarters: number): Room {
  let nodes = 1 + cells.length;
  let arcs = cells.length;
  let planned = false;
  for (const { line, windows, shared } of lines) {
    nodes += windows.length + (shared ? quarters : 0);
    arcs += windows.length * (1 + (line.home ? 1 : 0) + (shared ? quarters : 0));
    planned ||= line.lastPlan.size > 0;
  }
  return { nodes, arcs: arcs + (planned ? 2 : 1) * columns.length, columns: columns.length, cells: cells.length };
}
