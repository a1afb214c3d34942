import { balance } from "../../../src/engine/balance";
import { check } from "../../../src/engine/checker";
import type { Doors } from "../../../src/engine/doors";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import { workshop } from "../../bench/workshop";

/** Eighty lines on shared hours at one place: too many columns to be searched to the end. */
function shared(): ReturnType<typeof workshop> {
  const told = workshop({ lines: 80, windows: true });
  return { ...told, factories: told.factories.map((factory) => ({ ...factory, place: told.office })) };
}

test("eighty lines on shared hours are settled within a small stated gap", async () => {
  const solve = await loadSolveLinear();
  const searches: number[] = [];
  const doors: Doors = {
    solveNetwork,
    solveLinear: () =>
      Promise.resolve((model, goal, options) => {
        if (model.columns > 300 && !options.relaxed) searches.push(options.iterations ?? Infinity);
        return solve(model, goal, options);
      }),
    pause: async () => {},
  };
  const result = await balance(shared(), doors);
  expect(check(shared(), result)).toEqual([]);
  const first = result.steps.at(-1)?.goals[0];
  if (!first) throw new RangeError("no goal");
  expect(first.bound).toBeGreaterThanOrEqual(first.reached);
  expect(Number(first.bound - first.reached) / Number(first.bound)).toBeLessThan(0.01);
  expect(searches.length).toBeGreaterThan(0);
  expect(searches.every(Number.isFinite)).toBe(true);
}, 120_000);
