/**
 * Balances one part of a step: as a flow where it is one, with its certificate; as a linear model in whole numbers where
 * several rows, lots, unsplit lines or the booking rule make it one.
 */
import type { Doors } from "../doors";
import { certify } from "../flow/certify";
import { valueOf, type GoalTerm } from "../step/goals";
import { solveLinearPart, type PartPlan } from "./linearPart";
import { flowValues, NetworkLaying, planOf } from "./networkPart";
import { giveBackPaper, takePaper } from "./scratchPaper";
import { brokenPairs, keepsRules } from "../step/rules";
import { waitFor, type Work } from "../slices";
import type { OpenStep, Part } from "../step/step";
import type { StepLine } from "../step/stepLines";

/** Steps of up to so many columns are solved to the end. */
const SMALL = 300;
/** Flows of more columns than this are never handed to the linear solver; broken pairs are barred instead. */
const LARGE = 3_000;

/** Simplex iterations of a search in a larger step times the columns of the part: a second or two. */
const ITERATION_COLUMNS = 5_000_000;

export interface SolvedPart extends PartPlan {
  /** The part as it was solved, its lines joined or each for itself: what the columns of the plan mean. */
  readonly part: Part;
  readonly by: "certificate" | "bound";
}

export interface PartContext {
  readonly quarters: number;
  readonly goals: readonly GoalTerm[];
  readonly doors: Doors;
  readonly step: Pick<OpenStep, "columns" | "laySingle">;
  /** A plan to begin with, of the part whose lines stand each for itself; absent where none is known. */
  readonly start?: (part: Part) => readonly number[];
}

/** Is every part of the step solved to the end, whatever it takes? */
export function isSolvedToTheEnd({ columns }: Pick<OpenStep, "columns">): boolean {
  return columns <= SMALL;
}

/** Solves a part; the result is exact, or tells by how much each goal may still fall short of its bound. */
export function* solvePart(part: Part, context: PartContext): Work<SolvedPart> {
  if (!part.uniform) return yield* linear(yield* context.step.laySingle(part), context);
  const flow = yield* solveFlow(part, context);
  const keeps = !hasRules(part.lines) || keepsRules(part, flow.plan, context.quarters);
  if (keeps && (flow.reached === flow.bound || flow.reached.every((value, goal) => value === flow.bound[goal]))) return flow;
  const single = yield* context.step.laySingle(part);
  if (single.columns.length <= SMALL) return yield* linear(single, context);
  if (keeps) return flow;
  return yield* single.columns.length <= LARGE ? linear(single, context) : barring(part, flow, context);
}

/** Are there rules that a flow leaves out: lots, unsplit lines, quarters that the booking rule frees? */
function hasRules(lines: readonly StepLine[]): boolean {
  return lines.some(({ line: { bound, home }, shared }) => bound || (shared && home !== undefined));
}

function* linear(part: Part, { quarters, goals, doors, step, start }: PartContext): Work<SolvedPart> {
  const solve = yield* waitFor(doors.solveLinear());
  const limits = isSolvedToTheEnd(step)
    ? undefined
    : { nodes: nodesFor(part.columns.length), iterations: Math.floor(ITERATION_COLUMNS / part.columns.length) };
  return { ...(yield* solveLinearPart(part, goals, { quarters, solve, limits, start: start?.(part) })), part, by: "bound" };
}

/** Branch-and-bound nodes per goal for a part of a larger step: fewer the larger the part, never by the clock. */
function nodesFor(columns: number): number {
  return Math.max(1, Math.min(2_000, Math.floor(100_000 / columns)));
}

/** The flow of a part: its plan, what the plan reaches by the rules, and the flow's own values, which bound every plan. */
function* solveFlow(part: Part, { quarters, goals, doors }: PartContext): Generator<void, SolvedPart> {
  const paper = takePaper();
  const laying = new NetworkLaying(part, goals, { quarters, paper });
  while (laying.goOn()) yield;
  const graph = laying.laid();
  const solution = yield* doors.solveNetwork(graph.network);
  const large = part.columns.length > LARGE;
  if (large) yield;
  const verdict = certify(graph.network, solution);
  if (!verdict.ok) throw new RangeError(`the flow of a part failed its certificate: ${JSON.stringify(verdict)}`);
  if (large) yield;
  const plan = planOf(graph, part.columns.length, solution);
  const bound = flowValues(graph, goals, solution);
  giveBackPaper(paper);
  // Only where the booking rule decides may a plan fall short of what its flow counts.
  const byRule = part.lines.some(({ shared }) => shared);
  const reached = byRule ? bound.slice() : bound;
  for (let index = 0; byRule && index < goals.length; index++) {
    if (goals[index].kind !== "booked") continue;
    if (large) yield;
    reached[index] = valueOf(goals[index], part, plan);
  }
  if (large) yield;
  return { plan, reached, bound, part, by: "certificate" };
}

/**
 * For parts too large for the linear solver: bars the line and supplier pairs that a lot or an unsplit line forbids and
 * solves the flow again, until none is left. The first flow stays the bound.
 */
function* barring(part: Part, first: PartPlan, context: PartContext): Work<SolvedPart> {
  let left = first.plan.map((_, column) => column);
  let kept = part;
  let flow = first;
  for (let broken = brokenPairs(kept, flow.plan); broken.length > 0; broken = brokenPairs(kept, flow.plan)) {
    const barred = new Set(broken.flat());
    left = left.filter((_, position) => !barred.has(position));
    kept = { ...part, columns: part.columns.only(left) };
    flow = yield* solveFlow(kept, context);
  }
  const plan = first.plan.map(() => 0);
  left.forEach((column, position) => (plan[column] = flow.plan[position]));
  return { plan, part, reached: context.goals.map((goal) => valueOf(goal, part, plan)), bound: first.bound, by: "certificate" };
}
