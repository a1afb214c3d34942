/** A meeting from one workbook: balanced, answered by both sides, edited, balanced again. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { MemoryWorkbook, type MemorySheet } from "../../src/workbook/memoryWorkbook";
import type { CellValue } from "../../src/workbook/workbook";

type Rows = readonly (readonly CellValue[])[];

const DEMAND: Rows = [
  ["需要编号", "需方工厂", "产品", "地区", "1957Q1", "1957Q2"],
  ["D1", "电机厂", "螺丝", "佳木斯市", 40, 50],
  ["D2", "电机厂", "螺母", "佳木斯市", 20, null],
];
const CAPACITY: Rows = [
  ["工厂", "项目", "地区", "1957Q1", "1957Q2"],
  ["富锦厂", "螺丝", "富锦县", 60, 60],
  ["鹤岗厂", "螺丝", "鹤岗市", 60, 60],
  ["鹤岗厂", "螺母", "鹤岗市", 15, null],
];
const workbookOf = (demand: Rows = DEMAND, capacity: Rows = CAPACITY): MemoryWorkbook =>
  new MemoryWorkbook([
    { name: "需要", values: demand },
    { name: "能力", values: capacity },
  ]);

async function run(workbook: MemoryWorkbook, withoutInvalid = false): Promise<string> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid, language: "zh-CN" });
  return outcome.kind;
}

/** The rows of a sheet as records by heading. */
async function table(workbook: MemoryWorkbook, name: string): Promise<readonly Record<string, CellValue>[]> {
  const { values } = await workbook.read(name);
  const at = values.findIndex((cells) => cells.some((cell) => cell === "需要编号" || cell === "能力编号" || cell === "规则"));
  const header = values[at].map(String);
  return values
    .slice(at + 1)
    .filter((cells) => cells.some((cell) => cell !== null && cell !== ""))
    .map((cells) => Object.fromEntries(header.map((heading, column) => [heading, cells[column] ?? null])));
}

const agreements = async (workbook: MemoryWorkbook): Promise<readonly string[]> =>
  (await table(workbook, "协作协议")).map((row) =>
    ["协议编号", "状态", "承制厂", "57年一季度", "57年二季度"].map((heading) => String(row[heading] ?? 0)).join(" "),
  );

/** The same workbook after the clerk put something into one cell of a row of Agreements. */
async function edited(workbook: MemoryWorkbook, no: string, heading: string, value: CellValue): Promise<MemoryWorkbook> {
  const sheets: MemorySheet[] = [];
  for (const { name } of await workbook.sheets()) {
    const sheet = await workbook.read(name);
    if (name !== "协作协议") {
      sheets.push(sheet);
      continue;
    }
    const at = sheet.values.findIndex((cells) => cells.includes("需要编号"));
    const columns = { no: sheet.values[at].indexOf("协议编号"), wanted: sheet.values[at].indexOf(heading) };
    expect(columns.wanted).toBeGreaterThanOrEqual(0);
    const values = sheet.values.map((cells, row) => {
      if (row <= at || cells[columns.no] !== no) return cells;
      return Array.from({ length: Math.max(cells.length, columns.wanted + 1) }, (_, column) =>
        column === columns.wanted ? value : (cells[column] ?? null),
      );
    });
    sheets.push({ ...sheet, values });
  }
  return new MemoryWorkbook(sheets, await workbook.definedCells());
}

describe("一次会议", () => {
  it("平衡一次，协议、未解决问题都写在表上", async () => {
    const workbook = workbookOf();
    expect(await run(workbook)).toBe("done");
    expect(await agreements(workbook)).toHaveLength(2);
    expect(await table(workbook, "未解决问题")).toMatchObject([{ 需要编号: "D2", 合计: 5, 原因代码: "U8" }]);
  });

  it("再平衡一次，每个单元格都不变，也不添办理记录", async () => {
    const workbook = workbookOf();
    await run(workbook);
    const before = await all(workbook);
    await run(workbook);
    expect(await all(workbook)).toEqual(before);
  });

  it("双方同意的成为议定，数量不变", async () => {
    const first = workbookOf();
    await run(first);
    const [no, , supplier] = (await agreements(first))[0].split(" ");
    const answered = await edited(await edited(first, no, "承制方意见", "同意"), no, "需方意见", "同意");
    await run(answered);
    expect((await agreements(answered))[0]).toBe(`${no} 议定 ${supplier} 40 50`);
  });

  it("一方不同意的，不再向这一家提出，编号也不再用", async () => {
    const first = workbookOf();
    await run(first);
    const [no, , supplier] = (await agreements(first))[0].split(" ");
    const refused = await edited(first, no, "需方意见", "不同意");
    await run(refused);
    const rows = await agreements(refused);
    const other = supplier === "富锦厂" ? "鹤岗厂" : "富锦厂";
    expect(rows.filter((row) => row.startsWith("D1"))).toEqual([`${no} 不同意 ${supplier} 40 50`, `D1-2 拟议 ${other} 40 50`].sort());
    const before = await all(refused);
    await run(refused);
    expect(await all(refused)).toEqual(before);
  });

  it("手工改过数量的按议定处理，其余另行平衡", async () => {
    const first = workbookOf();
    await run(first);
    const [no, , supplier] = (await agreements(first))[0].split(" ");
    const changed = await edited(first, no, "57年一季度", 10);
    await run(changed);
    const rows = (await agreements(changed)).filter((row) => row.startsWith("D1"));
    expect(rows).toContain(`${no} 议定 ${supplier} 10 50`);
    const quantities = rows.map((row) => row.split(" ").slice(3).map(Number));
    expect(quantities.reduce(([a, b], [c, d]) => [a + c, b + d])).toEqual([40, 50]);
  });
});

describe("表中有必须改正的行", () => {
  const wrong: Rows = [...DEMAND, ["D3", "电机厂", null, "佳木斯市", 7, null], ["D4", "电机厂", "螺丝", "佳木斯市", "约八", 9]];

  it("不平衡，只写检查结果，指出单元格", async () => {
    const workbook = workbookOf(wrong);
    expect(await run(workbook)).toBe("must fix");
    expect((await workbook.sheets()).map(({ name }) => name)).toEqual(["需要", "能力", "检查结果"]);
    const mustFix = (await table(workbook, "检查结果")).filter((row) => row["级别"] === "必改");
    expect(mustFix.map((row) => `${String(row["规则"])} ${String(row["单元格"])}`)).toEqual(["E02 C4", "E03 E5"]);
  });

  it("经同意略去这些行，列为 U0", async () => {
    const workbook = workbookOf(wrong);
    expect(await run(workbook, true)).toBe("done");
    const rows = (await table(workbook, "未解决问题")).filter((row) => row["原因代码"] === "U0");
    expect(rows).toMatchObject([
      { 需要编号: "D3", "57年一季度": 7 },
      { 需要编号: "D4", 产品: "螺丝", "57年二季度": 9 },
    ]);
  });
});

async function all(workbook: MemoryWorkbook): Promise<Readonly<Record<string, Rows>>> {
  const sheets = await workbook.sheets();
  return Object.fromEntries(await Promise.all(sheets.map(async ({ name }) => [name, (await workbook.read(name)).values] as const)));
}
