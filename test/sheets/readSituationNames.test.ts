import type { CellValue } from "../../src/workbook/workbook";
import { factsOf, problemsOf, read, sheet } from "../support/sheet";

type Rows = readonly (readonly CellValue[])[];

const factories = sheet("工厂", [
  ["工厂代号", "厂名", "曾用名", "所在地"],
  ["0007", "佳木斯电机厂", "佳木斯电工厂、东北电工十三厂", "佳木斯"],
  ["0012", "富锦县机械厂", "富锦铁工厂", "富锦县"],
  [null, "富锦县修配厂", null, "富锦县"],
]);
const products = sheet("产品", [
  ["产品代号", "产品名称", "规格或图号", "计量单位", "类别"],
  ["L1", "螺丝", "M6", "件", "标准件"],
  ["L2", "螺丝", "M8", "件", "标准件"],
  ["J1", "卷扬机", null, "台", "矿山机械"],
]);
const demand = (rows: Rows, head: readonly string[] = ["需方工厂", "产品", "数量"]) => sheet("需要", [head, ...rows]);
const capacity = (rows: Rows = [["富锦县机械厂", "标准件", 500]]) => sheet("能力", [["工厂", "项目", "数量"], ...rows]);
const line = (factory: string, product: string) => read([factories, products, demand([[factory, product, 5]]), capacity()]);

describe("a factory's name", () => {
  it.each(["佳木斯电机厂", " 佳木斯电机厂 ", "佳木斯电工厂", "东北电工十三厂", "0007", "００07"])("may be written %p", (written) => {
    const reading = line(written, "J1");
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.demands[0].factory).toBe("佳木斯电机厂");
  });

  it("that nobody listed must be fixed in Demand and in Capacity; near names are suggested, not guessed", () => {
    const reading = line("佳木斯电机", "J1");
    expect(problemsOf(reading)).toEqual(["E05 factory 需要!A2"]);
    expect(factsOf(reading, "E05 factory")).toMatchObject({ value: "佳木斯电机", near: ["佳木斯电机厂"] });
    expect(reading.situation.demands).toEqual([]);
    expect(problemsOf(read([factories, products, demand([["0007", "J1", 5]]), capacity([["富锦机械厂", "J1", 5]])]))).toEqual([
      "E05 factory 能力!A2",
    ]);
  });

  it("is suggested across traditional characters too", () => {
    expect(factsOf(line("佳木斯電機廠", "J1"), "E05 factory")).toMatchObject({ near: ["佳木斯电机厂"] });
  });

  it("lies outside this office anywhere else, with a hint", () => {
    const reading = read([
      factories,
      products,
      demand([["0007", "J1", 5, "沈阳电机厂", "富锦铁工厂、抚顺机械厂"]], ["需方工厂", "产品", "数量", "现承制厂", "希望承制厂"]),
      capacity(),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(problemsOf(reading, "hint").filter((text) => text.startsWith("I14 factory"))).toEqual([
      "I14 factory 需要!D2",
      "I14 factory 需要!E2",
    ]);
    expect(reading.situation.demands[0]).toMatchObject({
      presentSupplier: "沈阳电机厂",
      wishedSuppliers: ["富锦县机械厂", "抚顺机械厂"],
    });
  });
});

describe("a product's name", () => {
  it.each([
    ["螺丝 M6", "螺丝 M6"],
    ["L2", "螺丝 M8"],
    ["卷扬机", "卷扬机"],
    ["螺丝　Ｍ８", "螺丝 M8"],
  ])("may be written %p", (written, key) => {
    const reading = line("0007", written);
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.situation.demands[0].product).toBe(key);
  });

  it("that stands for two specifications is ambiguous and both are named", () => {
    const reading = line("0007", "螺丝");
    expect(problemsOf(reading)).toEqual(["E05 ambiguous 需要!B2"]);
    expect(factsOf(reading, "E05 ambiguous")).toMatchObject({ near: ["螺丝 M6", "螺丝 M8"] });
  });

  it("near to one that is listed is suggested", () => {
    expect(factsOf(line("0007", "卷扬"), "E05 product")).toMatchObject({ value: "卷扬", near: ["卷扬机"] });
  });

  it("may be a class or a list in Capacity, the products sharing the amount", () => {
    const item = (text: string) => read([factories, products, demand([["0007", "J1", 5]]), capacity([["0012", text, 500]])]);
    expect(item("标准件").situation.capacities[0].item).toMatchObject({ products: ["螺丝 M6", "螺丝 M8"], unit: { name: "件" } });
    expect(item("L1、L2").situation.capacities[0].item).toMatchObject({ products: ["螺丝 M6", "螺丝 M8"] });
    expect(problemsOf(item("L1、卷扬机"))).toEqual(["E07 list 能力!B2"]);
    expect(problemsOf(item("L1、齿轮"))).toEqual(["E05 item 能力!B2"]);
  });
});

describe("what stands twice", () => {
  it("is one factory's name or code", () => {
    const twice = (second: readonly CellValue[]) =>
      read([
        sheet("工厂", [["工厂代号", "厂名", "所在地"], ["1", "甲厂", "佳木斯"], second]),
        demand([["甲厂", "螺丝", 5]]),
        capacity([["甲厂", "螺丝", 5]]),
      ]);
    expect(problemsOf(twice(["2", "甲厂", "佳木斯"]))).toEqual(["E06 name 工厂!B3"]);
    expect(problemsOf(twice(["1", "乙厂", "佳木斯"]))).toEqual(["E06 code 工厂!A3"]);
  });

  it("is one product with one specification", () => {
    const reading = read([
      sheet("产品", [
        ["产品名称", "规格", "单位"],
        ["螺丝", "M6", "件"],
        ["螺丝", "M6", "打"],
      ]),
      demand([["甲厂", "螺丝 M6", 5]]),
      capacity([["乙厂", "螺丝 M6", 5]]),
    ]);
    expect(problemsOf(reading)).toEqual(["E06 product 产品!A3"]);
  });

  it("is one factory's row for one class or product", () => {
    expect(
      problemsOf(
        read([
          factories,
          products,
          demand([["0007", "J1", 5]]),
          capacity([
            ["0012", "J1", 5],
            ["0012", "卷扬机", 6],
          ]),
        ]),
      ),
    ).toEqual(["E06 capacity 能力!B3"]);
    expect(
      problemsOf(
        read([
          factories,
          products,
          demand([["0007", "J1", 5]]),
          capacity([
            ["0012", "标准件", 5],
            ["0012", "L1", 6],
          ]),
        ]),
      ),
    ).toEqual(["E06 capacity 能力!B3"]);
  });

  it("is a number of the clerk's, in Demand or Capacity", () => {
    const head = ["需方工厂", "产品", "数量", "需要编号"];
    const reading = read([
      demand(
        [
          ["甲厂", "螺丝", 5, "D1"],
          ["乙厂", "螺丝", 6, "D1"],
        ],
        head,
      ),
      capacity([["丙厂", "螺丝", 5]]),
    ]);
    expect(problemsOf(reading)).toEqual(["E06 number 需要!D3"]);
  });

  it("is a number of the clerk's, and what is said of the first line with it stands at that line", () => {
    const head = ["需方工厂", "产品", "数量", "需要编号"];
    const rows = [
      ["甲厂", "螺丝", 50, "1"],
      ["甲厂", "螺栓", 5, "1"],
    ];
    const reading = read([demand(rows, head), capacity([["丙厂", "螺丝", 5]])]);
    expect(reading.problems.filter(({ rule }) => rule === "W04").map(({ row }) => row)).toEqual([1]);
  });

  it("is a need that looks the same: only a hint, both are kept", () => {
    const reading = read([
      demand([
        ["甲厂", "螺丝", 5],
        ["甲厂", "螺丝", 5],
      ]),
      capacity([["丙厂", "螺丝", 5]]),
    ]);
    expect(problemsOf(reading)).toEqual([]);
    expect(factsOf(reading, "I13")).toMatchObject({ other: 2 });
    expect(reading.situation.demands).toHaveLength(2);
  });

  it("is told of the first that looks like one above, with their number, whatever the order of what they ask for", () => {
    const reading = read([
      demand([
        ["甲厂", "螺栓", 5],
        ["乙厂", "螺丝", 5],
        ["甲厂", "螺丝", 5],
        ["乙厂", "螺丝", 5],
        ["甲厂", "螺丝", 6],
        ["甲厂", "螺丝", 5],
        ["甲厂", "螺栓", 5],
      ]),
      capacity([["丙厂", "螺丝", 5]]),
    ]);
    expect(reading.problems.filter(({ rule }) => rule === "I13")).toMatchObject([{ row: 4, facts: { value: "螺丝", other: 3, count: 3 } }]);
  });
});

describe("what can't be true", () => {
  it("places more than 32 tiers deep must be fixed, however many there are", () => {
    const chain = Array.from({ length: 20_000 }, (_, tier) => [`P${tier}`, tier === 0 ? "" : `P${tier - 1}`]);
    const reading = read([
      sheet("封面", [["填报单位", "P0"]]),
      sheet("地区", [["地区", "上级"], ...chain]),
      sheet("需要", [["需方工厂", "产品", "数量"]]),
      sheet("能力", [["工厂", "项目", "数量"]]),
    ]);
    const deep = reading.problems.filter(({ facts }) => facts.case === "E17 deep");
    expect([deep.length, deep[0].row]).toEqual([20_000 - 33, 34]);
  });

  const row = (own: number) =>
    read([
      demand([["甲厂", "螺丝", 5]]),
      sheet("能力", [
        ["工厂", "项目", "数量", "本厂"],
        ["丙厂", "螺丝", 5, own],
      ]),
    ]);

  it("an own plan above what is available", () => {
    expect(problemsOf(row(6))).toEqual(["E09 能力!D2"]);
    expect(problemsOf(row(5))).toEqual([]);
  });

  it("in-house work above the own plan that holds it", () => {
    const reading = (own: number) =>
      read([
        demand([["甲厂", "皮带轮", 40, "自制可转出"]], ["需方工厂", "产品", "1957Q1", "需要性质"]),
        sheet("能力", [
          ["工厂", "项目", "1957Q1", "1957Q1 本厂"],
          ["甲厂", "皮带轮", 100, own],
        ]),
      ]);
    expect(problemsOf(reading(39))).toEqual(["E12 需要!B2"]);
    expect(problemsOf(reading(40))).toEqual([]);
  });

  it("a standing agreement with oneself, or one that ends before it begins", () => {
    const standing = (supplier: string, from: number, to: number) =>
      read([
        demand([["甲厂", "螺丝", 5]]),
        capacity([["丙厂", "螺丝", 5]]),
        sheet("长期协作", [
          ["协议编号", "承制厂", "需方工厂", "产品", "起年", "止年", "年协作量", "状态"],
          ["C1", supplier, "甲厂", "螺丝", from, to, 8, "有效"],
        ]),
      ]);
    expect(problemsOf(standing("甲厂", 1956, 1958))).toEqual(["E10 same 长期协作!C2"]);
    expect(problemsOf(standing("丙厂", 1958, 1956))).toEqual(["E10 years 长期协作!F2"]);
    expect(standing("丙厂", 56, 58).situation.standingAgreements).toEqual([
      { no: "C1", supplier: "丙厂", buyer: "甲厂", product: "螺丝", fromYear: 1956, toYear: 1958, yearlyQuantity: 8 },
    ]);
  });

  it("a word that a column of choice doesn't know", () => {
    const reading = read([
      demand([["甲厂", "螺丝", 5, "很急"]], ["需方工厂", "产品", "数量", "轻重缓急"]),
      capacity([["丙厂", "螺丝", 5]]),
    ]);
    expect(problemsOf(reading)).toEqual(["E05 word 需要!D2"]);
  });

  it("a name left blank beside a quantity", () => {
    expect(
      problemsOf(
        read([
          demand([
            ["甲厂", null, 5],
            [null, "螺丝", 5],
          ]),
          capacity([["丙厂", "螺丝", 5]]),
        ]),
      ),
    ).toEqual(["E02 需要!B2", "E02 需要!A3"]);
  });
});
