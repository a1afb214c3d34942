/**
 * Linear models in whole numbers by HiGHS (Huangfu and Hall, "Parallelizing the dual revised simplex method", 2018; compiled
 * to WebAssembly). The only file that knows it. One thread, no time limit, a fixed seed: equal models give equal plans.
 */
import type { BasisInput, Highs, HighsCallbackMap, ModelData } from "highs";
import type { LinearBasis, LinearModel, LinearOptions, LinearSolution, SolveLinear, Terms } from "./model";

/** Loads HiGHS, once, and returns the solver behind the door. Rejects where WebAssembly is refused. */
export async function loadSolveLinear(wasm?: ArrayBuffer): Promise<SolveLinear> {
  const { default: load } = await import("highs");
  const highs: Highs = await load(wasm ? { wasmBinary: wasm } : {});
  return (model, goal, options) => solve(highs, { model, goal, options });
}

interface Task {
  readonly model: LinearModel;
  readonly goal: Terms;
  readonly options: LinearOptions;
}

/** Any two values of a goal differ by at least 1, so a bound within half of it proves the plan. */
const ABSOLUTE_GAP = 0.5;

function solve(highs: Highs, { model, goal, options }: Task): LinearSolution {
  return highs.withModel(modelData(highs, { model, goal, options }), (solver): LinearSolution => {
    solver.options.set({ output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: options.gap ?? ABSOLUTE_GAP });
    if (options.nodes !== undefined) solver.options.set("mip_max_nodes", options.nodes);
    if (options.start) solver.setSolution({ colValue: options.start });
    if (options.basis) solver.setBasis(grown(options.basis, model, highs.constants.basisStatus));
    const { modelStatus } = options.iterations === undefined ? solver.run() : solver.run(stopAfter(highs, options.iterations));
    const { optimal, infeasible } = highs.constants.modelStatus;
    if (modelStatus === infeasible) return { status: "infeasible", plan: [], bound: Infinity };
    const status: LinearSolution["status"] = modelStatus === optimal ? "optimal" : "limit";
    const info = (name: string): number => Number(solver.info.get(name));
    const { colValue, colDual, rowDual } = solver.getSolution();
    const plan = info("primal_solution_status") === FEASIBLE ? Array.from(colValue) : [];
    if (!options.relaxed) return { status, plan, bound: info("mip_dual_bound") };
    if (status !== "optimal") return { status, plan, bound: -Infinity };
    const { colStatus, rowStatus } = solver.getBasis();
    return {
      status,
      plan,
      bound: solver.getObjectiveValue(),
      relaxation: { prices: Array.from(rowDual), reducedCosts: Array.from(colDual), basis: { columns: colStatus, rows: rowStatus } },
    };
  });
}

/** Ends a whole-number search once it has taken so many simplex iterations: a count, so that every machine stops at the same place. */
function stopAfter({ constants }: Highs, iterations: number): HighsCallbackMap {
  return {
    [constants.callbackType.mipInterrupt]: ({ data, interrupt }) => {
      if (Number(data.mip_total_lp_iterations ?? 0n) > iterations) interrupt();
      return undefined;
    },
  };
}

/** Rows and columns that came after the basis was taken: columns at their lower end, rows free to move. */
function grown({ columns, rows }: LinearBasis, model: LinearModel, { lower, basic }: Highs["constants"]["basisStatus"]): BasisInput {
  const colStatus = new Int32Array(model.columns).fill(lower);
  const rowStatus = new Int32Array(model.rows.length).fill(basic);
  colStatus.set(columns);
  rowStatus.set(rows);
  return { colStatus, rowStatus };
}

/** HiGHS's code for "a feasible point is there". */
const FEASIBLE = 2;

function modelData(highs: Highs, { model, goal, options }: Task): ModelData {
  const cost = new Float64Array(model.columns);
  goal.column.forEach((column, index) => (cost[column] = goal.coefficient[index]));
  const starts = new Int32Array(model.rows.length + 1);
  model.rows.forEach((row, index) => (starts[index + 1] = starts[index] + row.column.length));
  return {
    numCols: model.columns,
    numRows: model.rows.length,
    colCost: cost,
    colLower: Float64Array.from(model.lower),
    colUpper: Float64Array.from(model.upper),
    rowLower: Float64Array.from(model.rowLower),
    rowUpper: Float64Array.from(model.rowUpper),
    matrix: {
      format: "csr",
      numRows: model.rows.length,
      numCols: model.columns,
      starts,
      indices: Int32Array.from(model.rows.flatMap((row) => row.column)),
      values: Float64Array.from(model.rows.flatMap((row) => row.coefficient)),
    },
    ...(options.relaxed ? {} : { integrality: new Int32Array(model.columns).fill(highs.constants.variableType.integer) }),
  };
}
