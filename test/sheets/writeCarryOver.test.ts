import type { EarlierAgreement } from "../../src/engine/model";
import type { CellValue, WrittenCell, WrittenSheet } from "../../src/workbook/workbook";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { capacity, demand, product, reading, rowsOf, situation, tab, written, type Written } from "./writeFixture";

const screws = situation({
  products: [product("螺丝")],
  demands: [demand("7", "佳木斯电机厂", "螺丝", [100, 60])],
  capacities: [capacity("C1", "佳木斯五金社", "螺丝", [70, 70]), capacity("C2", "富锦县机械厂", "螺丝", [20, 20])],
});

/** 7-1: 70 + 60 by 五金社; 7-2: 20 by 富锦; 7-U8: 10 unresolved. */
const earlierAgreements: readonly EarlierAgreement[] = [
  {
    no: "7-1",
    status: "Proposed",
    supplier: "佳木斯五金社",
    buyer: "佳木斯电机厂",
    demandNo: "7",
    product: "螺丝",
    quantities: [70, 60],
    basis: "new",
    settledAt: "佳木斯市",
  },
  {
    no: "7-2",
    status: "Proposed",
    supplier: "富锦县机械厂",
    buyer: "佳木斯电机厂",
    demandNo: "7",
    product: "螺丝",
    quantities: [20, 0],
    basis: "new",
    settledAt: "合江地区",
  },
];
const again = { ...screws, earlierAgreements };

interface Edit {
  readonly sheet: string;
  /** Row and column from 0. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
}

/** The workbook as the first run left it, with the clerk's edits. */
async function edited(first: Written, edits: readonly Edit[]): Promise<MemoryWorkbook> {
  const sheets = [];
  for (const { name } of await first.workbook.sheets()) {
    const sheet = await first.workbook.read(name);
    const values = sheet.values.map((row) => [...row]);
    const formulas = new Map([...sheet.formulas].map(([row, cells]) => [row, new Map(cells)]));
    for (const { row, column, value, formula } of edits.filter((edit) => edit.sheet === name)) {
      while (values.length <= row) values.push([]);
      while (values[row].length <= column) values[row].push(null);
      values[row][column] = value;
      if (formula !== undefined) formulas.set(row, (formulas.get(row) ?? new Map<number, string>()).set(column, formula));
    }
    sheets.push({ ...sheet, values, formulas });
  }
  return new MemoryWorkbook(sheets, await first.workbook.definedCells());
}

function columnOf(sheet: WrittenSheet, heading: string): number {
  return sheet.rows[2].indexOf(heading);
}

function cellOf(sheet: WrittenSheet, no: string, heading: string): WrittenCell {
  return sheet.rows.find((row) => row[0] === no)?.[columnOf(sheet, heading)] ?? null;
}

test("remarks, replies and decisions stay beside their number", async () => {
  const first = await written(reading(screws));
  const agreements = tab(first, "协作协议");
  const workbook = await edited(first, [
    { sheet: "协作协议", row: 3, column: columnOf(agreements, "备注"), value: "先打样" },
    { sheet: "协作协议", row: 4, column: columnOf(agreements, "承制方意见"), value: "同意" },
    { sheet: "未解决问题", row: 3, column: columnOf(tab(first, "未解决问题"), "处理"), value: "报省" },
  ]);
  const result = await written(reading(again), workbook);
  expect(cellOf(tab(result, "协作协议"), "7-1", "备注")).toBe("先打样");
  expect(cellOf(tab(result, "协作协议"), "7-2", "承制方意见")).toBe("同意");
  expect(rowsOf(tab(result, "未解决问题"))[0]["处理"]).toBe("报省");
});

test("the clerk's own columns go with their number; a formula of its own row goes along, another becomes a value with a hint", async () => {
  const first = await written(reading(screws));
  const agreements = tab(first, "协作协议");
  const own = agreements.rows[2].length;
  const workbook = await edited(first, [
    { sheet: "协作协议", row: 2, column: own, value: "车皮" },
    { sheet: "协作协议", row: 2, column: own + 1, value: "核对" },
    { sheet: "协作协议", row: 3, column: own, value: 6.5, formula: "=O4/20" },
    { sheet: "协作协议", row: 4, column: own, value: 7, formula: "=SUM(O4:O5)" },
    { sheet: "协作协议", row: 4, column: own + 1, value: "=不是公式" },
  ]);
  const moreDemand = { ...again, demands: [demand("3", "佳木斯电机厂", "螺丝", [5, 0], { priority: 1 }), ...again.demands] };
  const result = await written(reading(moreDemand), workbook);
  const sheet = tab(result, "协作协议");
  expect(sheet.rows.map((row) => row[0]).slice(3)).toEqual(["3-1", "7-1", "7-2"]);
  expect(sheet.rows[2].slice(-2)).toEqual(["车皮", "核对"]);
  expect(cellOf(sheet, "7-1", "车皮")).toEqual({ formula: "=O5/20", value: 6.5 });
  expect(cellOf(sheet, "7-2", "车皮")).toBe(7);
  expect(cellOf(sheet, "7-2", "核对")).toBe("=不是公式");
  expect(result.problems).toContainEqual(
    expect.objectContaining({ rule: "I22", severity: "hint", sheet: "协作协议", row: 5, column: own }),
  );
});

test("what stood beside a row that is no longer made is told, not lost in silence", async () => {
  const first = await written(reading(screws));
  const workbook = await edited(first, [
    { sheet: "协作协议", row: 4, column: columnOf(tab(first, "协作协议"), "备注"), value: "富锦要图纸" },
  ]);
  const less = { ...again, demands: [demand("7", "佳木斯电机厂", "螺丝", [60, 60])] };
  const result = await written(reading(less), workbook);
  expect(result.problems).toContainEqual(expect.objectContaining({ rule: "I23", facts: { no: "7-2", text: "富锦要图纸" } }));
});

test("a row changed by hand counts as agreed, says so, is listed, and stays so at the next balance", async () => {
  const first = await written(reading(screws));
  const workbook = await edited(first, [{ sheet: "协作协议", row: 4, column: columnOf(tab(first, "协作协议"), "56年四季度"), value: 15 }]);
  const changed = {
    ...screws,
    earlierAgreements: [earlierAgreements[0], { ...earlierAgreements[1], status: "Agreed" as const, quantities: [15, 0] }],
  };
  const second = await written(reading(changed), workbook);
  expect(cellOf(tab(second, "协作协议"), "7-2", "状态")).toBe("议定");
  expect(cellOf(tab(second, "协作协议"), "7-2", "理由")).toMatch(/^【手工】/);
  expect(second.problems).toContainEqual(expect.objectContaining({ rule: "I21", facts: { no: "7-2" } }));
  const rest: EarlierAgreement = { ...earlierAgreements[1], no: "7-3", quantities: [5, 0] };
  const third = await written(reading({ ...changed, earlierAgreements: [...changed.earlierAgreements, rest] }), second.workbook);
  expect(third.sheets).toEqual(second.sheets);
});

test("an agreed row that no longer fits is put to reconsideration with its numbers, and rejected rows stay", async () => {
  const agreed: EarlierAgreement = { ...earlierAgreements[0], status: "Agreed", quantities: [90, 60] };
  const rejected: EarlierAgreement = { ...earlierAgreements[1], status: "Rejected" };
  const result = await written(reading({ ...screws, earlierAgreements: [agreed, rejected] }));
  expect(rowsOf(tab(result, "协作协议"))).toEqual([
    expect.objectContaining({ 协议编号: "7-1", 状态: "议定", 版次: 2, "56年四季度": 70, "57年一季度": 60 }),
    expect.objectContaining({ 协议编号: "7-2", 状态: "不同意", 承制厂: "富锦县机械厂", "56年四季度": 20 }),
    expect.objectContaining({ 协议编号: "7-3", 状态: "需复议", 承制厂: "佳木斯五金社", "56年四季度": 20, 合计: 20 }),
  ]);
  expect(cellOf(tab(result, "协作协议"), "7-3", "理由")).toContain("承制厂能力不足");
});

test("a standing agreement that finds no place is reconsidered under one number, run after run", async () => {
  const standing = {
    no: "CQ-3",
    supplier: "富锦县机械厂",
    buyer: "佳木斯电机厂",
    product: "螺丝",
    fromYear: 1956,
    toYear: 1958,
    yearlyQuantity: 160,
  };
  const base = { ...screws, standingAgreements: [standing] };
  const first = await written(reading(base));
  const row = rowsOf(tab(first, "协作协议")).find((entry) => entry["状态"] === "需复议");
  expect(row).toEqual(expect.objectContaining({ 协议编号: "CQ-3-1", 依据: "长期", "56年四季度": 20, "57年一季度": 20 }));
  const before: EarlierAgreement = {
    no: "CQ-3-1",
    status: "Reconsider",
    supplier: standing.supplier,
    buyer: standing.buyer,
    demandNo: "",
    product: "螺丝",
    quantities: [20, 20],
    basis: "standing",
    settledAt: "",
  };
  const second = await written(reading({ ...base, earlierAgreements: [before] }), first.workbook);
  expect(rowsOf(tab(second, "协作协议")).filter((entry) => entry["状态"] === "需复议")).toEqual([row]);
});

test("a Transfers or Problems sheet of an earlier run is emptied in place, never left to lie", async () => {
  const first = await written(reading(screws, { problems: [{ severity: "hint", rule: "I01", sheet: "需要", row: 4, facts: {} }] }));
  expect(first.sheets.map((sheet) => sheet.name)).toContain("检查结果");
  const second = await written(reading(again), first.workbook);
  expect(tab(second, "检查结果").rows).toHaveLength(3);
});
