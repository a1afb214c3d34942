import { pointsPerStep, POINT, rowRates, weightPerStep } from "../../../src/engine/register/rates";
import type { Product, Situation } from "../../../src/engine/model";

const pieces = { name: "件", family: "pieces", size: 1 } as const;
const dozen = { name: "打", family: "pieces", size: 12 } as const;
const tonnes = { name: "吨", family: "mass", size: 1_000_000 } as const;
const equipment = new Map([
  ["车床", { name: "车床", unit: "hours" } as const],
  ["铸造", { name: "铸造", unit: "tonnes" } as const],
]);

function product(extra: Partial<Product>): Product {
  return { key: "螺丝", name: "螺丝", specification: "", unit: pieces, normBase: 1, norms: [], ...extra };
}

test("points are the product's own, else its norms summed with a tonne as ten hours, else one", () => {
  expect(pointsPerStep(product({ points: 2_500_000 }), equipment)).toBe((POINT * 5n) / 2n);
  const norms = [
    { equipment: "车床", amount: 500_000 },
    { equipment: "铸造", amount: 15_000 },
  ];
  expect(pointsPerStep(product({ norms }), equipment)).toBe((POINT * 65n) / 100n);
  expect(pointsPerStep(product({ norms: [{ equipment: "车床", amount: 1_600_000 }], normBase: 1000 }), equipment)).toBe(
    (POINT * 16n) / 10_000n,
  );
  expect(pointsPerStep(product({}), equipment)).toBe(POINT);
  expect(pointsPerStep(product({ unit: tonnes }), equipment)).toBe(POINT / 1000n);
});

test("a unit without a weight weighs one kilogram", () => {
  expect(weightPerStep(product({}))).toBe(1_000_000_000n);
  expect(weightPerStep(product({ unitWeight: 60_000 }))).toBe(60_000_000n);
});

const empty: Situation = {
  office: "省",
  horizon: { firstYear: 1957, firstQuarter: 1, quarters: 1 },
  laterGoals: [],
  ...{ places: [], distances: [], factories: [], equipment: [], products: [], demands: [], capacities: [] },
  ...{ earlierAgreements: [], standingAgreements: [], lastYear: [] },
};

function ratesOf(products: readonly Product[], capacities: Situation["capacities"]): ReturnType<typeof rowRates> {
  const situation: Situation = { ...empty, products, capacities };
  return rowRates(situation, new Map(products.map((entry) => [entry.key, entry])));
}

test("a thousand screws for 1.6 hours: five screws' worth in a thousandth of an hour, exactly", () => {
  const screw = product({ norms: [{ equipment: "车床", amount: 1_600_000 }], normBase: 1000 });
  const row = { no: "1", factory: "甲", item: { kind: "equipment", equipment: "车床" }, available: [1_000], own: [0] } as const;
  const [rate] = ratesOf([screw], [row]);
  const used = rate.perProductStep.get("螺丝") ?? 0;
  expect(used / rate.perRowStep).toBe(1.6);
  expect(Number.isInteger(used) && Number.isInteger(rate.perRowStep)).toBe(true);
});

test("a dozen takes twelve pieces of a row that counts pieces", () => {
  const item = { kind: "products", products: ["螺丝"], unit: pieces } as const;
  const [rate] = ratesOf([product({ unit: dozen })], [{ no: "1", factory: "甲", item, available: [100], own: [0] }]);
  expect([rate.perRowStep, rate.perProductStep.get("螺丝")]).toEqual([1, 12]);
});
