/**
 * A part of a step as a minimum-cost flow, where every supplier uses one row and everything on a row takes the same of it.
 *
 * Demand cells send what they need, by way of a node for line and quarter where windows share quarters, to the capacity
 * cells, and these to the root; what is not met goes straight to the root. In-house cells may also go to their own
 * factory's capacity cell, which holds the room they already occupy. Lots, unsplit lines and the booking rule are left
 * out: the flow is the best that could be without them, and whoever asks checks whether the plan keeps them.
 */
import type { Network, NetworkSolution } from "../flow/network";
import { commonDivisor, exactNumber } from "../exact";
import type { Way } from "../register/eligibility";
import type { GoalTerm } from "../step/goals";
import { PartGraph } from "./partGraph";
import type { Part } from "../step/step";
import type { StepLine } from "../step/stepLines";

/** Parts of more columns than this yield after each goal. */
const SLICE = 4_096;

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
  const agrees = ({ rows, perStep }: Way, cell: number | undefined): boolean => {
    if (rows.length !== 1 || cell === undefined) return false;
    if (use[cell] === 0) use[cell] = perStep[0];
    return use[cell] === perStep[0];
  };
  const { columns } = part;
  for (let column = 0; column < columns.length; column++) if (!agrees(columns.way(column), columns.cell(column))) return undefined;
  for (const { line, windows } of part.lines) {
    const { home } = line;
    if (!home) continue;
    for (const { due } of windows) if (due !== undefined && !agrees(home, part.cellAt.get(home.rows[0] * quarters + due))) return undefined;
  }
  return use;
}

/** Builds the network of a part for these goals; yields now and then. */
export function* networkOf(
  part: Part,
  goals: readonly GoalTerm[],
  { use, quarters }: { use: Float64Array; quarters: number },
): Generator<void, PartNetwork> {
  const graph = new PartGraph(part, use, quarters);
  yield* graph.layLines();
  const costs: Float64Array[] = [];
  if (part.lines.some(({ line }) => line.demand.inHouse)) costs.push(graph.unmetInHouse());
  const measures = { points: measuresOf(part, ({ line }) => line.points), weight: measuresOf(part, ({ line }) => line.weight) };
  const costOf: PartNetwork["costOf"][number][] = [];
  for (const goal of goals) {
    const { ofLine, unit } = measures[goal.measure];
    const cost = graph.costsOf(goal, ofLine);
    costOf.push({ index: cost ? costs.push(cost) - 1 : -1, unit });
    if (part.columns.length > SLICE) yield;
  }
  return { network: graph.network(costs), keptArc: graph.keptArc, freeArc: graph.freeArc, costOf };
}

/** What one step of each line measures, in the greatest unit in which all are whole. */
function measuresOf({ lines }: Part, measureOf: (line: StepLine) => bigint): { readonly ofLine: readonly number[]; readonly unit: bigint } {
  const measures = lines.map(measureOf);
  const different = measures.filter((measure, line) => line === 0 || measure !== measures[line - 1]);
  const unit = commonDivisor(different);
  const numbers = different.map((measure) => exactNumber(measure / unit, "what a step measures"));
  let run = 0;
  return { ofLine: measures.map((measure, line) => numbers[line > 0 && measure !== measures[line - 1] ? ++run : run]), unit };
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
export function flowValues({ costOf }: PartNetwork, solution: NetworkSolution): readonly bigint[] {
  return costOf.map(({ index, unit }) => (index < 0 ? 0n : solution.totals[index] * unit));
}
