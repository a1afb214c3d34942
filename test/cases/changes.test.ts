/** 谈判以后再平衡：每一处变动都列出来，各有原因。 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { causeSentence } from "../../src/i18n/changes";
import type { Change } from "../../src/sheets/results/changes";
import { MemoryWorkbook, type MemorySheet } from "../../src/workbook/memoryWorkbook";
import type { CellValue } from "../../src/workbook/workbook";

type Rows = readonly (readonly CellValue[])[];

const DEMAND: Rows = [
  ["需要编号", "需方工厂", "产品", "地区", "1957Q1", "1957Q2"],
  ["D1", "电机厂", "螺丝", "佳木斯市", 40, 50],
  ["D2", "电机厂", "螺母", "佳木斯市", 20, 10],
  ["D3", "机床厂", "螺丝", "佳木斯市", 30, null],
];
const CAPACITY: Rows = [
  ["能力编号", "工厂", "项目", "地区", "1957Q1", "1957Q2"],
  ["C1", "富锦厂", "螺丝", "富锦县", 40, 60],
  ["C2", "鹤岗厂", "螺丝", "鹤岗市", 70, 60],
  ["C3", "鹤岗厂", "螺母", "鹤岗市", 30, 30],
];
const SHEETS: Readonly<Record<string, Rows>> = { 需要: DEMAND, 能力: CAPACITY };

interface Book {
  readonly workbook: MemoryWorkbook;
  readonly changes: readonly Change[] | undefined;
}

async function balanced(workbook: MemoryWorkbook): Promise<Book> {
  const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN" });
  if (outcome.kind !== "done") throw new RangeError(outcome.kind);
  return { workbook, changes: outcome.result.changes };
}

const first = (): Promise<Book> => balanced(new MemoryWorkbook(Object.entries(SHEETS).map(([name, values]) => ({ name, values }))));

/** The workbook with one sheet's rows changed, balanced again. */
async function again({ workbook }: Book, name: string, change: (rows: CellValue[][]) => void): Promise<Book> {
  const sheets: MemorySheet[] = [];
  for (const info of await workbook.sheets()) {
    const sheet = await workbook.read(info.name);
    const values = sheet.values.map((row) => [...row]);
    if (info.name === name) change(values);
    sheets.push({ ...sheet, values });
  }
  return balanced(new MemoryWorkbook(sheets, await workbook.definedCells()));
}

/** Puts a value under a heading of Agreements, beside a number. */
const answer =
  (no: string, heading: string, value: CellValue) =>
  (rows: CellValue[][]): void => {
    const header = rows.findIndex((row) => row.includes("协议编号"));
    const row = rows.find((cells) => cells[rows[header].indexOf("协议编号")] === no);
    if (!row) throw new RangeError(no);
    row[rows[header].indexOf(heading)] = value;
  };

const told = ({ changes }: Book): readonly string[] =>
  (changes ?? []).map(
    ({ no, supplier, before, after, cause }) => `${no} ${supplier} ${before ?? "?"}→${after} ${causeSentence(cause, "zh-CN")}`,
  );

const agreementOf = async ({ workbook }: Book, demandNo: string): Promise<readonly [string, string]> => {
  const { values } = await workbook.read("协作协议");
  const row = values.find((cells) => cells[8] === demandNo);
  return [String(row?.[0]), String(row?.[4])];
};

describe("上次平衡以后的变动", () => {
  it("第一次平衡没有变动可言；不改再平衡，也没有变动", async () => {
    const book = await first();
    expect(book.changes).toBeUndefined();
    expect((await balanced(book.workbook)).changes).toEqual([]);
  });

  it("一方不同意：这一家归零，改由别家，随它而变的各有来由", async () => {
    const book = await first();
    const [no, supplier] = await agreementOf(book, "D1");
    const after = await again(book, "协作协议", answer(no, "承制方意见", "不同意"));
    const lines = told(after);
    expect(lines[0]).toMatch(new RegExp(`^${no} ${supplier} \\d+→0 承制方不同意$`, "u"));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.slice(1).every((line) => /随 .+ 而变$/u.test(line))).toBe(true);
    const summary = (await after.workbook.read("平衡总结")).values.flat();
    expect(summary).toContain("上次平衡以后的变动");
    expect(summary).toContain("承制方不同意");
    // 再平衡一次，不同意的仍不同意，总结上还看得见上次变了什么
    const same = await balanced(after.workbook);
    expect(same.changes).toEqual([]);
    expect((await same.workbook.read("平衡总结")).values.flat()).toContain("承制方不同意");
  });

  it("需要改了、添了、删了，各自说明，别的不动", async () => {
    const book = await first();
    const changed = await again(book, "需要", (rows) => {
      rows[2][4] = 15;
      rows.push(["D4", "机床厂", "螺母", "佳木斯市", 5, null]);
      rows.splice(3, 1);
    });
    expect(told(changed)).toEqual([
      expect.stringMatching(/^D2-1 鹤岗厂 30→25 需要由 30 改为 25$/u),
      expect.stringMatching(/^D3-1 .+ 30→0 这一行需要已经不在表上$/u),
      expect.stringMatching(/^D4-1 鹤岗厂 0→5 新的需要$/u),
    ]);
  });

  it("能力减到议定数量以下：议定保留，差额需复议，这一行不再接新的任务", async () => {
    const book = await first();
    const [no, supplier] = await agreementOf(book, "D2");
    const agreed = await again(book, "协作协议", answer(no, "状态", "议定"));
    expect(told(agreed)).toEqual([]);
    const cut = await again(agreed, "能力", (rows) => {
      rows[3][4] = 12;
    });
    expect(told(cut)).toEqual([`${no} ${supplier} 30→22 能力不够承担议定的数量，差额需复议`]);
    const { values } = await cut.workbook.read("协作协议");
    expect(values.filter((row) => row[8] === "D2").map((row) => [row[2], row[12] ?? 0, row[13] ?? 0])).toEqual([
      ["议定", 12, 10],
      ["需复议", 8, 0],
    ]);
  });

  it("能力减少而尚未议定的，说明哪一行能力由多少改为多少", async () => {
    const book = await first();
    const cut = await again(book, "能力", (rows) => {
      rows[3][4] = 12;
    });
    expect(told(cut)).toEqual(["D2-1 鹤岗厂 30→22 能力 C3 由 60 改为 42"]);
  });

  it("手工改过的按议定，原来的数已不知道", async () => {
    const book = await first();
    const [no, supplier] = await agreementOf(book, "D1");
    const typed = await again(book, "协作协议", answer(no, "57年一季度", 7));
    expect(told(typed)[0]).toMatch(new RegExp(`^${no} ${supplier} \\?→\\d*7 手工填写或改动，按议定保留$`, "u"));
  });

  it("别的都没动、只改了平衡条件的，指出改的是哪张表", async () => {
    const book = await first();
    const [, supplier] = await agreementOf(book, "D3");
    const barred = await again(book, "需要", (rows) => {
      rows[0].push("不宜承制厂");
      rows[3].push(null, supplier);
    });
    expect(told(barred).length).toBeGreaterThan(0);
    expect(told(barred).every((line) => line.endsWith("因需要有改动"))).toBe(true);
  });
});
