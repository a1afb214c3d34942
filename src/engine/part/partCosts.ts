/** What the arcs of a part's network cost in each goal. */
import type { GoalTerm } from "../step/goals";
import type { Part } from "../step/step";
import type { Measures } from "./measures";
import { hasLastPlan, type PartGraph } from "./partGraph";
import type { ScratchPaper } from "./scratchPaper";

/** Columns looked at between two yields. */
const SLICE = 32_768;

export class PartCosts {
  constructor(
    private readonly part: Part,
    private readonly graph: PartGraph,
    private readonly paper: ScratchPaper,
  ) {}

  /** Work at home that is neither done nor handed over. */
  unmetInHouse(): Float64Array {
    const cost = this.paper.float64(this.graph.arcs);
    for (const arc of this.graph.mustServe) cost[arc] = 1;
    return cost;
  }

  /** A goal's cost on every arc; undefined where it is zero on all of them. Yields now and then. */
  *of(goal: GoalTerm, measures: Measures): Generator<void, Float64Array | undefined> {
    if (goal.kind === "booked") return this.bookingCosts(goal, measures);
    if (goal.kind === "kept") return this.keptCosts(measures);
    const { lines, columns } = this.part;
    const { firstColumn, freeArc, keptArc } = this.graph;
    let cost: Float64Array | undefined;
    for (let line = 0, looked = 0; line < lines.length; line++) {
      if (firstColumn[line] - looked > SLICE) {
        looked = firstColumn[line];
        yield;
      }
      const factor = goal.ofLine(lines[line]);
      if (!factor) continue;
      for (let index = firstColumn[line]; index < firstColumn[line + 1]; index++) {
        const free = freeArc[index];
        const value = free < 0 ? 0 : measures.of(line) * factor(columns.way(index));
        if (value === 0) continue;
        cost ??= this.paper.float64(this.graph.arcs);
        cost[free] = value;
        if (keptArc[index] >= 0) cost[keptArc[index]] = value;
      }
    }
    return cost;
  }

  private keptCosts(measures: Measures): Float64Array | undefined {
    if (!hasLastPlan(this.part)) return undefined;
    const cost = this.paper.float64(this.graph.arcs);
    this.graph.keptArc.forEach((arc, index) => {
      if (arc >= 0) cost[arc] = -measures.of(this.part.columns.line(index));
    });
    return cost.some((value) => value !== 0) ? cost : undefined;
  }

  private bookingCosts(goal: GoalTerm, measures: Measures): Float64Array | undefined {
    if (this.graph.bookings.length === 0) return undefined;
    const cost = this.paper.float64(this.graph.arcs);
    for (const { arc, line, window, quarter } of this.graph.bookings)
      cost[arc] = measures.of(line) * goal.ofBooking(this.part.lines[line].windows[window], quarter);
    return cost.some((value) => value !== 0) ? cost : undefined;
  }
}
