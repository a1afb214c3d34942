/** 产品平衡表: what a clerk reads from it, and what it does when somebody changes a sheet it looks at. */
import { MemoryWorkbook, type MemorySheet } from "../../../src/workbook/memoryWorkbook";
import type { CellValue } from "../../../src/workbook/workbook";
import { balancedWithForms, formIn, withCell, workedOut } from "../../support/formsOf";

type Rows = readonly (readonly CellValue[])[];

function workbook(demand: Rows, capacity: Rows, more: readonly MemorySheet[] = []): MemoryWorkbook {
  return new MemoryWorkbook([{ name: "需要", values: demand }, { name: "能力", values: capacity }, ...more]);
}

/** 佳木斯 needs screws and belts; 富锦 has room, and 佳木斯's own lathe shop hands its belts over. */
const NEEDS: Rows = [
  ["编号", "需方工厂", "产品", "56年四季度", "57年一季度", "需要性质"],
  ["1", "佳木斯电机厂", "螺丝 M6", 100, 60, null],
  ["2", "佳木斯农具厂", "螺丝 M6", 40, null, null],
  ["3", "佳木斯电机厂", "三角皮带轮", 30, 30, "自制可转出"],
  ["4", "佳木斯农具厂", "大齿圈", 5, null, null],
];
const PRODUCTS: MemorySheet = {
  name: "产品",
  values: [
    ["产品名称", "规格或图号", "计量单位"],
    ["螺丝", "M6", "件"],
    ["三角皮带轮", null, "件"],
    ["大齿圈", null, "个"],
  ],
};
const PLACES: MemorySheet = {
  name: "地区",
  values: [
    ["地区", "上级"],
    ["合江地区", null],
    ["佳木斯市", "合江地区"],
    ["富锦县", "合江地区"],
  ],
};
const FACTORIES: MemorySheet = {
  name: "工厂",
  values: [
    ["厂名", "所在地"],
    ["佳木斯电机厂", "佳木斯市"],
    ["佳木斯农具厂", "佳木斯市"],
    ["佳木斯五金社", "佳木斯市"],
    ["富锦县机械厂", "富锦县"],
  ],
};
const CAPACITY: Rows = [
  ["编号", "工厂", "项目", "56年四季度", "57年一季度"],
  ["a", "佳木斯五金社", "螺丝 M6", 50, 50],
  ["b", "富锦县机械厂", "螺丝 M6", 70, 70],
];

const story = (): MemoryWorkbook => workbook(NEEDS, CAPACITY, [PRODUCTS, PLACES, FACTORIES]);

test("the two sides of each product, and what is short", async () => {
  const { rows } = formIn(await balancedWithForms(story()), "Balance by product");
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    产品: "三角皮带轮",
    单位: "件",
    需要外协: 0,
    自制可转出: 60,
    仍由本厂自制: 60,
    "缺(−)": 0,
    "满足率%": 1,
  });
  expect(rows[1]).toMatchObject({
    产品: "大齿圈",
    单位: "个",
    需要外协: 5,
    来源合计: 0,
    "缺(−)": -5,
    "满足率%": 0,
    未解决问题: 5,
    核对: 0,
  });
  expect(rows[2]).toMatchObject({
    ...{ 产品: "螺丝", 规格或图号: "M6", 需要外协: 200, 需要合计: 200, 县市内: 100, 省平衡: 80, 来源合计: 180 },
    ...{ "缺(−)": -20, "满足率%": 0.9, 未解决问题: 20, 核对: 0, 外协另计: null, 自制另计: null },
  });
});

test("every cell carries what its formula gives", async () => {
  const sheets = await balancedWithForms(story());
  expect(workedOut(sheets, "Balance by product")).toEqual(formIn(sheets, "Balance by product").rows);
});

test("an agreement that is changed afterwards shows at once: the product is short of what the other sheets say", async () => {
  const sheets = await balancedWithForms(story());
  const changed = withCell(sheets, "协作协议", { row: 3, heading: "合计" }, 1);
  const [, , screws] = workedOut(changed, "Balance by product");
  const before = formIn(sheets, "Balance by product").rows[2];
  expect(screws["核对"]).toBe(Number(screws["缺(−)"]) - Number(before["缺(−)"]));
  expect(screws["核对"]).toBeLessThan(0);
});

test("so does one that is refused, a need that grows and an issue that is struck out", async () => {
  const sheets = await balancedWithForms(story());
  const check = (changed: typeof sheets): CellValue | undefined => workedOut(changed, "Balance by product")[2]["核对"];
  const total = sheets.find(({ name }) => name === "协作协议")?.values[3];
  const quantity = Number(total?.[sheets.find(({ name }) => name === "协作协议")?.values[2].indexOf("合计") ?? -1]);
  expect(check(withCell(sheets, "协作协议", { row: 3, heading: "状态" }, "不同意"))).toBe(-quantity);
  expect(check(withCell(sheets, "需要", { row: 1, heading: "56年四季度" }, 107))).toBe(-7);
  expect(check(withCell(sheets, "未解决问题", { row: 3, heading: "合计" }, 0))).toBe(-20);
});

test("what is read otherwise than it stands is told apart: numbers written as text, other units and another spelling", async () => {
  const needs: Rows = [
    ["需方工厂", "产品", "单位", "数量"],
    ["甲厂", "螺丝 M6", "件", 100],
    ["乙厂", "螺丝　M6", "件", 7],
    ["乙厂", "螺丝 M6", "件", "1千"],
    ["丙厂", "螺丝 M6", "打", 2],
  ];
  const sheets = await balancedWithForms(workbook(needs, [["工厂", "项目", "数量"], ["丁厂", "螺丝 M6", 90]], [PRODUCTS])); // prettier-ignore
  const [screws] = formIn(sheets, "Balance by product").rows;
  expect(screws).toMatchObject({ 需要外协: 1131, 外协另计: 1029, 需要表写法: "螺丝 M6", 核对: 0, "缺(−)": -1041 });
  expect(workedOut(sheets, "Balance by product")).toEqual([screws]);
});

test("rows left out by leave are needed and unresolved, under the name that stands there", async () => {
  const needs: Rows = [["需方工厂", "产品", "数量"], ["甲厂", "螺丝 M6", 10], ["乙厂", "螺帽", 7]]; // prettier-ignore
  const book = workbook(needs, [["工厂", "项目", "数量"], ["丁厂", "螺丝 M6", 90]], [PRODUCTS]); // prettier-ignore
  const sheets = await balancedWithForms(book, { withoutInvalid: true });
  const { rows } = formIn(sheets, "Balance by product");
  expect(rows[1]).toMatchObject({ 产品: "螺帽", 单位: null, 需要外协: 7, "缺(−)": -7, 未解决问题: 7, 核对: 0 });
  expect(workedOut(sheets, "Balance by product")).toEqual(rows);
});

/** Each is needed in its own number, a power of two, so that a row that finds another's lines is seen. */
const ODD = ["<5", "=1+1", ">3", "<>甲", "a*c", "abc", "a?c", "axc", "~x", "x~*y", "6204", "06204", "1e3", "1000", "1/2", "TRUE", "-", '"引号"', "@x", "x".repeat(130), "x".repeat(131)]; // prettier-ignore

test("signs that mean something to SUMIFS are letters like others, and texts that look like numbers stay texts", async () => {
  const names = ODD.filter((name) => name !== "-");
  const needs: Rows = [["需方工厂", "产品", "数量"], ...names.map((name, index) => ["甲厂", name, 2 ** index])];
  const sheets = await balancedWithForms(workbook(needs, [["工厂", "项目", "数量"], ["乙厂", "abc", 8]])); // prettier-ignore
  const { rows } = formIn(sheets, "Balance by product");
  const given = new Map(names.map((name, index) => [name, 2 ** index]));
  // Names alike for 120 letters share a row.
  const long = names.filter((name) => name.length > 120);
  expect(rows).toHaveLength(names.length - 1);
  for (const row of rows) {
    const name = String(row["产品"]);
    const wanted = long.includes(name) ? long.reduce((sum, each) => sum + (given.get(each) ?? 0), 0) : given.get(name);
    expect([name, row["需要外协"], row["核对"]]).toEqual([name, wanted, 0]);
  }
  expect(workedOut(sheets, "Balance by product")).toEqual(rows);
});

test("names that differ by letter case alone share a row, because SUMIFS cannot tell them apart", async () => {
  const needs: Rows = [["需方工厂", "产品", "数量"], ["甲厂", "m6", 10], ["乙厂", "M6", 7]]; // prettier-ignore
  const sheets = await balancedWithForms(workbook(needs, [["工厂", "项目", "数量"], ["丙厂", "M6", 5]])); // prettier-ignore
  expect(formIn(sheets, "Balance by product").rows).toMatchObject([{ 产品: "M6", 需要外协: 17, 来源合计: 5, "缺(−)": -12, 核对: 0 }]);
  expect(workedOut(sheets, "Balance by product")).toEqual(formIn(sheets, "Balance by product").rows);
});
