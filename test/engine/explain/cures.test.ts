import type { Balance, Cure, Demand, EarlierAgreement, Product, Situation } from "../../../src/engine/model";
import { balanced, machined, machines, makes, need, product, situationOf, withPlan } from "../../support/stories";

const PARTNERS = { 佳木斯市: ["电机厂"], 富锦县: ["富锦厂"] };
const rejected: EarlierAgreement = {
  no: "D1-1",
  status: "Rejected",
  supplier: "富锦厂",
  buyer: "电机厂",
  demandNo: "D1",
  product: "螺丝",
  quantities: [5, 0],
  basis: "new",
  settledAt: "",
};

const screws = (told: {
  line?: Partial<Demand>;
  item?: Partial<Product>;
  at?: readonly number[];
  earlier?: EarlierAgreement[];
}): Situation =>
  situationOf({
    places: PARTNERS,
    grades: { 富锦厂: 3 },
    products: [product("螺丝", told.item)],
    demands: [need("D1", "电机厂", "螺丝", [40, 0], told.line)],
    capacities: [makes("富锦厂", "螺丝", told.at ?? [100, 100])],
    earlierAgreements: told.earlier ?? [],
  });

const lifted: Readonly<Record<"split" | "only" | "not" | "material", Partial<Demand>>> = {
  split: { maySplit: true },
  only: { onlySuppliers: [] },
  not: { notSuppliers: [] },
  material: { material: "buyer's" },
};

/** The situation after the measure was taken. */
function taken(situation: Situation, no: string, { measure }: Cure): Situation {
  const line = (change: Partial<Demand>): Situation => ({
    ...situation,
    demands: situation.demands.map((each) => (each.no === no ? { ...each, ...change } : each)),
  });
  const item = (change: Partial<Product>, then: Situation = situation): Situation => ({
    ...then,
    products: then.products.map((each) => ({ ...each, ...change })),
  });
  switch (measure.kind) {
    case "lift rule":
      if (measure.rule === "lot") return item({ minimumLot: undefined });
      if (measure.rule === "rejected")
        return { ...situation, earlierAgreements: situation.earlierAgreements.filter(({ status }) => status !== "Rejected") };
      return line(lifted[measure.rule]);
    case "widen window":
      return line({ early: measure.early, late: measure.late });
    case "lower grade":
      return item({ grade: measure.grade }, line({ grade: measure.grade }));
    case "add capacity":
      return {
        ...situation,
        capacities: situation.capacities.map((row) =>
          row.no === measure.capacityNo
            ? { ...row, available: row.available.map((each, quarter) => each + (quarter === measure.quarter ? measure.amount : 0)) }
            : row,
        ),
      };
    case "hand over": {
      const work = situation.demands.find((each) => each.no === measure.demandNo);
      const refused = { ...rejected, no: "R", supplier: measure.factory, buyer: work?.factory ?? "", demandNo: measure.demandNo };
      return { ...situation, earlierAgreements: [...situation.earlierAgreements, { ...refused, product: work?.product ?? "" }] };
    }
  }
}

function openOf({ unresolved }: Balance, no: string): number {
  return unresolved
    .filter(({ demandNo }) => demandNo === no)
    .flatMap(({ cells }) => cells)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

const stories: readonly (readonly [string, Situation, Cure])[] = [
  ["the lot", screws({ item: { minimumLot: 60 } }), { measure: { kind: "lift rule", rule: "lot" }, resolves: 40 }],
  ["the split rule", screws({ line: { maySplit: false }, at: [25, 0] }), { measure: { kind: "lift rule", rule: "split" }, resolves: 25 }],
  ["only these", screws({ line: { onlySuppliers: ["别厂"] } }), { measure: { kind: "lift rule", rule: "only" }, resolves: 40 }],
  ["not these", screws({ line: { notSuppliers: ["富锦厂"] } }), { measure: { kind: "lift rule", rule: "not" }, resolves: 40 }],
  ["the rejection", screws({ earlier: [rejected] }), { measure: { kind: "lift rule", rule: "rejected" }, resolves: 40 }],
  ["the material", screws({ line: { material: "not secured" } }), { measure: { kind: "lift rule", rule: "material" }, resolves: 40 }],
  ["a later quarter", screws({ at: [10, 20] }), { measure: { kind: "widen window", early: 0, late: 1 }, resolves: 20 }],
  ["a lower grade", screws({ line: { grade: 5 } }), { measure: { kind: "lower grade", grade: 3 }, resolves: 40 }],
  [
    "more capacity",
    screws({ at: [10, 0] }),
    { measure: { kind: "add capacity", capacityNo: "富锦厂:螺丝", quarter: 0, amount: 30 }, resolves: 30 },
  ],
];

it.each(stories)(
  "%s: taking the measure settles at least what the cure says, and keeps the rest of the plan",
  async (_, situation, cure) => {
    const before = await balanced(situation);
    expect(before.cures.get("D1")?.[0]).toEqual(cure);
    const after = await balanced(taken(situation, "D1", cure));
    expect(openOf(before, "D1") - openOf(after, "D1")).toBeGreaterThanOrEqual(cure.resolves);
  },
);

it("every measure that helps is told, in the office's order: a rule, the window, the grade, capacity", async () => {
  const short = await balanced(screws({ line: { maySplit: false }, at: [25, 15] }));
  expect(short.cures.get("D1")).toEqual([
    { measure: { kind: "lift rule", rule: "split" }, resolves: 25 },
    { measure: { kind: "widen window", early: 0, late: 1 }, resolves: 40 },
    { measure: { kind: "add capacity", capacityNo: "富锦厂:螺丝", quarter: 0, amount: 15 }, resolves: 40 },
  ]);
});

it("of windows the narrowest that helps, and the one that helps most; capacity for each open cell", async () => {
  const result = await balanced(
    situationOf({
      horizon: { firstYear: 1957, firstQuarter: 1, quarters: 4 },
      places: PARTNERS,
      demands: [need("D1", "电机厂", "螺丝", [40, 7, 0, 0])],
      capacities: [makes("富锦厂", "螺丝", [10, 5, 8, 30])],
    }),
  );
  expect(result.cures.get("D1")).toEqual([
    { measure: { kind: "widen window", early: 0, late: 1 }, resolves: 2 },
    { measure: { kind: "widen window", early: 0, late: 3 }, resolves: 32 },
    { measure: { kind: "add capacity", capacityNo: "富锦厂:螺丝", quarter: 0, amount: 30 }, resolves: 30 },
    { measure: { kind: "add capacity", capacityNo: "富锦厂:螺丝", quarter: 1, amount: 2 }, resolves: 2 },
  ]);
});

it("work that a county settled first is handed over where another factory has room for it", async () => {
  const situation = situationOf({
    places: { 富锦县: ["农具厂", "富锦厂"], 鸡西县: ["矿务局"], 双城县: ["五金社"] },
    demands: [need("D1", "矿务局", "螺丝", [40, 0]), need("D2", "农具厂", "螺母", [30, 0])],
    products: [machined("螺丝", { 车床: 1 }), machined("螺母", { 车床: 1 })],
    capacities: [machines("富锦厂", "车床", { hours: [40, 0] }), makes("五金社", "螺母", [20, 0])],
  });
  const before = await balanced(situation);
  const cure: Cure = { measure: { kind: "hand over", demandNo: "D2", factory: "富锦厂" }, resolves: 20 };
  expect(before.cures.get("D1")).toEqual([
    cure,
    { measure: { kind: "add capacity", capacityNo: "富锦厂:车床", quarter: 0, amount: 30_000 }, resolves: 30 },
  ]);
  expect(openOf(before, "D1") - openOf(await balanced(taken(situation, "D1", cure)), "D1")).toBeGreaterThanOrEqual(20);
});

it("nothing is handed over to a factory that is full", async () => {
  const full = situationOf({
    places: { 富锦县: ["农具厂", "富锦厂"], 鸡西县: ["矿务局"], 双城县: ["五金社"] },
    demands: [need("D1", "矿务局", "螺丝", [40, 0]), need("D2", "农具厂", "螺母", [30, 0])],
    products: [machined("螺丝", { 车床: 1 }), machined("螺母", { 车床: 1 })],
    capacities: [machines("富锦厂", "车床", { hours: [40, 0] }), makes("五金社", "螺母", [0, 20])],
  });
  expect((await balanced(full)).cures.get("D1")?.map(({ measure }) => measure.kind)).toEqual(["add capacity"]);
});

it("a cure counts on nothing but the rest: what others were given stays theirs", async () => {
  const situation = situationOf({
    places: { 佳木斯市: ["电机厂", "农具厂"], 富锦县: ["富锦厂"] },
    demands: [need("D1", "电机厂", "螺丝", [40, 0], { priority: 3 }), need("D2", "农具厂", "螺丝", [0, 90], { priority: 1 })],
    capacities: [makes("富锦厂", "螺丝", [0, 100])],
  });
  const before = await balanced(situation);
  const cure = before.cures.get("D1")?.[0];
  expect(cure).toEqual({ measure: { kind: "widen window", early: 0, late: 1 }, resolves: 10 });
  if (!cure) return;
  const after = await balanced(taken(withPlan(situation, before), "D1", cure));
  const others = (result: Balance): unknown[] =>
    result.agreements
      .filter(({ demandNo }) => demandNo !== "D1")
      .map(({ supplier, demandNo, quantities }) => [supplier, demandNo, quantities]);
  expect(others(after)).toEqual(others(before));
});

it("nothing is proposed where nobody has the equipment", async () => {
  const result = await balanced(
    situationOf({ places: PARTNERS, demands: [need("D1", "电机厂", "轴承", [40, 0])], capacities: [makes("富锦厂", "螺丝", [9, 9])] }),
  );
  expect(result.unresolved[0].cells[0].reason).toBe("U2");
  expect(result.cures.size).toBe(0);
});
