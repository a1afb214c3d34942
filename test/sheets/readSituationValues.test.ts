import type { CellValue } from "../../src/workbook/workbook";
import { factsOf, needsOf, problemsOf, read, sheet } from "../support/sheet";

const capacity = sheet("能力", [
  ["工厂", "项目", "数量"],
  ["富锦县机械厂", "螺丝", 500],
]);
/** One demand line for screws with this in its quantity cell (需要!C2). */
const quantity = (cell: CellValue, unit = "件") =>
  read([
    sheet("需要", [
      ["需方工厂", "产品", "数量", "单位"],
      ["电机厂", "螺丝", cell, unit],
    ]),
    capacity,
  ]);

describe("numbers as clerks write them", () => {
  it.each<[CellValue, number]>([
    ["１２０", 120],
    ["1.2万", 12_000],
    ["120件", 120],
    ["1.2万件", 12_000],
    ["1,200", 1_200],
    ["1，200", 1_200],
    ["1 200", 1_200],
    ["3千", 3_000],
    ["5百", 500],
    ["1万2千", 12_000],
    ["10打", 120],
    [0.1 + 0.2 + 119.7, 120],
  ])("reads %p as a quantity", (cell, expected) => {
    const reading = quantity(cell);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual([`电机厂 螺丝: any=${expected}`]);
  });

  it("counts the numbers that were text, in one hint", () => {
    expect(factsOf(quantity("１２０"), "I03")).toMatchObject({ count: 1 });
    expect(factsOf(quantity(120), "I03")).toBeUndefined();
  });

  it.each(["—", "无", "/", "", "  ", "-"])("takes %p for a cell that is not filled in", (cell) => {
    const reading = quantity(cell);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual([]);
    expect(reading.receipts[0].rowsNotFilledIn).toBe(1);
    expect(factsOf(reading, "I14 rows")).toMatchObject({ count: 1 });
  });

  it.each<[CellValue, string]>([
    ["约一百", "E03"],
    ["12.3.4", "E03"],
    ["1e3", "E03"],
    ["1957-01-05", "E03"],
    ["½", "E03"],
    ["10打2件", "E03"],
    ["1,20", "E03"],
    [true, "E03"],
    [{ error: "#REF!" }, "E03"],
    [{ error: "#GETTING_DATA" }, "E03 not calculated"],
    [1.5, "E04"],
    ["0.1打", "E04"],
    [-3, "E03 negative"],
    ["120吨", "E07"],
    ["120箱", "E07"],
    [1e17, "E03 too large"],
  ])("refuses %p with its cell", (cell, rule) => {
    expect(problemsOf(quantity(cell))).toEqual([`${rule} 需要!C2`]);
  });

  it("shows what it found in the cell", () => {
    expect(factsOf(quantity("约一百"), "E03")).toMatchObject({ value: "约一百", column: "数量" });
    expect(factsOf(quantity({ error: "#REF!" }), "E03")).toMatchObject({ value: "#REF!" });
  });

  it("does not take an error value for a name", () => {
    const reading = read([
      sheet("需要", [
        ["需方工厂", "产品", "数量"],
        ["电机厂", { error: "#N/A" }, 3],
      ]),
      capacity,
    ]);
    expect(problemsOf(reading)).toEqual(["E03 error 需要!B2"]);
  });
});

describe("units", () => {
  const listed = (unit: string, rows: readonly (readonly CellValue[])[]) =>
    read([
      sheet("产品", [
        ["产品名称", "计量单位"],
        ["螺丝", unit],
      ]),
      sheet("需要", [["需方工厂", "产品", "单位", "数量"], ...rows]),
      capacity,
    ]);

  it("convert inside their family, from dozens to pieces", () => {
    expect(needsOf(listed("件", [["电机厂", "螺丝", "打", 10]]))).toEqual(["电机厂 螺丝: any=120"]);
    expect(needsOf(listed("件", [["电机厂", "螺丝", "罗", 2]]))).toEqual(["电机厂 螺丝: any=288"]);
    expect(needsOf(listed("件", [["电机厂", "螺丝", "百件", 3]]))).toEqual(["电机厂 螺丝: any=300"]);
  });

  it("convert mass exactly: jin, kilograms and tonnes", () => {
    expect(needsOf(listed("公斤", [["电机厂", "螺丝", "吨", 1.5]]))).toEqual(["电机厂 螺丝: any=1500000"]);
    expect(needsOf(listed("公斤", [["电机厂", "螺丝", "市斤", 3]]))).toEqual(["电机厂 螺丝: any=1500"]);
  });

  it("refuse what the product's unit can't represent", () => {
    expect(problemsOf(listed("打", [["电机厂", "螺丝", "件", 30]]))).toEqual(["E04 需要!D2"]);
    expect(needsOf(listed("打", [["电机厂", "螺丝", "件", 36]]))).toEqual(["电机厂 螺丝: any=3"]);
  });

  it("never convert pieces to sets", () => {
    expect(problemsOf(listed("件", [["电机厂", "螺丝", "套", 3]]))).toContain("E07 需要!C2");
  });

  it("must be known", () => {
    expect(problemsOf(listed("件", [["电机厂", "螺丝", "箱", 3]]))).toContain("E05 unit 需要!C2");
  });
});
