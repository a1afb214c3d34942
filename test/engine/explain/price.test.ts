import type { Doors } from "../../../src/engine/doors";
import { priceOfLocalFirst } from "../../../src/engine/explain/price";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import { POINT } from "../../../src/engine/register/rates";
import { randomSituation } from "../../support/randomSituation";
import { balanced, makes, need, situationOf } from "../../support/stories";

const doors: Doors = { solveNetwork, solveLinear: () => loadSolveLinear(), pause: async () => {} };

it("is what a county's own small work keeps from the mine's urgent work", async () => {
  const situation = situationOf({
    places: { 富锦县: ["五金社", "富锦厂"], 佳木斯市: ["电机厂"] },
    demands: [need("D1", "电机厂", "螺丝", [40, 0], { priority: 1 }), need("D2", "五金社", "螺丝", [90, 0], { priority: 3 })],
    capacities: [makes("富锦厂", "螺丝", [100, 0])],
  });
  const { priorities, proved } = await priceOfLocalFirst(situation, await balanced(situation), doors);
  expect(proved).toBe(true);
  expect(priorities).toEqual([
    { priority: 1, localFirst: 10n * POINT, pooled: 40n * POINT },
    { priority: 2, localFirst: 0n, pooled: 0n },
    { priority: 3, localFirst: 90n * POINT, pooled: 60n * POINT },
  ]);
});

it("is never less than nothing at the first priority that differs: what places settle in turn could be settled at once", async () => {
  let differs = 0;
  for (let seed = 0; seed < 24; seed += 1) {
    const random = randomSituation(seed);
    const situation = {
      ...random,
      standingAgreements: [],
      earlierAgreements: random.earlierAgreements.filter((row) => row.status === "Rejected"),
    };
    const { priorities } = await priceOfLocalFirst(situation, await balanced(situation), doors);
    const first = priorities.find(({ localFirst, pooled }) => localFirst !== pooled);
    if (!first) continue;
    differs += 1;
    expect({ seed, costs: first.pooled > first.localFirst }).toEqual({ seed, costs: true });
  }
  expect(differs).toBeGreaterThan(0);
}, 120_000);
