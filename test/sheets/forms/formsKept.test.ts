/** The forms from one balance to the next: written in place, with what the clerk wrote beside them. */
import { balanceWorkbook } from "../../../src/actions/balanceWorkbook";
import { verify } from "../../../src/actions/verify";
import { MemoryWorkbook, type MemorySheet } from "../../../src/workbook/memoryWorkbook";
import { openXlsx } from "../../../src/workbook/xlsxWorkbook";
import { balancedWithForms, formIn, sheetsOf, withCell } from "../../support/formsOf";
import { workbookOf } from "../../support/workbookOf";

const INPUTS = {
  需要: [["需方工厂", "产品", "数量"], ["甲厂", "螺丝", 100], ["乙厂", "螺帽", 50]],
  能力: [["工厂", "项目", "数量"], ["丙厂", "螺丝", 80]],
}; // prettier-ignore
const inputs = (): MemorySheet[] => Object.entries(INPUTS).map(([name, values]) => ({ name, values }));

async function again(workbook: MemoryWorkbook): Promise<readonly Awaited<ReturnType<typeof sheetsOf>>[number][]> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN" });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return sheetsOf(workbook);
}

test("without being asked for there are none", async () => {
  const names = (await again(new MemoryWorkbook(inputs()))).map(({ name }) => name);
  expect(names).toEqual(["需要", "能力", "平衡总结", "协作协议", "未解决问题", "剩余能力", "检查结果", "办理记录"]);
});

test("the check code and everything else of the result are the same with them and without", async () => {
  const [plain, full] = [new MemoryWorkbook(inputs()), new MemoryWorkbook(inputs())];
  const without = await again(plain);
  const withThem = await balancedWithForms(full);
  const kept = withThem.filter(({ name }) => !name.endsWith("平衡表"));
  const others = (sheets: typeof without) => sheets.filter(({ name }) => name !== "办理记录");
  expect(others(kept)).toEqual(others(without));
});

test("later balances write them anew, and the clerk's measures and own columns stay with their product", async () => {
  const workbook = new MemoryWorkbook(inputs());
  const sheets = await balancedWithForms(workbook);
  const { sheet, rows } = formIn(sheets, "Balance by product");
  expect(rows.map((row) => row["产品"])).toEqual(["螺丝", "螺帽"]);
  const width = sheet.values[2].length;
  const edited = withCell(sheets, sheet.name, { row: 4, heading: "平衡措施" }, "报省").map((each) =>
    each.name === sheet.name ? { ...each, values: each.values.map((row, index) => (index < 2 ? row : [...row, ...Array.from<null>({ length: width - row.length }).fill(null), index === 2 ? "承办" : `老王${index}`])) } : each,
  ); // prettier-ignore
  const needs = edited.map((each) => (each.name === "需要" ? { ...each, values: [...each.values, ["甲厂", "垫圈", 5]] } : each));
  const next = formIn(await again(new MemoryWorkbook(needs, await workbook.definedCells())), "Balance by product");
  expect(next.rows).toEqual([
    expect.objectContaining({ 产品: "垫圈", 需要外协: 5, 平衡措施: null, 承办: null }),
    expect.objectContaining({ 产品: "螺丝", 平衡措施: null, 承办: "老王3" }),
    expect.objectContaining({ 产品: "螺帽", 平衡措施: "报省", 承办: "老王4" }),
  ]);
});

test("a form of that name that the clerk made himself is left alone", async () => {
  const own: MemorySheet = { name: "产品平衡表", values: [["产品", "单位", "缺"], ["螺丝", "件", 5]] }; // prettier-ignore
  const workbook = new MemoryWorkbook([...inputs(), own]);
  await again(workbook);
  expect((await sheetsOf(workbook)).filter(({ name }) => name.startsWith("产品平衡表"))).toMatchObject([own]);
  await balancedWithForms(workbook);
  expect((await sheetsOf(workbook)).filter(({ name }) => name.startsWith("产品平衡表"))).toMatchObject([own, { name: "产品平衡表 (2)" }]);
});

test("verify holds with them, and the same input gives the same bytes", async () => {
  const file = await workbookOf(INPUTS);
  const [one, other] = [openXlsx(file), openXlsx(file)];
  await balancedWithForms(one);
  await balancedWithForms(other);
  expect(one.bytes()).toEqual(other.bytes());
  const outcome = await verify(openXlsx(one.bytes()), { language: "zh-CN" });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const { verification } = outcome;
  expect(verification.sheets.filter(({ state }) => state !== "same")).toEqual([]);
  expect(verification.sheets.map(({ sheet }) => sheet)).toContain("产品平衡表");
});
