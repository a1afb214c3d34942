/** Balances a part of a step that is no flow: goal after goal in whole numbers, each keeping the values reached before it. */
import { valueOf, type GoalTerm } from "./goals";
import type { SolveLinear } from "./linear/model";
import { PartModel } from "./partModel";
import { keepsRules } from "./rules";
import type { Part } from "./step";

/** A plan with what each goal reached and the bound no plan can pass (both as costs to be lessened). */
export interface PartPlan {
  readonly plan: readonly number[];
  readonly reached: readonly bigint[];
  readonly bound: readonly bigint[];
}

export interface LinearPartOptions {
  readonly quarters: number;
  readonly solve: SolveLinear;
  /** Branch-and-bound nodes per goal; absent: every goal is solved to the end. */
  readonly nodes?: number;
}

/** Balances a part goal by goal. Nothing delivered is always a plan, so there is always a result. */
export function solveLinearPart(part: Part, goals: readonly GoalTerm[], { quarters, solve, nodes }: LinearPartOptions): PartPlan {
  const model = new PartModel(part, quarters);
  let plan: readonly number[] = part.columns.map(() => 0);
  const reached: bigint[] = [];
  const bound: bigint[] = [];
  for (const goal of goals) {
    const objective = model.objectiveOf(goal);
    if (!objective) {
      reached.push(0n);
      bound.push(0n);
      continue;
    }
    const solution = solve(model, objective, { nodes, start: model.startFrom(plan) });
    const found = solution.plan.slice(0, part.columns.length).map(Math.round);
    const better =
      solution.status !== "infeasible" && solution.plan.length > 0 && keepsRules(part, found, quarters) && model.keepsGoals(found);
    if (better && valueOf(goal, part, found) <= valueOf(goal, part, plan)) plan = found;
    const value = valueOf(goal, part, plan);
    reached.push(value);
    bound.push(boundOf(solution, { value, unit: objective.unit, proved: better && valueOf(goal, part, found) === value }));
    model.keep(goal, objective, value);
  }
  return { plan, reached, bound };
}

function boundOf(
  solution: { status: string; bound: number },
  { value, unit, proved }: { value: bigint; unit: bigint; proved: boolean },
): bigint {
  if (solution.status === "optimal" && proved) return value;
  if (!Number.isFinite(solution.bound)) return value - unit * BigInt(Number.MAX_SAFE_INTEGER);
  const least = BigInt(Math.ceil(solution.bound - 1e-6 * Math.max(1, Math.abs(solution.bound)))) * unit;
  return least < value ? least : value;
}
