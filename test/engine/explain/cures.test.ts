import type { Demand, Measure } from "../../../src/engine/model";
import { balanced, makes, need, product, situationOf, type Telling } from "../../support/stories";

const cureOf = async (told: Partial<Telling>): Promise<readonly { measure: Measure; resolves: number }[] | undefined> => {
  const result = await balanced(
    situationOf({
      places: { 佳木斯市: ["电机厂"], 富锦县: ["富锦厂", "五金社"] },
      demands: [need("D1", "电机厂", "螺丝", [0, 40])],
      capacities: [makes("富锦厂", "螺丝", [100, 100])],
      ...told,
    }),
  );
  return result.cures.get("D1");
};
const asked = (more: Partial<Demand>) => [need("D1", "电机厂", "螺丝", [0, 40], more)];

describe("what would resolve an open line", () => {
  it("is nothing where the line is settled", async () => {
    expect(await cureOf({})).toBeUndefined();
  });

  it.each<[string, Partial<Telling>, Measure, number]>([
    ["the lot", { products: [product("螺丝", { minimumLot: 50 })] }, { kind: "lift rule", rule: "lot" }, 40],
    [
      "the split",
      { demands: asked({ maySplit: false }), capacities: [makes("富锦厂", "螺丝", [0, 25]), makes("五金社", "螺丝", [0, 15])] },
      { kind: "lift rule", rule: "split" },
      40,
    ],
    ["the only ones allowed", { demands: asked({ onlySuppliers: ["沈阳厂"] }) }, { kind: "lift rule", rule: "only" }, 40],
    ["the ones not wanted", { demands: asked({ notSuppliers: ["富锦厂"] }) }, { kind: "lift rule", rule: "not" }, 40],
    ["the material", { demands: asked({ material: "not secured" }) }, { kind: "lift rule", rule: "material" }, 40],
    ["the window, earlier", { capacities: [makes("富锦厂", "螺丝", [30, 25])] }, { kind: "widen window", early: 1, late: 0 }, 15],
    [
      "more capacity, by what is lacking",
      { capacities: [makes("富锦厂", "螺丝", [0, 25])] },
      { kind: "add capacity", capacityNo: "富锦厂:螺丝", quarter: 1, amount: 15 },
      15,
    ],
  ])("is a change of %s", async (_name, told, measure, resolves) => {
    expect(await cureOf(told)).toEqual([{ measure, resolves }]);
  });

  it("is nothing where nobody has the equipment", async () => {
    expect(await cureOf({ capacities: [] })).toBeUndefined();
  });

  it("never takes what another agreement uses", async () => {
    const cure = await cureOf({
      demands: [...asked({}), need("D2", "五金社", "螺丝", [28, 0])],
      capacities: [makes("富锦厂", "螺丝", [30, 25])],
    });
    expect(cure).toEqual([{ measure: { kind: "widen window", early: 1, late: 0 }, resolves: 2 }]);
  });
});
