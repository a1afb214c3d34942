/** The Summary's charts draw the very rows they are named after. */
import type { WrittenCell } from "../../src/workbook/workbook";
import { capacity, demand, product, reading, situation, tab, written } from "./writeFixture";

const screws = situation({
  products: [product("螺丝")],
  demands: [
    demand("D1", "佳木斯电机厂", "螺丝", [120, 0], { priority: 1 }),
    demand("D2", "佳木斯电机厂", "螺丝", [0, 30], { priority: 3 }),
    demand("D3", "佳木斯五金社", "螺丝", [10, 0], { priority: 3, notSuppliers: ["富锦县机械厂"] }),
  ],
  capacities: [capacity("C1", "富锦县机械厂", "螺丝", [100, 40])],
});

/** By title: the cells of the table, headings first. */
async function drawn(given = screws): Promise<Record<string, WrittenCell[][]>> {
  const { rows, charts = [] } = tab(await written(reading(given)), "平衡总结");
  return Object.fromEntries(
    charts.map(({ title, table }) => [title, rows.slice(table.top, table.bottom + 1).map((row) => row.slice(table.left, table.right + 1))]),
  );
}

test("priorities with what they needed and got, places with their agreements, reasons with their issues", async () => {
  expect(await drawn()).toEqual({
    "各类需要及其落实（分）": [
      ["轻重缓急", "需要（分）", "已落实（分）"],
      ["重点", expect.any(Number), expect.any(Number)],
      ["可缓", expect.any(Number), expect.any(Number)],
    ],
    各级平衡的协议项数: [
      ["平衡层级", "协议项数"],
      ["佳木斯市", 0],
      ["富锦县", 0],
      ["合江地区", 2],
    ],
    "未解决项数，按原因": [
      ["原因", "项数"],
      [expect.any(String), 1],
      [expect.any(String), 1],
    ],
  });
});

test("where everything is settled there are no reasons to draw", async () => {
  const settled = situation({ ...screws, demands: [demand("D1", "佳木斯电机厂", "螺丝", [10, 0])] });
  expect(Object.keys(await drawn(settled))).toEqual(["各类需要及其落实（分）", "各级平衡的协议项数"]);
});

test("no chart lies over a table or over another chart, and none is printed", async () => {
  const { columns, print, charts = [] } = tab(await written(reading(screws)), "平衡总结");
  expect(charts).toHaveLength(3);
  for (const [index, { over }] of charts.entries()) {
    expect(over.left).toBeGreaterThanOrEqual(columns.length);
    expect(over.left).toBeGreaterThan(print?.columns?.[1] ?? Infinity);
    if (index > 0) expect(over.top).toBeGreaterThan(charts[index - 1].over.bottom);
  }
});
