import fc from "fast-check";
import type { CellValue } from "../../src/workbook/workbook";
import { factsOf, needsOf, problemsOf, read, sheet } from "../support/sheet";

type Rows = readonly (readonly CellValue[])[];
const HEAD = ["需方工厂", "产品", "1957Q1", "1957Q2", "合计"];
const capacity = sheet("能力", [
  ["工厂", "项目", "1957Q1", "1957Q2"],
  ["富锦厂", "螺丝", 500, 500],
]);
const demand = (rows: Rows, extra: Parameters<typeof sheet>[2] = {}) => read([sheet("需要", [HEAD, ...rows], extra), capacity]);

describe("rows of a sheet", () => {
  it("count hidden or filtered too, with one hint", () => {
    const reading = demand(
      [
        ["电机厂", "螺丝", 1],
        ["电机厂", "齿轮", 2],
        ["电机厂", "轴", 3],
      ],
      { hiddenRows: new Set([2, 3]), filtered: true },
    );
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toHaveLength(3);
    expect(factsOf(reading, "I01")).toMatchObject({ count: 2 });
    expect(reading.receipts[0]).toMatchObject({ rowsRead: 3, rowsHidden: 2 });
  });

  it("of a hidden sheet count as well", () => {
    const reading = demand([["电机厂", "螺丝", 1]], { visibility: "hidden" });
    expect(needsOf(reading)).toHaveLength(1);
    expect(problemsOf(reading, "hint")).toContain("I01 sheet 需要");
  });

  it("share a vertical merge in a key column", () => {
    const reading = demand(
      [
        ["电机厂", "螺丝", 1],
        [null, "齿轮", 2],
        [null, "轴", 3],
      ],
      { merges: [{ top: 1, left: 0, bottom: 3, right: 0 }] },
    );
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: 0=1", "电机厂 齿轮: 0=2", "电机厂 轴: 0=3"]);
    expect(factsOf(reading, "I02")).toMatchObject({ count: 1 });
  });

  it("take no quantity from a merged cell but its top left", () => {
    const reading = demand(
      [
        ["电机厂", "螺丝", 1],
        ["电机厂", "齿轮", null, 2],
      ],
      { merges: [{ top: 1, left: 2, bottom: 2, right: 2 }] },
    );
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: 0=1", "电机厂 齿轮: 1=2"]);
  });

  it("skip headers printed again on each page", () => {
    const reading = demand([["电机厂", "螺丝", 1], HEAD, ["电机厂", "轴", 3]]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toHaveLength(2);
    expect(factsOf(reading, "I11")).toMatchObject({ count: 1 });
  });

  it("skip them also where a heading is a number, and take rows of numbers for what they are", () => {
    const head = ["工厂", "项目", 1957];
    const reading = read([
      sheet("需要", [HEAD, ["富锦厂", "轴", 1]]),
      sheet("能力", [head, ["富锦厂", "螺丝", 400], head, ["富锦厂", "齿轮", 800], ["富锦厂", "轴", 1957]]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.capacities.map(({ available }) => available)).toEqual([
      [100, 100, 100, 100],
      [200, 200, 200, 200],
      [490, 489, 489, 489],
    ]);
    expect(factsOf(reading, "I11")).toMatchObject({ count: 1 });
  });

  it("that are not filled in yet are counted in one hint", () => {
    const reading = demand([["电机厂", "螺丝", 1], ["电机厂", "齿轮"], ["电机厂", "轴", "—", "无"], [], [null, "铸件"]]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: 0=1"]);
    expect(factsOf(reading, "I14 rows")).toMatchObject({ count: 3 });
  });

  it("are no header printed again where one cell alone says what its heading says", () => {
    const reading = demand([["电机厂", "螺丝", 1], [null, HEAD[1]]]); // prettier-ignore
    expect(factsOf(reading, "I11")).toBeUndefined();
    expect(factsOf(reading, "I14 rows")).toMatchObject({ count: 1 });
  });

  it("that begin with 合计, 小计 or Total are control totals: checked, not data", () => {
    const totals = (first: CellValue, sum: number) =>
      demand([
        ["电机厂", "螺丝", 1],
        ["电机厂", "轴", 3],
        [first, null, sum],
      ]);
    for (const word of ["合计", "小计", "Total", "合計"]) {
      expect(problemsOf(totals(word, 4))).toEqual([]);
      expect(needsOf(totals(word, 4))).toHaveLength(2);
      expect(problemsOf(totals(word, 5))).toEqual(["E14 total 需要!C4"]);
    }
    expect(factsOf(totals("合计", 5), "E14 total")).toMatchObject({ value: 5, expected: 4 });
  });

  it("may have subtotals and a grand total", () => {
    const reading = demand([
      ["电机厂", "螺丝", 1],
      ["小计", null, 1],
      ["机械厂", "轴", 3],
      ["小计", null, 3],
      ["合计", null, 4],
    ]);
    expect(problemsOf(reading)).toEqual([]);
  });

  it("whose own total is not the sum must be fixed", () => {
    expect(problemsOf(demand([["电机厂", "螺丝", 1, 2, 4]]))).toEqual(["E14 row 需要!E2"]);
    expect(problemsOf(demand([["电机厂", "螺丝", 1, 2, { error: "#REF!" }]]))).toEqual(["E03 需要!E2"]);
    // a formula that nobody worked out yet says nothing
    expect(problemsOf(demand([["电机厂", "螺丝", 1, 2, { error: "#GETTING_DATA" }]]))).toEqual([]);
    expect(problemsOf(demand([["电机厂", "螺丝", 1, 2, 3]]))).toEqual([]);
  });

  it("below a block of blank rows are no longer part of the table, with a hint", () => {
    const reading = demand([["电机厂", "螺丝", 1], ...Array.from({ length: 25 }, () => []), ["制表：王", "备用", 7]]);
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: 0=1"]);
    expect(factsOf(reading, "I07")).toMatchObject({ count: 1 });
  });

  it("with formulas count by their value", () => {
    const formulas = new Map([[1, new Map([[2, "=1+1"]])]]);
    expect(needsOf(demand([["电机厂", "螺丝", 2]], { formulas }))).toEqual(["电机厂 螺丝: 0=2"]);
  });
});

describe("rows left out by the clerk's leave", () => {
  const sheets = [
    sheet("需要", [
      ["需要编号", ...HEAD],
      ["D1", "电机厂", "螺丝", 5],
      ["D2", "电机厂", null, 6],
      ["D3", "电机厂", "轴", 7, "约八"],
    ]),
    capacity,
  ];

  it("are not in the situation, and listed with what could be read", () => {
    const reading = read(sheets, { withoutInvalid: true });
    expect(problemsOf(reading)).toEqual(["E02 需要!C3", "E03 需要!E4"]);
    expect(reading.situation.demands.map(({ no }) => no)).toEqual(["D1"]);
    expect(reading.leftOut.map(({ demandNo, product, quantities }) => ({ demandNo, product, quantities }))).toEqual([
      { demandNo: "D2", product: "", quantities: { "1957Q1": 6 } },
      { demandNo: "D3", product: "轴", quantities: { "1957Q1": 7 } },
    ]);
  });

  it("tell every wrong cell at once", () => {
    expect(problemsOf(read([sheet("需要", [HEAD, [null, null, "约八", -1]]), capacity]))).toEqual([
      "E02 需要!A2",
      "E02 需要!B2",
      "E03 需要!C2",
    ]);
  });

  it("are not listed without it", () => {
    expect(read(sheets).leftOut).toEqual([]);
  });
});

describe("numbers that the clerk left blank", () => {
  const rows: Rows = [
    ["电机厂", "螺丝", 5],
    ["电机厂", "轴", 6],
    ["机械厂", "螺丝", 5],
    ["机械厂", "齿轮", null, 9],
    ["电机厂", "螺丝", 5, 1],
  ];

  it("are the office and a running number in the order of the rows' content, whatever the order of the rows", () => {
    const numbered = (order: Rows) =>
      demand(order)
        .situation.demands.map(({ no, factory, product, cells }) => `${no} ${factory} ${product} ${JSON.stringify(cells)}`)
        .sort();
    const expected = numbered(rows);
    expect(expected.map((text) => text.split(" ")[0])).toEqual(
      [1, 2, 3, 4, 5].map((each) => expect.stringMatching(new RegExp(`-000${each}$`))),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(numbered(shuffled)).toEqual(expected);
      }),
      { numRuns: 40, seed: 1956 },
    );
  });

  it("never take one that he gave to another row", () => {
    const reading = read([
      sheet("封面", [
        ["填报单位", "佳木斯"],
        ["计划起始季度", "1957Q1"],
        ["季度数", 2],
      ]),
      sheet("需要", [
        ["需要编号", ...HEAD],
        ["佳木斯-0001", "电机厂", "轴", 7],
        [null, "电机厂", "螺丝", 5],
      ]),
      capacity,
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.demands.map(({ no }) => no)).toEqual(["佳木斯-0001", "佳木斯-0002"]);
  });

  it("begin with the office's code where it has one", () => {
    const reading = read([
      sheet("封面", [
        ["填报单位", "佳木斯"],
        ["计划起始季度", "1957Q1"],
        ["季度数", 2],
      ]),
      sheet("地区", [
        ["代码", "地区"],
        ["JMS", "佳木斯"],
      ]),
      sheet("需要", [HEAD, ["电机厂", "轴", 7]]),
      capacity,
    ]);
    expect(reading.situation.demands[0].no).toBe("JMS-0001");
    expect(reading.situation.capacities[0].no).toBe("JMS-C-0001");
  });
});
