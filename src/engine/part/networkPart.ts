/**
 * A part of a step as a minimum-cost flow, where every supplier uses one row and everything on a row takes the same of it.
 *
 * Demand cells send what they need, by way of a node for line and quarter where windows share quarters, to the capacity
 * cells, and these to the root; what is not met goes straight to the root. In-house cells may also go to their own
 * factory's capacity cell, which holds the room they already occupy. Lots, unsplit lines and the booking rule are left
 * out: the flow is the best that could be without them, and whoever asks checks whether the plan keeps them.
 */
import type { Network, NetworkSolution } from "../flow/network";
import type { GoalTerm } from "../step/goals";
import type { Measures } from "./measures";
import { PartCosts, UNMET } from "./partCosts";
import { PartGraph } from "./partGraph";
import type { ScratchPaper } from "./scratchPaper";
import type { Part } from "../step/step";

/** Columns laid at once. */
const SLICE = 32_768;

export interface PartNetwork {
  readonly network: Network;
  /** Arcs of each column: the one for what agrees with the last plan and the other; -1 where there is none. */
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  /** Of each row of `network.costs`, its goal, or UNMET; the goals that are not here cost nothing. */
  readonly goalOf: readonly number[];
  readonly measureOf: (goal: GoalTerm) => Measures;
}

/** Builds the network of a part for these goals, on this paper, some lines at a time. (Not a generator: networks come by the thousand.) */
export class NetworkLaying {
  private readonly graph: PartGraph;
  private readonly costs: PartCosts;
  /** The next line. */
  private line = 0;

  constructor(
    private readonly part: Part,
    goals: readonly GoalTerm[],
    { quarters, paper }: { quarters: number; paper: ScratchPaper },
  ) {
    this.graph = new PartGraph(part, quarters, paper);
    this.costs = new PartCosts(goals, part, this.graph, paper);
  }

  /** Lays some more; false once all is laid. */
  goOn(): boolean {
    const { lines, columns } = this.part;
    const enough = columns.first[this.line] + SLICE;
    while (this.line < lines.length && columns.first[this.line] < enough) {
      this.graph.layLine(this.line);
      this.costs.layLine(this.line++);
    }
    return this.line < lines.length;
  }

  laid(): PartNetwork {
    const { graph } = this;
    const { costs, goalOf } = this.costs.laid();
    const { keptArc, freeArc } = graph;
    return { network: graph.network(costs), keptArc, freeArc, goalOf, measureOf: (goal) => this.costs.measureOf(goal) };
  }
}

/** One quantity per column. */
export function planOf({ keptArc, freeArc }: PartNetwork, columns: number, { flow }: NetworkSolution): number[] {
  const plan = new Array<number>(columns);
  for (let column = 0; column < columns; column++) {
    const free = freeArc[column] >= 0 ? flow[freeArc[column]] : 0;
    plan[column] = keptArc[column] >= 0 ? free + flow[keptArc[column]] : free;
  }
  return plan;
}

/** The exact value of each goal in the flow. */
export function flowValues({ goalOf, measureOf }: PartNetwork, goals: readonly GoalTerm[], { totals }: NetworkSolution): bigint[] {
  const values = goals.map(() => 0n);
  for (let row = 0; row < goalOf.length; row++) {
    const goal = goalOf[row];
    if (goal !== UNMET) values[goal] = totals[row] * measureOf(goals[goal]).unit;
  }
  return values;
}
