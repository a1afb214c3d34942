import { resultJson } from "../../src/actions/resultJson";
import { ENGINE_VERSION } from "../../src/actions/engineVersion";
import packageJson from "../../package.json";
import { capacity, demand, product, reading, situation, written } from "../sheets/writeFixture";

/** A winch line with an `any` cell, and castings by the tonne: half of what is needed can be made. */
const winter = situation({
  products: [
    product("绞车 14吨", { name: "绞车", specification: "14吨", unit: { name: "台", family: "machines", size: 1 }, points: 90_000_000 }),
    product("铸件", { unit: { name: "吨", family: "mass", size: 1_000_000 } }),
  ],
  demands: [
    { ...demand("1", "佳木斯电机厂", "绞车 14吨", [], { priority: 1 }), cells: [{ period: { kind: "year", year: 1957 }, quantity: 4 }] },
    demand("2", "佳木斯电机厂", "铸件", [2_500, 0]),
  ],
  capacities: [
    capacity("C1", "富锦县机械厂", "绞车 14吨", [5, 3], {
      item: { kind: "products", products: ["绞车 14吨"], unit: { name: "台", family: "machines", size: 1 } },
    }),
    capacity("C2", "富锦县机械厂", "铸件", [2_500, 0], {
      item: { kind: "products", products: ["铸件"], unit: { name: "吨", family: "mass", size: 1_000_000 } },
    }),
  ],
});

test("the JSON has English names in any language, quantities in the product's unit, keys by period", async () => {
  const { result, problems } = await written(
    reading(winter, { problems: [{ severity: "hint", rule: "I01", sheet: "需要", row: 6, column: 1, facts: {} }] }),
  );
  const json = resultJson({ kind: "done", result, problems }, "zh-CN");
  expect(json).toEqual({
    engine: "1.0.0",
    complete: true,
    goals: ["priority 1", "priority 2", "priority 3", "in-house", "kept", "fit", "partner", "near", "on time"],
    proof: { status: "optimal", by: ["certificate"], gap: 0, firstUnproved: null },
    totals: {
      "priority 1": { demanded: 360, fulfilled: 270 },
      "priority 2": { demanded: 2.5, fulfilled: 2.5 },
      "priority 3": { demanded: 0, fulfilled: 0 },
      quantities: { machines: { demanded: 4, fulfilled: 3 }, mass: { demanded: 2.5, fulfilled: 2.5 } },
    },
    agreements: [
      {
        ...{
          no: "1-1",
          status: "Proposed",
          settledAt: "合江地区",
          basis: "new",
          supplier: "富锦县机械厂",
          buyer: "佳木斯电机厂",
          demandNo: "1",
          product: "绞车",
          specification: "14吨",
          unit: "台",
        },
        ...{ quantities: { "1957Q1": 3 }, why: "相距 185 公里；等级高出 3 级；1 个厂可承制" },
      },
      {
        ...{
          no: "2-1",
          status: "Proposed",
          settledAt: "合江地区",
          basis: "new",
          supplier: "富锦县机械厂",
          buyer: "佳木斯电机厂",
          demandNo: "2",
          product: "铸件",
          specification: "",
          unit: "吨",
        },
        ...{ quantities: { "1956Q4": 2.5 }, why: "相距 185 公里；等级高出 3 级；1 个厂可承制" },
      },
    ],
    unresolved: [
      {
        demandNo: "1",
        quantities: { "1957 any": 1 },
        reason: "U7",
        proof: "要求的期限内能力已满；富锦县机械厂在56年四季度还有剩余能力。",
        cures: expect.any(Array),
      },
    ],
    remaining: [
      { capacityNo: "C1", quantities: { "1956Q4": 5 } },
      { capacityNo: "C2", quantities: {} },
    ],
    transfers: [],
    problems: [{ severity: "hint", sheet: "需要", cell: "B7", rule: "I01", text: expect.any(String) }],
    checkCode: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{10}$/),
  });
});

test("where something must be fixed first the JSON is incomplete and holds only the problems", () => {
  const read = reading(winter, { problems: [{ severity: "must fix", rule: "E03", sheet: "需要", row: 6, column: 1, facts: {} }] });
  const json = resultJson({ kind: "must fix", reading: read, problems: read.problems }, "en");
  expect(json).toMatchObject({
    complete: false,
    proof: null,
    agreements: [],
    checkCode: "",
    problems: [{ severity: "must fix", cell: "B7", rule: "E03" }],
  });
});

test("the version that is named is the package's", () => {
  expect(ENGINE_VERSION).toBe(packageJson.version);
});
