/**
 * A part of a step as a minimum-cost flow, where every supplier uses one row and everything on a row takes the same of it.
 *
 * Demand cells send what they need, by way of a node for line and quarter where windows share quarters, to the capacity
 * cells, and these to the root; what is not met goes straight to the root. In-house cells may also go to their own
 * factory's capacity cell, which holds the room they already occupy. Lots, unsplit lines and the booking rule are left
 * out: the flow is the best that could be without them, and whoever asks checks whether the plan keeps them.
 */
import type { Network, NetworkSolution } from "./flow/network";
import { commonDivisor, exactNumber } from "./exact";
import { lastPlanned, type GoalTerm } from "./goals";
import type { Column, Part } from "./step";
import type { StepLine } from "./stepLines";

export interface PartNetwork {
  readonly network: Network;
  /** Arcs of each column: the one for what agrees with the last plan and the other; -1 where there is none. */
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  /** Position in `network.costs` of each goal, -1 where it costs nothing here; and what one unit of that cost is worth. */
  readonly costOf: readonly { readonly index: number; readonly unit: bigint }[];
}

/** Can this part be a network? One row a way, and one amount per step on each capacity cell. Returns that amount per cell. */
export function uniformUse(part: Part, quarters: number): Float64Array | undefined {
  const use = new Float64Array(part.cells.length);
  const agrees = (way: Column["way"], quarter: number): boolean => {
    if (way.rows.length !== 1) return false;
    const cell = part.cellAt.get(way.rows[0] * quarters + quarter);
    if (cell === undefined) return false;
    if (use[cell] === 0) use[cell] = way.perStep[0];
    return use[cell] === way.perStep[0];
  };
  const columnsAgree = part.columns.every((column) => agrees(column.way, column.quarter));
  const homesAgree = part.lines.every(
    ({ line, windows }) => !line.home || windows.every(({ due }) => due === undefined || !line.home || agrees(line.home, due)),
  );
  return columnsAgree && homesAgree ? use : undefined;
}

/** Builds the network of a part for these goals. */
export function networkOf(part: Part, goals: readonly GoalTerm[], { use, quarters }: { use: Float64Array; quarters: number }): PartNetwork {
  const graph = new Graph(part, use, quarters);
  const costs: Float64Array[] = [];
  if (part.lines.some(({ line }) => line.demand.inHouse)) costs.push(graph.unmetInHouse());
  const measures = { points: measuresOf(part, ({ line }) => line.points), weight: measuresOf(part, ({ line }) => line.weight) };
  const costOf = goals.map((goal) => {
    const { ofLine, unit } = measures[goal.measure];
    const cost = graph.costsOf(goal, ofLine);
    if (!cost) return { index: -1, unit };
    costs.push(cost);
    return { index: costs.length - 1, unit };
  });
  return { network: graph.network(costs), keptArc: graph.keptArc, freeArc: graph.freeArc, costOf };
}

/** What one step of each line measures, in the greatest unit in which all are whole. */
function measuresOf({ lines }: Part, measureOf: (line: StepLine) => bigint): { readonly ofLine: readonly number[]; readonly unit: bigint } {
  const numbers = new Map<bigint, number>();
  for (const line of lines) numbers.set(measureOf(line), 0);
  const unit = commonDivisor(numbers.keys());
  for (const measure of numbers.keys()) numbers.set(measure, exactNumber(measure / unit, "what a step measures"));
  return { ofLine: lines.map((line) => numbers.get(measureOf(line)) ?? 0), unit };
}

/** One quantity per column. */
export function planOf({ keptArc, freeArc }: PartNetwork, solution: NetworkSolution): number[] {
  const carried = (arc: number): number => (arc < 0 ? 0 : solution.flow[arc]);
  return Array.from(freeArc, (arc, column) => carried(arc) + carried(keptArc[column]));
}

/** The exact value of each goal in the flow. */
export function flowValues({ costOf }: PartNetwork, solution: NetworkSolution): readonly bigint[] {
  return costOf.map(({ index, unit }) => (index < 0 ? 0n : solution.totals[index] * unit));
}

/** In place of a node: a capacity cell with no room at all. */
const NO_ROOM = -1;

/** Arcs as they are laid, and which of them mean what. */
class Graph {
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  private readonly tail: number[] = [];
  private readonly head: number[] = [];
  private readonly capacity: number[] = [];
  private readonly supply: number[] = [0];
  private readonly startArc: number[] = [-1];
  /** Arcs from in-house cells to the root, which must end up empty. */
  private readonly mustServe: number[] = [];
  /** Arcs that book: line, window, quarter. */
  private readonly bookings: { arc: number; line: number; window: number; quarter: number }[] = [];

  constructor(
    private readonly part: Part,
    use: Float64Array,
    private readonly quarters: number,
  ) {
    this.keptArc = new Int32Array(part.columns.length).fill(-1);
    this.freeArc = new Int32Array(part.columns.length).fill(-1);
    const cellNodes = this.layCapacity(use);
    const columnsOfLine = groupByLine(part);
    part.lines.forEach((line, index) => {
      const withRoom = columnsOfLine[index].filter((column) => this.targetOf(part.columns[column], cellNodes) !== NO_ROOM);
      this.layLine(line, index, withRoom, cellNodes);
    });
  }

  network(costs: readonly Float64Array[]): Network {
    return {
      nodes: this.supply.length,
      supply: Float64Array.from(this.supply),
      tail: Int32Array.from(this.tail),
      head: Int32Array.from(this.head),
      capacity: Float64Array.from(this.capacity),
      startArc: Int32Array.from(this.startArc),
      costs,
    };
  }

  unmetInHouse(): Float64Array {
    const cost = new Float64Array(this.tail.length);
    for (const arc of this.mustServe) cost[arc] = 1;
    return cost;
  }

  /** A goal's cost on every arc; undefined where it is zero on all of them. */
  costsOf(goal: GoalTerm, measures: readonly number[]): Float64Array | undefined {
    const cost = new Float64Array(this.tail.length);
    if (goal.kind === "booked")
      for (const { arc, line, window, quarter } of this.bookings)
        cost[arc] = measures[line] * goal.ofBooking(this.part.lines[line].windows[window], quarter);
    else {
      this.part.columns.forEach((column, index) => {
        const kept = this.keptArc[index];
        if (goal.kind === "kept") {
          if (kept >= 0) cost[kept] = -measures[column.line];
          return;
        }
        const value = measures[column.line] * goal.ofColumn(this.part.lines[column.line], column);
        if (this.freeArc[index] >= 0) cost[this.freeArc[index]] = value;
        if (kept >= 0) cost[kept] = value;
      });
    }
    return cost.some((value) => value !== 0) ? cost : undefined;
  }

  private layCapacity(use: Float64Array): number[] {
    const occupied = new Float64Array(this.part.cells.length);
    for (const { line, windows, open } of this.part.lines) {
      const { home } = line;
      if (home) windows.forEach(({ due }, cell) => (occupied[this.cellFor(home.rows[0], due ?? 0)] += open[cell]));
    }
    return this.part.cells.map(({ free }, cell) => {
      const room = Math.max(0, Math.floor(free / use[cell])) + occupied[cell];
      if (room === 0) return NO_ROOM;
      const node = this.node(0);
      this.startArc[node] = this.arc(node, 0, room);
      return node;
    });
  }

  private targetOf(column: Column, cellNodes: readonly number[]): number {
    return cellNodes[this.cellFor(column.way.rows[0], column.quarter)];
  }

  private cellFor(row: number, quarter: number): number {
    const cell = this.part.cellAt.get(row * this.quarters + quarter);
    if (cell === undefined) throw new RangeError(`row ${row} has no cell in quarter ${quarter} of this part`);
    return cell;
  }

  private layLine(line: StepLine, index: number, columns: readonly number[], cellNodes: readonly number[]): void {
    const sources = new Array<number>(this.quarters).fill(-1);
    line.windows.forEach((window, position) => {
      const cell = this.node(line.open[position]);
      const unmet = this.arc(cell, 0, Infinity);
      this.startArc[cell] = unmet;
      const { home } = line.line;
      if (home) {
        this.mustServe.push(unmet);
        this.arc(cell, cellNodes[this.cellFor(home.rows[0], window.due ?? 0)], Infinity);
      }
      if (line.shared) this.layBookings({ cell, window: position, line: index, sources, columns });
      else for (let quarter = window.first; quarter <= window.last; quarter++) sources[quarter] = cell;
    });
    for (const column of columns) this.layColumn(column, sources, cellNodes);
  }

  /** Arcs from a cell to the line's nodes, one for each quarter of its window in which anybody delivers. */
  private layBookings({
    cell,
    window,
    line,
    sources,
    columns,
  }: {
    cell: number;
    window: number;
    line: number;
    sources: number[];
    columns: readonly number[];
  }): void {
    const { first, last } = this.part.lines[line].windows[window];
    for (let quarter = first; quarter <= last; quarter++) {
      if (!columns.some((column) => this.part.columns[column].quarter === quarter)) continue;
      if (sources[quarter] < 0) sources[quarter] = this.node(0);
      this.bookings.push({ arc: this.arc(cell, sources[quarter], Infinity), line, window, quarter });
    }
  }

  private layColumn(index: number, sources: readonly number[], cellNodes: readonly number[]): void {
    const column = this.part.columns[index];
    const line = this.part.lines[column.line];
    const source = sources[column.quarter];
    const target = this.targetOf(column, cellNodes);
    const kept = lastPlanned(line, column);
    if (kept > 0) this.keptArc[index] = this.arc(source, target, kept);
    const arc = this.arc(source, target, Infinity);
    this.freeArc[index] = arc;
    if (line.shared && this.startArc[source] < 0) this.startArc[source] = arc;
    if (line.shared) return;
    const window = line.windows.findIndex(({ first, last }) => first <= column.quarter && column.quarter <= last);
    for (const booking of kept > 0 ? [this.keptArc[index], arc] : [arc])
      this.bookings.push({ arc: booking, line: column.line, window, quarter: column.quarter });
  }

  private node(supply: number): number {
    this.supply.push(supply);
    this.startArc.push(-1);
    return this.supply.length - 1;
  }

  private arc(tail: number, head: number, capacity: number): number {
    this.tail.push(tail);
    this.head.push(head);
    this.capacity.push(capacity);
    return this.tail.length - 1;
  }
}

function groupByLine(part: Part): number[][] {
  const columns: number[][] = part.lines.map(() => []);
  part.columns.forEach((column, index) => columns[column.line].push(index));
  return columns;
}
