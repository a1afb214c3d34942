import { balance } from "../../../src/engine/balance";
import type { Doors } from "../../../src/engine/doors";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import type { SolveLinear } from "../../../src/engine/linear/model";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import { balanced, makes, need, open, product, situationOf } from "../../support/stories";

const MAKERS = ["富锦厂", "佳木斯厂", "依兰厂", "勃利厂", "鹤岗厂", "汤原厂", "桦川厂", "集贤厂"];
const BUYERS = Array.from({ length: 20 }, (_, index) => `煤矿${index + 1}`);
const undated = (quantity: number) => [{ period: { kind: "undated" } as const, quantity }];

/** Twenty lines of priority 3 want more than is made, each from any of eight makers in any of two quarters: some 350 columns in one part. */
const crowd = situationOf({
  places: { 合江: MAKERS, 鸡西: [...BUYERS, "鸡西矿务局", "滴道矿", "恒山矿"] },
  products: [product("螺丝", { minimumLot: 5 })],
  capacities: MAKERS.map((factory) => makes(factory, "螺丝", [10, 10])),
  demands: [
    ...BUYERS.map((factory, index) => need(`D${index}`, factory, "螺丝", undated(10), { priority: 3 })),
    need("below the lot, urgent", "鸡西矿务局", "螺丝", undated(4), { priority: 1 }),
    need("too much for one maker, urgent", "滴道矿", "螺丝", undated(25), { priority: 2, maySplit: false }),
    need("below the lot, as the others", "恒山矿", "螺丝", undated(3), { priority: 3 }),
  ],
});

it("in a large part too, a lot or a bar on splitting is named only where the line would take from what is less urgent, not where it would share with its equals", async () => {
  expect(open(await balanced(crowd)).filter((line) => !/ D\d/.test(line))).toEqual([
    "U8 below the lot, as the others any 3",
    "U5 too much for one maker, urgent any 25",
    "U5 below the lot, urgent any 4",
  ]);
});

it("asks so many models for it, those of the balance itself among them", async () => {
  const solve = await loadSolveLinear();
  let models = 0;
  const counted: SolveLinear = (...asked) => {
    models++;
    return solve(...asked);
  };
  const doors: Doors = { solveNetwork, solveLinear: async () => counted, pause: async () => {} };
  await balance(crowd, doors);
  expect(models).toBe(66);
});
