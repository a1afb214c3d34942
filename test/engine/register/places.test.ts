import { placeTree } from "../../../src/engine/register/places";
import type { Situation } from "../../../src/engine/model";

function tree(places: Situation["places"], factories: Situation["factories"] = []): ReturnType<typeof placeTree> {
  return placeTree({
    office: "省",
    horizon: { firstYear: 1957, firstQuarter: 1, quarters: 1 },
    laterGoals: [],
    ...{ places, factories, distances: [], equipment: [], products: [], demands: [], capacities: [] },
    ...{ earlierAgreements: [], standingAgreements: [], lastYear: [] },
  });
}

test("lower places come before higher ones, and the office last", () => {
  const { order } = tree([{ name: "地区" }, { name: "县", under: "地区" }, { name: "市" }]);
  expect(order).toEqual(["县", "地区", "市", "省"]);
});

test("two places meet at the lowest place that holds both", () => {
  const places = tree([{ name: "地区" }, { name: "甲县", under: "地区" }, { name: "乙县", under: "地区" }, { name: "市" }]);
  expect(places.meet("甲县", "乙县")).toBe("地区");
  expect(places.meet("甲县", "地区")).toBe("地区");
  expect(places.meet("甲县", "市")).toBe("省");
});

test("a factory's place that no list names hangs under the office", () => {
  const places = tree([], [{ name: "厂", place: "新县" }]);
  expect([places.has("新县"), places.isUnder("新县", "省"), places.isUnder("省", "新县")]).toEqual([true, true, false]);
});

test("places in a circle are a programmer's mistake here: the reader reports them before", () => {
  expect(() =>
    tree([
      { name: "甲", under: "乙" },
      { name: "乙", under: "甲" },
    ]),
  ).toThrow("circle");
});
