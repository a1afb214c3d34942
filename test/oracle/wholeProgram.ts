/**
 * A whole-number program that is solved goal by goal with HiGHS; every answer is checked again in exact integers.
 * All goals are minimised; a goal that was solved stays at its value for those after it.
 */
import loadHighs from "highs";

type Highs = Awaited<ReturnType<typeof loadHighs>>;

export interface Term {
  readonly column: number;
  readonly coefficient: bigint;
}
interface Row {
  readonly terms: readonly Term[];
  readonly lower: bigint | undefined;
  readonly upper: bigint | undefined;
}

/** HiGHS gave an answer that does not stand up to exact arithmetic: the oracle knows nothing, which is not a difference. */
export class OracleUnsure extends Error {}

let loading: Promise<Highs> | undefined;
export const highs = (): Promise<Highs> => (loading ??= loadHighs());

/** Beyond this a double no longer tells neighbouring whole numbers apart by HiGHS's own tolerance. */
const LARGEST = 2n ** 40n;

export class WholeProgram {
  private readonly uppers: bigint[] = [];
  private readonly rows: Row[] = [];
  constructor(private readonly solver: Highs) {}

  column(upper: bigint): number {
    this.uppers.push(upper < 0n ? 0n : upper);
    return this.uppers.length - 1;
  }

  get columns(): number {
    return this.uppers.length;
  }

  /** lower ≤ Σ coefficient · column ≤ upper; rounded to the terms' common divisor, which loses nothing among whole numbers. */
  row(terms: readonly Term[], bounds: { lower?: bigint; upper?: bigint }): void {
    const sums = summed(terms);
    const divisor = divisorOf(sums);
    if (divisor === 0n) {
      if ((bounds.lower ?? 0n) > 0n || (bounds.upper ?? 0n) < 0n) throw new RangeError("an empty row that cannot hold");
      return;
    }
    this.rows.push({
      terms: sums.map((term) => ({ column: term.column, coefficient: term.coefficient / divisor })),
      lower: bounds.lower === undefined ? undefined : -floorDivide(-bounds.lower, divisor),
      upper: bounds.upper === undefined ? undefined : floorDivide(bounds.upper, divisor),
    });
  }

  /** The least value of a goal; fixes it. */
  minimise(goal: readonly Term[]): bigint {
    const sums = summed(goal);
    const divisor = divisorOf(sums);
    if (divisor === 0n) return 0n;
    const small = sums.map((term) => ({ column: term.column, coefficient: term.coefficient / divisor }));
    const plan = this.solve(small);
    const value = valueOf(small, plan);
    this.row(small, { upper: value });
    return value * divisor;
  }

  private solve(goal: readonly Term[]): readonly bigint[] {
    const numCols = this.uppers.length;
    const cost = new Float64Array(numCols);
    for (const term of goal) cost[term.column] = toDouble(term.coefficient);
    const starts: number[] = [];
    const indices: number[] = [];
    const values: number[] = [];
    for (const row of this.rows) {
      starts.push(indices.length);
      for (const term of row.terms) {
        indices.push(term.column);
        values.push(toDouble(term.coefficient));
      }
    }
    starts.push(indices.length);
    const infinity = this.solver.infinity;
    const found = this.solver.withModel(
      {
        numCols,
        numRows: this.rows.length,
        colCost: cost,
        colLower: new Float64Array(numCols),
        colUpper: Float64Array.from(this.uppers, toDouble),
        rowLower: Float64Array.from(this.rows, (row) => (row.lower === undefined ? -infinity : toDouble(row.lower))),
        rowUpper: Float64Array.from(this.rows, (row) => (row.upper === undefined ? infinity : toDouble(row.upper))),
        matrix: {
          format: "csr",
          numRows: this.rows.length,
          numCols,
          starts: Int32Array.from(starts),
          indices: Int32Array.from(indices),
          values: Float64Array.from(values),
        },
        integrality: new Int32Array(numCols).fill(this.solver.constants.variableType.integer),
      },
      (model) => {
        model.options.set({
          output_flag: false,
          mip_rel_gap: 0,
          mip_abs_gap: 1e-6,
          mip_feasibility_tolerance: 1e-9,
          primal_feasibility_tolerance: 1e-9,
        });
        model.run();
        const status = model.getModelStatus();
        if (status !== this.solver.constants.modelStatus.optimal) throw new OracleUnsure(`HiGHS ended with status ${String(status)}`);
        return Array.from(model.getSolution().colValue);
      },
    );
    const plan = found.map((value) => BigInt(Math.round(value)));
    this.check(plan);
    return plan;
  }

  private check(plan: readonly bigint[]): void {
    plan.forEach((value, column) => {
      if (value < 0n || value > this.uppers[column]) throw new OracleUnsure(`column ${column} leaves its bounds`);
    });
    for (const row of this.rows) {
      const value = valueOf(row.terms, plan);
      if ((row.lower !== undefined && value < row.lower) || (row.upper !== undefined && value > row.upper))
        throw new OracleUnsure("a row is broken");
    }
  }
}

function valueOf(terms: readonly Term[], plan: readonly bigint[]): bigint {
  return terms.reduce((sum, term) => sum + term.coefficient * plan[term.column], 0n);
}

function summed(terms: readonly Term[]): readonly Term[] {
  const sums = new Map<number, bigint>();
  for (const term of terms) sums.set(term.column, (sums.get(term.column) ?? 0n) + term.coefficient);
  return [...sums].filter(([, coefficient]) => coefficient !== 0n).map(([column, coefficient]) => ({ column, coefficient }));
}

function divisorOf(terms: readonly Term[]): bigint {
  let divisor = 0n;
  for (const term of terms) {
    let [a, b] = [divisor, term.coefficient < 0n ? -term.coefficient : term.coefficient];
    while (b !== 0n) [a, b] = [b, a % b];
    divisor = a;
  }
  return divisor;
}

function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value % divisor < 0n ? quotient - 1n : quotient;
}

function toDouble(value: bigint): number {
  if (value > LARGEST || value < -LARGEST) throw new OracleUnsure(`${value} is too large for the solver`);
  return Number(value);
}
