import type { CellValue } from "../../src/workbook/workbook";
import { factsOf, needsOf, problemsOf, read, sheet } from "../support/sheet";

type Cells = readonly CellValue[];
const demand = (head: Cells, cells: Cells) =>
  sheet("需要", [
    ["需方工厂", "产品", ...head],
    ["电机厂", "螺丝", ...cells],
  ]);
const capacity = (head: Cells, cells: Cells) =>
  sheet("能力", [
    ["工厂", "项目", ...head],
    ["富锦厂", "螺丝", ...cells],
  ]);
const cover = (rows: readonly Cells[]) => sheet("封面", [["黑龙江省协作平衡"], ...rows]);

describe("the horizon", () => {
  it("runs from the first quarter named on any sheet to the last", () => {
    const reading = read([demand(["1957Q2"], [5]), capacity(["1956Q4", "1957Q3"], [1, 2])]);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.horizon).toEqual({ firstYear: 1956, firstQuarter: 4, quarters: 4 });
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: 2=5"]);
    expect(reading.situation.capacities[0].available).toEqual([1, 0, 0, 2]);
    expect(reading.cover.planStarts).toBe("1956Q4");
  });

  it.each(["1957Q1", "1957年一季度", "1957年第1季度", "57年一季度", "57Q1", "Q1 1957", "１９５７Ｑ１", "1957Q1 · 57年一季度"])(
    "reads %p as the first quarter of 1957",
    (heading) => {
      const reading = read([demand([heading], [5]), capacity(["1957Q1"], [9])]);
      expect(problemsOf(reading)).toEqual([]);
      expect(reading.keys.quarters).toEqual(["1957Q1"]);
    },
  );

  it("takes the century of two-digit years from the Cover", () => {
    const sheets = [demand(["25年一季度"], [5]), capacity(["25年一季度"], [9])];
    expect(read(sheets).keys.quarters).toEqual(["2025Q1"]);
    const dated = read([
      cover([
        ["填报单位", "黑龙江省"],
        ["计划起始季度", "1925Q1"],
        ["季度数", 1],
      ]),
      ...sheets,
    ]);
    expect(problemsOf(dated)).toEqual([]);
    expect(dated.keys.quarters).toEqual(["1925Q1"]);
  });

  it("splits a year of capacity into quarters, the remainder to the earlier ones", () => {
    const reading = read([demand(["1957Q1"], [5]), capacity(["1957", "57年本厂"], [402, 7])]);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.capacities[0]).toMatchObject({ available: [101, 101, 100, 100], own: [2, 2, 2, 1] });
  });

  it("reads `any quarter of the year` beside the quarters", () => {
    for (const heading of ["1957 any", "57年不分季", "1957年不分季度"]) {
      const reading = read([demand(["1957Q1", heading], [5, 6]), capacity(["1957Q1", "1957Q2"], [9, 9])]);
      expect(problemsOf(reading)).toEqual([]);
      expect(needsOf(reading)).toEqual(["电机厂 螺丝: 0=5 any1957=6"]);
      expect(reading.keys.demand).toEqual(["1957Q1", "1957 any"]);
    }
  });

  it("must not be contradicted by the Cover", () => {
    const sheets = [demand(["1956Q4", "1957Q1"], [5, 5]), capacity(["1956Q4"], [9])];
    const start = read([
      cover([
        ["填报单位", "黑龙江省"],
        ["计划起始季度", "1957Q1"],
        ["季度数", 2],
      ]),
      ...sheets,
    ]);
    expect(problemsOf(start)).toEqual(["E16 cover 封面!B3"]);
    expect(factsOf(start, "E16 cover")).toMatchObject({ value: "1957Q1", expected: "1956Q4" });
    const count = read([
      cover([
        ["填报单位", "黑龙江省"],
        ["计划起始季度", "56年四季度"],
        ["季度数", 5],
      ]),
      ...sheets,
    ]);
    expect(problemsOf(count)).toEqual(["E16 cover 封面!B4"]);
    const same = read([
      cover([
        ["填报单位", "黑龙江省"],
        ["计划起始季度", "56年四季度"],
        ["季度数", 2],
      ]),
      ...sheets,
    ]);
    expect(problemsOf(same)).toEqual([]);
    expect(same.situation.office).toBe("黑龙江省");
  });

  it.each([
    ...["Quarter 2 1957", "1957 quarter 2", "2nd quarter 1957", "second quarter of 1957", "2Q57", "1957 2Q", "1957 Q 2", "1957, Q2"],
    ...["1957年Ⅱ季度", "1957II", "1957年度二季度", "二季度1957年", "57年第二季度", "1957Q2 57年二季度", "1957Q2需要量"],
  ])("understands %p", (heading) => {
    const reading = read([demand(["1957Q1", heading], [5, 7]), capacity(["1957Q1"], [9])]);
    expect([problemsOf(reading), needsOf(reading)]).toEqual([[], ["电机厂 螺丝: 0=5 1=7"]]);
  });

  it.each(["57年内", "1957 (any quarter)"])("understands %p as any quarter of the year", (heading) => {
    const reading = read([demand(["1957Q1", heading], [5, 7]), capacity(["1957Q1"], [9])]);
    expect([problemsOf(reading), needsOf(reading)]).toEqual([[], ["电机厂 螺丝: 0=5 any1957=7"]]);
  });

  it.each([
    ...["1957-04-01", "1957/4/1", "1957年4月1日", "1/4/1957", "Apr 1957", "April-57", "1 April 1957", "1957 Apr.", "FY1957", "1957Q1-Q2"],
    ...["1957年1-3月", "1957年一至二季度", "2nd quarter", "Ⅱ季度", "2957Q1"],
  ])("refuses %p, which is no quarter of a plan", (heading) => {
    expect(problemsOf(read([demand(["1957Q1", heading], [5, 5]), capacity(["1957Q1"], [9])]))).toEqual(["E16 period 需要!D1"]);
  });

  it("refuses what `1957-2` becomes when it is typed, and tells it as the date it shows", () => {
    const reading = read([demand(["1957Q1", 20_852], [5, 5]), capacity(["1957Q1"], [9])]);
    expect(problemsOf(reading)).toEqual(["E16 period 需要!D1"]);
    expect(factsOf(reading, "E16 period")).toMatchObject({ value: "1957-02-01" });
    expect(problemsOf(read([demand(["1957Q1", 20_853], [5, 5]), capacity(["1957Q1"], [9])]))).toEqual([]);
  });

  it("refuses an error among the headings, where a quarter may have stood", () => {
    const broken = (error: string) => read([demand([{ error }, "1957Q1"], [5, 5]), capacity(["1957Q1"], [9])]);
    expect(problemsOf(broken("#REF!"))).toEqual(["E03 error 需要!C1"]);
    expect(problemsOf(broken("#GETTING_DATA"))).toEqual(["E03 not calculated 需要!C1"]);
    const own = read([demand(["1957Q1", { error: "#REF!" }], [5, 5]), capacity(["1957Q1"], [9])]);
    expect(problemsOf(own)).toEqual([]);
  });

  it.each(["1957Q2计划", "57年二季实际"])("tells that %p counts as a column of the clerk's own, where numbers stand below", (heading) => {
    const said = (cell: CellValue) => problemsOf(read([demand(["1957Q1", heading], [5, cell]), capacity(["1957Q1"], [9])]), "hint");
    expect(said(5)).toEqual(["I19 需要!D1"]);
    expect(said("和甲厂谈过")).toEqual([]);
  });

  it.each(["Decor 12", "Marine 57", 12_056, "Q-mark", "第二次", "19571"])("leaves a column headed %p alone", (heading) => {
    const reading = read([demand(["1957Q1", heading], [5, 5]), capacity(["1957Q1"], [9])]);
    expect([problemsOf(reading), problemsOf(reading, "hint"), needsOf(reading)]).toEqual([[], [], ["电机厂 螺丝: 0=5"]]);
  });

  it.each(["1957Q5", "五季度", "上半年", "1957年5月", "一季度"])(
    "refuses %p, which reads as a period but can't be one of a plan",
    (heading) => {
      expect(problemsOf(read([demand(["1957Q1", heading], [5, 5]), capacity(["1957Q1"], [9])]))).toEqual(["E16 period 需要!D1"]);
    },
  );

  it("refuses one period in two columns", () => {
    expect(problemsOf(read([demand(["1957Q1", "57年一季度"], [5, 5]), capacity(["1957Q1"], [9])]))).toEqual(["E06 column 需要!D1"]);
  });
});

describe("a Cover with cells that are no text", () => {
  const of = (start: CellValue, office: CellValue = "黑龙江省") =>
    read([cover([["填报单位", office], ["计划起始季度", start], ["填报日期", 20_745]]), demand(["1956Q4"], [5]), capacity(["1956Q4"], [9])]); // prettier-ignore

  it("tells errors, and formulas never calculated, by their cell", () => {
    expect(problemsOf(of({ error: "#GETTING_DATA" }))).toEqual(["E03 not calculated 封面!B3"]);
    expect(problemsOf(of("1956Q4", { error: "#N/A" }))).toEqual(["E03 error 封面!B2"]);
  });

  it("shows a date as a date: refused as the start of a plan, kept as the day of the form", () => {
    expect(factsOf(of(20_729), "E16 period")).toMatchObject({ value: "1956-10-01" });
    expect(of("1956Q4").cover.date).toBe("1956-10-17");
  });
});

describe("what has no date", () => {
  it("is demand for the whole plan where capacity is dated", () => {
    const reading = read([demand(["数量"], [5]), capacity(["1957Q1", "1957Q2"], [9, 9])]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["电机厂 螺丝: any=5"]);
    expect(reading.keys).toEqual({ demand: ["any"], quarters: ["1957Q1", "1957Q2"] });
  });

  it("must not be capacity beside dated demand", () => {
    expect(problemsOf(read([demand(["1957Q1"], [5]), capacity(["数量"], [9])]))).toEqual(["E16 undated 能力!C1"]);
  });

  it("can't be in-house work", () => {
    const head = ["1957Q1", "1957 any", "需要性质"];
    expect(problemsOf(read([demand(head, [null, 5, "自制可转出"]), capacity(["1957Q1"], [9])]))).toContain("E16 in-house 需要!E2");
  });
});

describe("the Cover", () => {
  it("orders goals five to nine; those left out follow", () => {
    const sheets = [demand(["数量"], [5]), capacity(["数量"], [9])];
    const goals = (text: string) =>
      read([
        cover([
          ["填报单位", "佳木斯"],
          ["计划起始季度", "1957Q1"],
          ["平衡目标", text],
        ]),
        ...sheets,
      ]);
    expect(goals("就近、保持").situation.laterGoals).toEqual(["near", "kept", "fit", "partner", "on time"]);
    expect(goals("on time, fit").situation.laterGoals).toEqual(["on time", "fit", "kept", "partner", "near"]);
    expect(problemsOf(goals("就近、便宜"))).toEqual(["E05 goal 封面!B4"]);
  });

  it("must name the office and the first quarter", () => {
    expect(problemsOf(read([cover([["填报单位"], ["计划起始季度"]]), demand(["数量"], [5]), capacity(["数量"], [9])]))).toEqual([
      "E02 封面!B2",
      "E02 封面!B3",
    ]);
  });
});
