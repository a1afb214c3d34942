/** 能力平衡表: what a clerk reads from it, and what it does when somebody changes a sheet it looks at. */
import { MemoryWorkbook } from "../../../src/workbook/memoryWorkbook";
import type { CellValue, Sheet } from "../../../src/workbook/workbook";
import { balancedWithForms, formIn, withCell, workedOut } from "../../support/formsOf";

type Rows = readonly (readonly CellValue[])[];

/**
 * 铁工厂 has 100 hours of lathes a quarter, 60 of them its own plan, of which 40 make belts at home. Pumps (0.5 hours each) can only be
 * made there; 机械厂 makes belts by item. So belts go to 机械厂, and the lathes make pumps.
 */
const SHEETS: Readonly<Record<string, Rows>> = {
  地区: [["地区", "上级"], ["合江地区", null], ["佳木斯市", "合江地区"], ["富锦县", "合江地区"]],
  工厂: [["厂名", "所在地"], ["铁工厂", "佳木斯市"], ["农具厂", "佳木斯市"], ["机械厂", "富锦县"], ["矿务局", "富锦县"]],
  设备类别: [["设备类别", "能力单位"], ["车床", "台时"]],
  产品: [["产品名称", "规格或图号", "计量单位", "车床"], ["水泵", "3寸", "台", 0.5], ["皮带轮", null, "件", 0.2]],
  需要: [
    ["编号", "需方工厂", "产品", "56年四季度", "57年一季度", "需要性质"],
    ["1", "矿务局", "水泵 3寸", 120, 20, null],
    ["2", "铁工厂", "皮带轮", 200, null, "自制可转出"],
    ["3", "农具厂", "水泵 3寸", 30, null, null],
  ],
  能力: [
    ["编号", "工厂", "项目", "56年四季度", "57年一季度", "56年四季度本厂", "57年一季度本厂"],
    ["a", "铁工厂", "车床", 100, 100, 60, 10],
    ["b", "机械厂", "皮带轮", 150, 150, null, null],
  ],
}; // prettier-ignore

const story = (): Promise<readonly Sheet[]> =>
  balancedWithForms(new MemoryWorkbook(Object.entries(SHEETS).map(([name, values]) => ({ name, values }))));

test("the two sides of each capacity: what it can do, what loads it, what is spare", async () => {
  const sheets = await story();
  const { rows } = formIn(sheets, "Balance by capacity");
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    ...{ 能力编号: "a", 工厂: "铁工厂", 地区: "佳木斯市", 项目: "车床", 单位: "台时", 有效能力: 200, 本厂占用: 70 },
    // 30 pumps at home, 110 + 20 for the mines, half an hour each; 150 belts at 0.2 hours went elsewhere.
    ...{ 长期协作: 0, 县市内: 15, 省平衡: 65, 转入: 0, 转出: 30, 负荷合计: 120, "余(+)缺(−)": 80, "负荷率%": 0.6, 剩余能力: 80, 核对: 0 },
  });
  expect(rows[1]).toMatchObject({
    工厂: "机械厂",
    项目: "皮带轮",
    有效能力: 300,
    转入: 150,
    转出: 0,
    负荷合计: 150,
    "余(+)缺(−)": 150,
    核对: 0,
  });
  expect(workedOut(sheets, "Balance by capacity")).toEqual(rows);
});

test("an agreement that is changed afterwards loads its maker's machines by its norm, and no longer agrees with what remains", async () => {
  const sheets = await story();
  const agreements = sheets.find(({ name }) => name === "协作协议");
  const headings = agreements?.values[2] ?? [];
  const row = agreements?.values.findIndex((cells) => cells[headings.indexOf("需方工厂")] === "农具厂") ?? -1;
  const [lathes] = workedOut(withCell(sheets, "协作协议", { row, heading: "合计" }, 40), "Balance by capacity");
  expect(lathes).toMatchObject({ 县市内: 20, "余(+)缺(−)": 75, 核对: -5 });
  const [refused] = workedOut(withCell(sheets, "协作协议", { row, heading: "状态" }, "不同意"), "Balance by capacity");
  expect(refused).toMatchObject({ 县市内: 0, 核对: 15 });
  const [broken] = workedOut(withCell(sheets, "能力", { row: 1, heading: "57年一季度" }, 10), "Balance by capacity");
  expect(broken).toMatchObject({ 有效能力: 110, "余(+)缺(−)": -10, 核对: -90 });
});

test("what stands as text, or by another name than most, is told apart", async () => {
  const capacity = SHEETS["能力"].map((cells) => (cells[0] === "a" ? cells.with(3, "100小时").with(1, "铁工厂") : cells)); // prettier-ignore
  const sheets = await balancedWithForms(
    new MemoryWorkbook(Object.entries({ ...SHEETS, 能力: capacity }).map(([name, values]) => ({ name, values }))),
  );
  expect(formIn(sheets, "Balance by capacity").rows[0]).toMatchObject({ 有效能力: 200, 能力另计: 100, 核对: 0 });
  expect(workedOut(sheets, "Balance by capacity")).toEqual(formIn(sheets, "Balance by capacity").rows);
});

test("a factory that makes more products on one row than a formula can name counts the rest apart", async () => {
  const names = Array.from({ length: 300 }, (_, index) => `法兰盘连接螺栓套件第${index}号`);
  const sheets = await balancedWithForms(
    new MemoryWorkbook([
      { name: "需要", values: [["需方工厂", "产品", "数量"], ...names.map((name) => ["矿务局", name, 2])] },
      { name: "能力", values: [["工厂", "项目", "数量"], ["机械厂", names.join("、"), 1000]] },
    ]),
  ); // prettier-ignore
  const { sheet, rows } = formIn(sheets, "Balance by capacity");
  expect(rows[0]).toMatchObject({ 县市内: expect.any(Number), 负荷合计: 600, "余(+)缺(−)": 400, 核对: 0 });
  expect(Number(rows[0]["县市内"]) + Number(rows[0]["负荷另计"])).toBe(600);
  expect(rows[0]["负荷另计"]).toBeGreaterThan(0);
  for (const cells of sheet.formulas.values()) for (const formula of cells.values()) expect(formula.length).toBeLessThan(8_192);
  expect(workedOut(sheets, "Balance by capacity")).toEqual(rows);
});
