/** What the arcs of a part's network cost, goal by goal. */
import { factorOf, type Factor, type GoalTerm } from "../step/goals";
import type { Part } from "../step/step";
import { Measures } from "./measures";
import type { PartGraph } from "./partGraph";
import type { ScratchPaper } from "./scratchPaper";

export interface LaidCosts {
  readonly costs: readonly Float64Array[];
  /** Whose costs these are; the others cost nothing on any arc. */
  readonly goalOf: readonly number[];
}

/** In place of a goal, before all of them: work at home that is neither done nor handed over. */
export const UNMET = -1;

/** Takes the costs of one line after another, each as soon as its arcs are laid. */
export class PartCosts {
  /** By goal; none where nothing costs anything. */
  private readonly costs: (Float64Array | undefined)[] = [];
  private readonly measures: Partial<Record<GoalTerm["measure"], Measures>> = {};

  constructor(
    private readonly goals: readonly GoalTerm[],
    private readonly part: Part,
    private readonly graph: PartGraph,
    private readonly paper: ScratchPaper,
  ) {}

  /** What one unit of a goal's cost is worth is the unit of its measure. */
  measureOf({ measure }: GoalTerm): Measures {
    return (this.measures[measure] ??= new Measures(this.part, ({ line }) => line[measure]));
  }

  layLine(index: number): void {
    const { part, goals } = this;
    for (let goal = 0; goal < goals.length; goal++) {
      const factor = goals[goal].ofLine(part.lines[index]);
      if (factor !== undefined) this.layGoal(goal, index, factor);
    }
  }

  private layGoal(goal: number, index: number, factor: Factor): void {
    const { freeArc, keptArc, mostArcs } = this.graph;
    const { ways } = this.part.columns.offers[index];
    const first = this.part.columns.first[index];
    const measure = this.measureOf(this.goals[goal]).of(index);
    let cost = this.costs[goal];
    for (let offer = 0; offer < ways.length; offer++) {
      const free = freeArc[first + offer];
      const value = free < 0 ? 0 : measure * factorOf(factor, ways[offer]);
      if (value === 0) continue;
      cost ??= this.costs[goal] = this.paper.cost(goal, mostArcs);
      cost[free] = value;
      const kept = keptArc[first + offer];
      if (kept >= 0) cost[kept] = value;
    }
  }

  /** Once all lines are laid. */
  laid(): LaidCosts {
    const { costs, goals, graph, paper } = this;
    const rows: Float64Array[] = [];
    const goalOf: number[] = [];
    if (graph.mustServe.length > 0) {
      const unmet = paper.cost(goals.length, graph.mostArcs);
      for (const arc of graph.mustServe) unmet[arc] = 1;
      rows.push(paper.costOf(goals.length, graph.arcs));
      goalOf.push(UNMET);
    }
    for (let goal = 0; goal < goals.length; goal++) {
      const { kind } = goals[goal];
      const cost = kind === "kept" ? this.keptCosts(goal) : kind === "booked" ? this.bookingCosts(goal) : costs[goal];
      if (!cost) continue;
      rows.push(paper.costOf(goal, graph.arcs));
      goalOf.push(goal);
    }
    return { costs: rows, goalOf };
  }

  private keptCosts(goal: number): Float64Array | undefined {
    const {
      part: { lines, columns },
      graph: { keptArc, mostArcs },
    } = this;
    let cost: Float64Array | undefined;
    for (let line = 0; line < lines.length; line++) {
      if (lines[line].line.lastPlan.size === 0) continue;
      for (let column = columns.first[line]; column < columns.first[line + 1]; column++) {
        const value = this.measureOf(this.goals[goal]).of(line);
        if (keptArc[column] < 0 || value === 0) continue;
        cost ??= this.paper.cost(goal, mostArcs);
        cost[keptArc[column]] = -value;
      }
    }
    return cost;
  }

  private bookingCosts(goal: number): Float64Array | undefined {
    const term = this.goals[goal];
    let cost: Float64Array | undefined;
    for (const { arc, line, window, quarter } of this.graph.bookings) {
      const value = this.measureOf(term).of(line) * term.ofBooking(this.part.lines[line].windows[window], quarter);
      if (value === 0) continue;
      cost ??= this.paper.cost(goal, this.graph.mostArcs);
      cost[arc] = value;
    }
    return cost;
  }
}
