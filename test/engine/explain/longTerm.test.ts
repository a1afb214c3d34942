import { anyOf, balanced, makes, need, situationOf, type Telling } from "../../support/stories";

const horizon = { firstYear: 1956, firstQuarter: 4, quarters: 5 };
const told = (more: Partial<Telling> = {}) =>
  situationOf({
    places: { 佳木斯市: ["电机厂"], 富锦县: ["富锦厂", "五金社"] },
    horizon,
    demands: [need("D1", "电机厂", "螺丝", [10, 20, 20, 20, 20], { recurrent: true })],
    capacities: [makes("富锦厂", "螺丝", [30, 30, 30, 30, 30])],
    ...more,
  });
const proposed = async (more: Partial<Telling> = {}) =>
  (await balanced(told(more))).longTerm.map(({ supplier, yearlyQuantity }) => `${supplier} ${yearlyQuantity}`);

describe("a long-term agreement is proposed", () => {
  it("for a line needed every year, with what it needs in the year after the first quarter", async () => {
    expect(await proposed()).toEqual(["富锦厂 80"]);
  });

  it("for a line met last year for the same buyer and product", async () => {
    const demands = [need("D1", "电机厂", "螺丝", [10, 20, 20, 20, 20])];
    expect(await proposed({ demands })).toEqual([]);
    expect(await proposed({ demands, lastYear: [{ supplier: "五金社", buyer: "电机厂", product: "螺丝" }] })).toEqual(["富锦厂 80"]);
    expect(await proposed({ demands, lastYear: [{ supplier: "五金社", buyer: "五金社", product: "螺丝" }] })).toEqual([]);
  });

  it("counting what may be made in any quarter of the year", async () => {
    expect(await proposed({ demands: [need("D1", "电机厂", "螺丝", [anyOf(1957, 100)], { recurrent: true })] })).toEqual(["富锦厂 100"]);
  });

  it("only with a supplier that could make a fourth of the year in each quarter", async () => {
    const rows = (last: number) => [makes("富锦厂", "螺丝", [30, 30, 30, 30, last]), makes("五金社", "螺丝", [0, 0, 0, 0, 20])];
    expect(await proposed({ capacities: rows(19) })).toEqual([]);
    expect(await proposed({ capacities: [makes("富锦厂", "螺丝", [30, 30, 30, 30, 20])] })).toEqual(["富锦厂 80"]);
  });

  it("not where one stands already", async () => {
    const standing = { no: "C1", supplier: "富锦厂", buyer: "电机厂", product: "螺丝", fromYear: 1956, toYear: 1960, yearlyQuantity: 40 };
    expect(await proposed({ standingAgreements: [standing] })).toEqual([]);
  });

  it("not where the plan holds no whole year", async () => {
    const demands = [need("D1", "电机厂", "螺丝", [20, 20], { recurrent: true })];
    const capacities = [makes("富锦厂", "螺丝", [30, 30])];
    expect(await proposed({ horizon: { firstYear: 1957, firstQuarter: 1, quarters: 2 }, demands, capacities })).toEqual([]);
  });
});
