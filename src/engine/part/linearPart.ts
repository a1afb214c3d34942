/** Balances a part of a step that is no flow: goal after goal in whole numbers, each keeping the values reached before it. */
import { valueOf, type GoalTerm } from "../step/goals";
import { dualBound, leastWhole } from "../linear/dualBound";
import { lexicographicRelaxation } from "../linear/lexicographicRelaxation";
import type { LinearBasis, LinearOptions, SolveLinear, Terms } from "../linear/model";
import { PartModel, type Objective } from "./partModel";
import { roundPlan } from "./roundPlan";
import { keepsRules } from "../step/rules";
import type { Work } from "../slices";
import type { Part } from "../step/step";

/** A plan with what each goal reached and the bound no plan can pass (both as costs to be lessened). */
export interface PartPlan {
  readonly plan: readonly number[];
  readonly reached: readonly bigint[];
  readonly bound: readonly bigint[];
}

export interface LinearPartOptions {
  readonly quarters: number;
  readonly solve: SolveLinear;
  /** How far each goal is searched; absent: to the end. */
  readonly limits: SearchLimits | undefined;
  /** A plan to begin with; absent, or where it breaks a rule, what rounding makes of the relaxation. */
  readonly start?: readonly number[] | undefined;
}
type SearchLimits = Pick<LinearOptions, "nodes" | "iterations">;

/** Larger parts are not searched at all: their plan is what rounding makes of the relaxation, beside an exact bound. */
const SEARCHED = 3_000;

/** Balances a part goal by goal. Nothing delivered is always a plan, so there is always a result. */
export function* solveLinearPart(part: Part, goals: readonly GoalTerm[], options: LinearPartOptions): Work<PartPlan> {
  const { quarters, solve } = options;
  const model = new PartModel(part, quarters);
  const search = new GoalSearch(part, model, options);
  search.plan = yield* firstPlan(model, { part, goals, ...options });
  const reached: bigint[] = [];
  const bound: bigint[] = [];
  let basis: LinearBasis | undefined;
  for (const [index, goal] of goals.entries()) {
    const objective = model.objectiveOf(goal);
    if (!objective) {
      reached.push(0n);
      bound.push(0n);
      continue;
    }
    yield;
    const { relaxation } = solve(model, objective, { relaxed: true, basis });
    basis = relaxation?.basis ?? basis;
    const proof = relaxation && dualBound(model, objective, relaxation.prices);
    const next = goals.slice(index + 1).find((later) => later.kind === "column" && model.objectiveOf(later));
    const least = yield* search.lessen({ goal, objective, guide: next && model.objectiveOf(next), least: proof && leastWhole(proof) });
    const value = valueOf(goal, part, search.plan);
    reached.push(value);
    bound.push(least * objective.unit);
    model.keep(goal, { objective, value, bound: proof });
  }
  return { plan: search.plan, reached, bound };
}

interface Beginning extends LinearPartOptions {
  readonly part: Part;
  readonly goals: readonly GoalTerm[];
}

function* firstPlan(model: PartModel, { part, goals, quarters, solve, start }: Beginning): Work<readonly number[]> {
  if (start && keepsRules(part, start, quarters)) return start;
  const objectives = goals.flatMap((goal) => (goal.kind === "column" ? (model.objectiveOf(goal) ?? []) : []));
  const wanted = yield* lexicographicRelaxation(model, objectives, solve);
  yield;
  const plan = wanted && roundPlan(part, wanted, quarters);
  return plan && keepsRules(part, plan, quarters) ? plan : new Array<number>(part.columns.length).fill(0);
}

interface GoalTask {
  readonly goal: GoalTerm;
  readonly objective: Objective;
  /** A later goal that chooses between plans that are equal in this one. */
  readonly guide: Objective | undefined;
  /** What is known already that no plan can pass. */
  readonly least: bigint | undefined;
}

/** The plan so far, and the search for better ones. */
class GoalSearch {
  plan: readonly number[] = [];

  constructor(
    private readonly part: Part,
    private readonly model: PartModel,
    private readonly options: LinearPartOptions,
  ) {}

  /**
   * Betters the plan in a goal: to the end, or within the limits, and then so that little is lost of the next goal. Returns the
   * least value that is not ruled out, in units of the objective.
   */
  *lessen({ goal, objective, guide, least }: GoalTask): Work<bigint> {
    const { limits } = this.options;
    const value = (): bigint => valueOf(goal, this.part, this.plan) / objective.unit;
    const known = least ?? value() - BigInt(Number.MAX_SAFE_INTEGER);
    if (known >= value() || this.part.columns.length > SEARCHED) return lesser(known, value());
    yield;
    const found = this.searched(goal, limits && guide ? guided(this.model, objective, guide) : { ...objective, weight: 1, most: 0 });
    return lesser(found !== undefined && found > known ? found : known, value());
  }

  /** Takes the plan found where it is none the worse; the bound is that of the goal itself, whole. */
  private searched(goal: GoalTerm, { weight, most, ...terms }: Guided): bigint | undefined {
    const { solve, limits, quarters } = this.options;
    const { status, plan, bound } = solve(this.model, terms, { ...limits, start: this.model.startFrom(this.plan), gap: weight / 2 });
    const found = plan.slice(0, this.part.columns.length).map(Math.round);
    const better = found.length > 0 && this.takes(goal, found);
    if (better) this.takes(goal, roundPlan(this.part, found, quarters));
    if (status === "infeasible" || !Number.isFinite(bound) || (status === "optimal" && !better)) return undefined;
    return BigInt(Math.ceil((bound - most) / weight - 1e-6 * Math.max(1, Math.abs(bound / weight))));
  }

  private takes(goal: GoalTerm, plan: readonly number[]): boolean {
    const keeps = keepsRules(this.part, plan, this.options.quarters) && this.model.keepsGoals(plan);
    const better = keeps && valueOf(goal, this.part, plan) <= valueOf(goal, this.part, this.plan);
    if (better) this.plan = plan;
    return better;
  }
}

interface Guided extends Terms {
  /** The goal counts so many times as much as its guide. */
  readonly weight: number;
  /** The most that the guide can come to. */
  readonly most: number;
}

function lesser(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

/** Beyond this a solver's floating point no longer tells plans apart. */
const LARGEST_WEIGHT = 1_000_000;

/** One objective in place of two: the goal, and where plans are equal in it, its guide. */
function guided(model: PartModel, goal: Objective, guide: Objective): Guided {
  const ends = guide.column.map((column, index) => guide.coefficient[index] * model.upper[column]);
  const most = ends.reduce((sum, end) => sum + Math.max(0, end), 0);
  const span = most - ends.reduce((sum, end) => sum + Math.min(0, end), 0);
  const weight = Math.min(LARGEST_WEIGHT, 2 * span + 1);
  const terms = new Map(guide.column.map((column, index) => [column, guide.coefficient[index]]));
  goal.column.forEach((column, index) => terms.set(column, (terms.get(column) ?? 0) + weight * goal.coefficient[index]));
  return { column: [...terms.keys()], coefficient: [...terms.values()], weight, most };
}
