/** No call takes as many arguments as a sheet may have rows: what is done to all rows at once is done in a loop. */
import { summarySheet } from "../../src/sheets/results/summarySheet";
import type { Change } from "../../src/sheets/results/changes";
import { styleAreas } from "../../src/workbook/excel/styleAreas";
import { widthOf } from "../../src/workbook/widthOf";
import type { CellStyle } from "../../src/workbook/workbook";
import { capacity, demand, product, reading, situation, written } from "./writeFixture";

const MANY = 200_000;

test("a width is that of the longest of very many rows", () => {
  expect(widthOf(Array.from({ length: MANY }, (_, row) => (row === MANY - 1 ? [1, 2, 3] : [1])))).toBe(3);
  expect(widthOf([])).toBe(0);
});

test("every second of very many rows may look different", () => {
  const cellStyles = new Map<number, ReadonlyMap<number, CellStyle>>();
  for (let row = 0; row < MANY; row += 2) cellStyles.set(row, new Map([[0, "decimal"]]));
  const rows = Array.from({ length: MANY }, () => [1, "甲"]);
  const columns = [{ width: 12, style: "whole" as const }, { width: 12, style: "text" as const }]; // prettier-ignore
  const areas = styleAreas({ name: "协作协议", visibility: "visible", columns, rows, rowStyles: new Map(), cellStyles }, 2);
  expect(areas.filter(({ style }) => style === "decimal")).toHaveLength(MANY / 2);
});

test("the Summary tells of very many changes", async () => {
  const given = situation({
    products: [product("螺丝")],
    demands: [demand("D1", "佳木斯电机厂", "螺丝", [120, 0])],
    capacities: [capacity("C1", "富锦县机械厂", "螺丝", [100, 40])],
  });
  const { result } = await written(reading(given));
  const change: Change = {
    ...{ no: "D1-1", demandNo: "D1", supplier: "富锦县机械厂", buyer: "佳木斯电机厂", product: "螺丝", unit: "件" },
    ...{ before: 90, after: 100, moved: false, cause: { kind: "by hand" } },
  };
  const changes = Array.from({ length: MANY }, () => change);
  const footer = { left: "", center: "", right: "" };
  const { rows } = summarySheet({ ...result, changes }, { name: "平衡总结", title: "", note: "", footer });
  expect(rows.length).toBeGreaterThan(MANY);
});
