import { dualBound, leastWhole } from "../../../src/engine/linear/dualBound";
import type { LinearModel, Terms } from "../../../src/engine/linear/model";
import { fixByReducedCost } from "../../../src/engine/linear/reducedCostFixing";
import { randomFrom } from "../../support/random";

/** Two jobs on one machine: 3·a + 2·b ≤ 7, each at most 3. The most of 5·a + 4·b is 13 (a = 1, b = 2). */
const model = () => ({
  columns: 2,
  lower: [0, 0],
  upper: [3, 3],
  rows: [{ column: [0, 1], coefficient: [3, 2] }],
  rowLower: [-Infinity],
  rowUpper: [7],
});
const goal: Terms = { column: [0, 1], coefficient: [-5, -4] };

/** Every whole plan of a model of two columns that keeps its rows. */
function plans({ lower, upper, rows, rowLower, rowUpper }: LinearModel): readonly (readonly [number, number])[] {
  const kept: [number, number][] = [];
  for (let a = lower[0]; a <= upper[0]; a++) {
    for (let b = lower[1]; b <= upper[1]; b++) {
      const used = rows.map(({ column, coefficient }) =>
        column.reduce((sum, each, index) => sum + coefficient[index] * (each === 0 ? a : b), 0),
      );
      if (used.every((amount, row) => rowLower[row] <= amount && amount <= rowUpper[row])) kept.push([a, b]);
    }
  }
  return kept;
}

const valueAt = ([a, b]: readonly [number, number]): number => -5 * a - 4 * b;

test("the price of the relaxation proves what is best, up to the next whole value", () => {
  // 5/3 an hour: the relaxation makes b = 3 and a = 1/3
  expect(leastWhole(dualBound(model(), goal, [-5 / 3]))).toBe(-13n);
});

test("whatever the prices, no plan is better than the bound", () => {
  const random = randomFrom(7);
  for (let round = 0; round < 500; round++) {
    const bound = dualBound(model(), goal, [(random.below(2_001) - 1_000) / 137]);
    for (const plan of plans(model())) expect(BigInt(valueAt(plan))).toBeGreaterThanOrEqual(leastWhole(bound));
  }
});

test("fixing by reduced cost never loses a plan as good as the known one", () => {
  const random = randomFrom(8);
  for (let round = 0; round < 500; round++) {
    const narrowed = model();
    const bound = dualBound(narrowed, goal, [-random.below(400) / 137]);
    fixByReducedCost(narrowed, { lower: narrowed.rowLower, upper: narrowed.rowUpper }, { bound, value: -13n });
    expect(plans(narrowed).filter((plan) => valueAt(plan) <= -13)).toEqual([[1, 2]]);
  }
});

test("a plan better than its bound is a mistake of the program", () => {
  const bound = dualBound(model(), goal, [-5 / 3]);
  const narrowed = model();
  expect(() => fixByReducedCost(narrowed, { lower: narrowed.rowLower, upper: narrowed.rowUpper }, { bound, value: -15n })).toThrow(
    RangeError,
  );
});
