/** What the arcs of a part's network cost, goal by goal. */
import { factorOf, type GoalTerm } from "../step/goals";
import type { Part } from "../step/step";
import { Measures } from "./measures";
import type { PartGraph } from "./partGraph";
import type { ScratchPaper } from "./scratchPaper";

export interface LaidCosts {
  readonly costs: readonly Float64Array[];
  /** Position in `costs` of each goal, -1 where it costs nothing on any arc. */
  readonly costOf: readonly number[];
}

/** Takes the costs of one line after another, each as soon as its arcs are laid. */
export class PartCosts {
  private readonly costs: (Float64Array | undefined)[];
  private readonly measures: Partial<Record<GoalTerm["measure"], Measures>> = {};

  constructor(
    private readonly goals: readonly GoalTerm[],
    private readonly part: Part,
    private readonly graph: PartGraph,
    private readonly paper: ScratchPaper,
  ) {
    this.costs = new Array<Float64Array | undefined>(goals.length).fill(undefined);
  }

  /** What one unit of a goal's cost is worth is the unit of its measure. */
  measureOf({ measure }: GoalTerm): Measures {
    return (this.measures[measure] ??= new Measures(this.part, ({ line }) => line[measure]));
  }

  layLine(index: number): void {
    const { part, goals, graph } = this;
    const { ways } = part.columns.offers[index];
    const first = part.columns.first[index];
    for (let goal = 0; goal < goals.length; goal++) {
      const factor = goals[goal].ofLine(part.lines[index]);
      if (factor === undefined) continue;
      const measure = this.measureOf(goals[goal]).of(index);
      let cost = this.costs[goal];
      for (let offer = 0; offer < ways.length; offer++) {
        const value = measure * factorOf(factor, ways[offer]);
        const [free, kept] = [graph.freeArc[first + offer], graph.keptArc[first + offer]];
        if (value === 0 || free < 0) continue;
        cost ??= this.costs[goal] = this.paper.cost(goal, graph.mostArcs);
        cost[free] = value;
        if (kept >= 0) cost[kept] = value;
      }
    }
  }

  /** Once all lines are laid. Work at home that is neither done nor handed over costs before all goals. */
  laid(): LaidCosts {
    const { goals, graph, paper } = this;
    const costs: Float64Array[] = [];
    if (graph.mustServe.length > 0) {
      const unmet = paper.cost(goals.length, graph.mostArcs);
      for (const arc of graph.mustServe) unmet[arc] = 1;
      costs.push(unmet);
    }
    const costOf = goals.map((goal, index) => {
      const cost =
        goal.kind === "kept" ? this.keptCosts(goal, index) : goal.kind === "booked" ? this.bookingCosts(goal, index) : this.costs[index];
      return cost ? costs.push(cost) - 1 : -1;
    });
    return { costs, costOf };
  }

  private keptCosts(goal: GoalTerm, index: number): Float64Array | undefined {
    const {
      part: { lines, columns },
      graph: { keptArc, mostArcs },
    } = this;
    let cost: Float64Array | undefined;
    for (let line = 0; line < lines.length; line++) {
      if (lines[line].line.lastPlan.size === 0) continue;
      for (let column = columns.first[line]; column < columns.first[line + 1]; column++) {
        const value = this.measureOf(goal).of(line);
        if (keptArc[column] < 0 || value === 0) continue;
        cost ??= this.paper.cost(index, mostArcs);
        cost[keptArc[column]] = -value;
      }
    }
    return cost;
  }

  private bookingCosts(goal: GoalTerm, index: number): Float64Array | undefined {
    let cost: Float64Array | undefined;
    for (const { arc, line, window, quarter } of this.graph.bookings) {
      const value = this.measureOf(goal).of(line) * goal.ofBooking(this.part.lines[line].windows[window], quarter);
      if (value === 0) continue;
      cost ??= this.paper.cost(index, this.graph.mostArcs);
      cost[arc] = value;
    }
    return cost;
  }
}
