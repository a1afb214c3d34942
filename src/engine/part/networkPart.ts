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
import { Measures } from "./measures";
import { PartCosts } from "./partCosts";
import { PartGraph } from "./partGraph";
import type { ScratchPaper } from "./scratchPaper";
import type { Part } from "../step/step";

/** Parts of more columns than this yield after each goal. */
const SLICE = 4_096;

export interface PartNetwork {
  readonly network: Network;
  /** Arcs of each column: the one for what agrees with the last plan and the other; -1 where there is none. */
  readonly keptArc: Int32Array;
  readonly freeArc: Int32Array;
  /** Position in `network.costs` of each goal, -1 where it costs nothing here. */
  readonly costOf: readonly number[];
  readonly measures: MeasuresOfPart;
}

/** What one unit of a goal's cost is worth is the unit of its measure. */
type MeasuresOfPart = Readonly<Record<GoalTerm["measure"], Measures>>;

/** Builds the network of a part for these goals, on this paper; yields now and then. */
export function* networkOf(
  part: Part,
  goals: readonly GoalTerm[],
  { quarters, paper }: { quarters: number; paper: ScratchPaper },
): Generator<void, PartNetwork> {
  const graph = new PartGraph(part, quarters, paper);
  yield* graph.layLines();
  const costsOf = new PartCosts(part, graph, paper);
  const costs: Float64Array[] = [];
  if (part.lines.some(({ line }) => line.demand.inHouse)) costs.push(costsOf.unmetInHouse());
  const measures = { points: new Measures(part, ({ line }) => line.points), weight: new Measures(part, ({ line }) => line.weight) };
  const costOf: number[] = [];
  for (const goal of goals) {
    const cost = yield* costsOf.of(goal, measures[goal.measure]);
    costOf.push(cost ? costs.push(cost) - 1 : -1);
    if (part.columns.length > SLICE) yield;
  }
  return { network: graph.network(costs), keptArc: graph.keptArc, freeArc: graph.freeArc, costOf, measures };
}

/** One quantity per column. */
export function planOf({ keptArc, freeArc }: PartNetwork, solution: NetworkSolution): number[] {
  const plan = new Array<number>(freeArc.length);
  for (let column = 0; column < plan.length; column++) {
    const free = freeArc[column] >= 0 ? solution.flow[freeArc[column]] : 0;
    plan[column] = keptArc[column] >= 0 ? free + solution.flow[keptArc[column]] : free;
  }
  return plan;
}

/** The exact value of each goal in the flow. */
export function flowValues({ costOf, measures }: PartNetwork, goals: readonly GoalTerm[], { totals }: NetworkSolution): readonly bigint[] {
  return costOf.map((index, goal) => (index < 0 ? 0n : totals[index] * measures[goals[goal].measure].unit));
}
