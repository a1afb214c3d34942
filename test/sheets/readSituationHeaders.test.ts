import { needsOf, problemsOf, read, sheet } from "../support/sheet";

const capacity = sheet("能力", [
  ["工厂", "项目", "数量"],
  ["富锦县机械厂", "螺丝", 500],
]);
const row = ["佳木斯电机厂", "螺丝", 120];

describe("the smallest workbook", () => {
  it("is a factory, a product and one quantity on each of two sheets", () => {
    const reading = read([sheet("需要", [["需方工厂", "产品", "数量"], row]), capacity]);
    expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: any=120"]);
    expect(reading.situation).toMatchObject({
      horizon: { quarters: 1 },
      factories: [{ name: "佳木斯电机厂" }, { name: "富锦县机械厂" }],
      products: [{ key: "螺丝", unit: { name: "件", family: "pieces" } }],
      capacities: [{ factory: "富锦县机械厂", item: { kind: "products", products: ["螺丝"] }, available: [500], own: [0] }],
    });
    expect(reading.keys).toEqual({ demand: ["any"], quarters: ["any"] });
    expect(new Set(reading.situation.factories.map(({ place }) => place))).toEqual(new Set([reading.situation.office]));
  });

  it("reads the same in English", () => {
    const reading = read([
      sheet("Demand", [
        ["Factory", "Product", "Quantity"],
        ["Jiamusi Motor", "screw", 120],
      ]),
      sheet("Capacity", [
        ["Factory", "Item", "Quantity"],
        ["Fujin", "screw", 500],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["Jiamusi Motor screw: any=120"]);
    expect(reading.language).toBe("en");
  });

  it("takes places and units from columns of Demand and Capacity where there are no lists", () => {
    const reading = read([
      sheet("需要", [
        ["需方工厂", "产品", "单位", "地区", "数量"],
        ["佳木斯电机厂", "铸件", "吨", "佳木斯", 1.25],
      ]),
      sheet("能力", [
        ["工厂", "项目", "单位", "地区", "数量"],
        ["富锦县机械厂", "铸件", "公斤", "富锦县", 900],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 铸件: any=1250"]);
    expect(reading.situation.places.map(({ name }) => name).sort()).toEqual(["佳木斯", "富锦县"].sort());
    expect(reading.situation.capacities[0]).toMatchObject({ available: [900_000], item: { unit: { name: "公斤" } } });
    expect(reading.situation.office).toBe("全部");
  });

  it("misses a sheet, a column or the quantity by name", () => {
    expect(problemsOf(read([capacity]))).toEqual(["E01 sheet 需要"]);
    expect(
      problemsOf(
        read([
          sheet("需要", [
            ["需方工厂", "数量"],
            ["甲厂", 3],
          ]),
          capacity,
        ]),
      ),
    ).toEqual(["E01 column 需要!1"]);
    expect(
      problemsOf(
        read([
          sheet("需要", [
            ["需方工厂", "产品"],
            ["甲厂", "螺丝"],
          ]),
          capacity,
        ]),
      ),
    ).toContain("E01 quantity 需要!1");
  });
});

describe("the header row", () => {
  it("is found in row 7, below titles and notes", () => {
    const demand = sheet("需要", [
      ["黑龙江省1956年第四季度协作需要"],
      [],
      ["填报单位：佳木斯"],
      ["说明：数量以件计"],
      [],
      [null, "（一）"],
      [null, "产品", "需方工厂", "1956Q4"],
      [null, "螺丝", "佳木斯电机厂", 120],
    ]);
    const reading = read([
      demand,
      sheet("能力", [
        ["工厂", "项目", "1956Q4"],
        ["富锦县机械厂", "螺丝", 500],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: 0=120"]);
    expect(reading.receipts[0]).toMatchObject({ kind: "Demand", headerRow: 6, rowsRead: 1 });
  });

  it("may stand in row 20 and no lower", () => {
    const at = (blank: number) => sheet("需要", [...Array.from({ length: blank }, () => ["注"]), ["需方工厂", "产品", "数量"], row]);
    expect(problemsOf(read([at(19), capacity]))).toEqual([]);
    expect(problemsOf(read([at(20), capacity]))[0]).toMatch(/^E01 column 需要/);
  });

  it("may stand in two rows, years above their quarters", () => {
    const reading = read([
      sheet("需要", [
        ["需方工厂", "产品", "1956年", "1957年", null, null],
        [null, null, "四季度", "一季度", "二季度", "不分季"],
        ["佳木斯电机厂", "螺丝", 1, 2, 3, 4],
      ]),
      sheet("能力", [
        ["工厂", "项目", "1956Q4", "1957Q1", "1957Q2", "1956Q4 本厂"],
        ["富锦县机械厂", "螺丝", 9, 9, 9, 2],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: 0=1 1=2 2=3 any1957=4"]);
    expect(reading.situation.capacities[0]).toMatchObject({ available: [9, 9, 9], own: [2, 0, 0] });
    expect(reading.keys).toEqual({ demand: ["1956Q4", "1957Q1", "1957Q2", "1957 any"], quarters: ["1956Q4", "1957Q1", "1957Q2"] });
  });

  it("may hold both languages in one cell", () => {
    const reading = read([
      sheet("需要", [
        ["需方工厂 Factory", "产品/Product", "1956Q4 · 56年四季度", "轻重缓急 Priority"],
        [...row, "重点"],
      ]),
      sheet("能力", [
        ["工厂 Factory", "项目 Item", "1956Q4"],
        ["富锦县机械厂", "螺丝", 500],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: 0=120"]);
    expect(reading.situation.demands[0].priority).toBe(1);
  });

  it("knows the words other clerks use, and traditional characters", () => {
    const reading = read([
      sheet("需求表", [["廠名", "品名", "需要數量"], row]),
      sheet("产能", [
        ["承制厂", "产品名称", "有效能力"],
        ["富锦县机械厂", "螺丝", 500],
      ]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: any=120"]);
  });

  it("takes an exact name before an alias", () => {
    const reading = read([
      sheet("需要", [
        ["工厂", "需方工厂", "产品", "数量"],
        ["总厂", ...row],
      ]),
      capacity,
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(needsOf(reading)).toEqual(["佳木斯电机厂 螺丝: any=120"]);
  });

  it("leaves columns it doesn't know to the clerk, and says so", () => {
    const reading = read([
      sheet("需要", [
        ["经办人", "需方工厂", "产品", "数量"],
        ["老王", ...row],
      ]),
      capacity,
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.receipts[0].columns).toEqual([
      { column: 0, header: "经办人", field: undefined },
      { column: 1, header: "需方工厂", field: "factory", names: { "zh-CN": "需方工厂", en: "Factory" } },
      { column: 2, header: "产品", field: "product", names: { "zh-CN": "产品", en: "Product" } },
      { column: 3, header: "数量", field: "数量" },
    ]);
  });
});

describe("two sheets that could be the same", () => {
  const demand = (name: string) => sheet(name, [["需方工厂", "产品", "数量"], row]);

  it("must be told apart by the clerk; the problem names both", () => {
    const reading = read([demand("需求"), demand("需求表"), capacity]);
    expect(problemsOf(reading)).toEqual(["E06 sheet 需求"]);
    expect(reading.problems[0].facts.sheets).toEqual(["需求", "需求表"]);
  });

  it("are both exact where one name is Chinese and one English", () => {
    expect(problemsOf(read([demand("需要"), demand("Demand"), capacity]))).toEqual(["E06 sheet 需要"]);
  });

  it("are no question where one name is exact", () => {
    expect(problemsOf(read([demand("需求"), demand("需要"), capacity]))).toEqual([]);
  });
});

describe("names that could be taken for others", () => {
  it("does not take Standing agreements for Agreements", () => {
    const header = ["Agreement no.", "Supplier", "Buyer", "Product", "From", "To", "Yearly quantity", "Status"];
    const reading = read([
      sheet("Demand", [
        ["Factory", "Product", "1957Q1"],
        ["A", "screw", 10],
      ]),
      sheet("Capacity", [
        ["Factory", "Item", "1957Q1"],
        ["B", "screw", 10],
      ]),
      sheet("Standing agreements", [header, ["S1", "B", "A", "screw", 1957, 1958, 40, "In force"]]),
    ]);
    expect(reading.problems.filter(({ severity }) => severity === "must fix")).toEqual([]);
    expect(reading.situation.earlierAgreements).toEqual([]);
    expect(reading.situation.standingAgreements).toHaveLength(1);
  });

  it("does not carry a heading over a column without one", () => {
    const reading = read([
      sheet("Demand", [
        ["Factory", "Product", "1957Q1", "", ""],
        ["A", "screw", 10, "seen", "ok"],
      ]),
      sheet("Capacity", [
        ["Factory", "Item", "1957Q1"],
        ["B", "screw", 10],
      ]),
    ]);
    expect(needsOf(reading)).toEqual(["A screw: 0=10"]);
  });
});
