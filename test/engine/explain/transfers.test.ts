import type { LaterGoal } from "../../../src/engine/model";
import { balanced, makes, need, product, situationOf, type Telling } from "../../support/stories";

const places = { 佳木斯市: ["电机厂"], 富锦县: ["富锦厂"], 鹤岗市: ["鹤岗厂"] };
const distances = [
  { from: "佳木斯市", to: "富锦县", km: 190 },
  { from: "佳木斯市", to: "鹤岗市", km: 70 },
  { from: "鹤岗市", to: "富锦县", km: 260 },
];
const moved = async (told: Partial<Telling>) =>
  (
    await balanced(
      situationOf({
        places,
        distances,
        demands: [need("D1", "电机厂", "螺丝", [40, 0], { presentSupplier: "富锦厂" })],
        capacities: [makes("富锦厂", "螺丝", [60, 0]), makes("鹤岗厂", "螺丝", [60, 0])],
        ...told,
      }),
    )
  ).transfers.map(({ from, to, quantities, goal, inHouse, enables }) => ({ from, to, quantity: quantities[0], goal, inHouse, enables }));
const toHegang = { from: "富锦厂", to: "鹤岗厂", inHouse: false, enables: [] };

describe("collaboration work", () => {
  it("stays with its present supplier though another is nearer", async () => {
    expect(await moved({})).toEqual([]);
  });

  it("stays with last year's supplier where the line names none", async () => {
    const demands = [need("D1", "电机厂", "螺丝", [40, 0])];
    expect(await moved({ demands, lastYear: [{ supplier: "富锦厂", buyer: "电机厂", product: "螺丝" }] })).toEqual([]);
  });

  it("moves where the present supplier is needed for what is more urgent", async () => {
    const demands = [
      need("D1", "电机厂", "螺丝", [40, 0], { presentSupplier: "富锦厂" }),
      need("D2", "鹤岗厂", "螺丝", [50, 0], { priority: 1 }),
    ];
    expect(await moved({ demands })).toEqual([{ ...toHegang, quantity: 30, goal: "priority 1" }]);
  });

  it("moves where nearness was put before the partner", async () => {
    const laterGoals: LaterGoal[] = ["kept", "near", "fit", "partner", "on time"];
    expect(await moved({ laterGoals })).toEqual([{ ...toHegang, quantity: 40, goal: "near" }]);
  });

  it("moves from the finer factory, which stays free for finer work", async () => {
    expect(await moved({ grades: { 富锦厂: 6, 鹤岗厂: 2 } })).toEqual([{ ...toHegang, quantity: 40, goal: "fit" }]);
  });

  it("moves, by no goal, where the present supplier can't make it any more", async () => {
    expect(await moved({ products: [product("螺丝", { grade: 3 })], grades: { 富锦厂: 2, 鹤岗厂: 3 } })).toEqual([
      { ...toHegang, quantity: 40, goal: undefined },
    ]);
  });

  it("of a present supplier outside the office did not move", async () => {
    const demands = [need("D1", "电机厂", "螺丝", [40, 0], { presentSupplier: "沈阳厂" })];
    expect(await moved({ demands })).toEqual([]);
  });
});
