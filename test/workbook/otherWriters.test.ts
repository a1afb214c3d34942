/** Workbooks by other programs (fixtures/make.py): read as they were meant, and as an independent reader reads them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellObject, WorkSheet } from "@e965/xlsx";
import { read } from "@e965/xlsx";
import { openWorkbookFile } from "../../src/workbook/openWorkbookFile";
import { NOT_CALCULATED, isNotCalculated, type CellValue, type Workbook } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, "fixtures", name)));
const NOT_AVAILABLE = { error: "#N/A" };
const TABLE: readonly (readonly CellValue[])[] = [
  ["工厂", "Product", "数量", "日期", "Urgent", "Note"],
  ["佳木斯电机厂", "screw M8", 12000, 20729, true, " blanks at the ends "],
  ["富锦县农具厂", "齿轮 <&\"'>", 0.3, 20910, false, "two\nlines"],
  [],
  ["哈尔滨第一机器厂", "001234", -1.5e-7, 21185, null, "🏭 x"],
  ["鹤岗矿务局", "=not a formula", 123456789012345, null, true, "长".repeat(300)],
];
const BELOW: readonly (readonly CellValue[])[] = [[], ["合并", null, 24000, NOT_AVAILABLE, "ab", true], [], [], ["粗 and plain "]];

describe.each(["xlsxwriter.xlsx", "libreoffice.xlsx", "sheetjs.xlsx", "libreoffice.ods", "libreoffice.xls", "sheetjs.xlsb"])(
  "%s",
  (name) => {
    const old = /\.(ods|xls|xlsb)$/.test(name);

    test("the table is read with its numbers, dates, texts, truths, faults and blanks", async () => {
      const sheet = await (await openWorkbookFile(fixture(name))).read("需要");
      expect(sheet.values).toEqual(asWritten(name));
    });

    test("formulas, merged cells and hidden rows are known", async () => {
      const sheet = await (await openWorkbookFile(fixture(name))).read("需要");
      // SheetJS writes no formulas into .xlsb.
      expect(sheet.formulas.get(7)?.get(2)).toBe(name === "sheetjs.xlsb" ? undefined : "=C2*2");
      expect(sheet.merges).toEqual([{ top: 7, left: 0, bottom: 8, right: 1 }]);
      // The library that reads .ods does not look for hidden rows.
      // The library that reads .ods does not look for hidden rows.
      expect([...sheet.hiddenRows]).toEqual(name === "libreoffice.ods" ? [] : [2]);
    });

    test("a hidden sheet and its odd name come through", async () => {
      const workbook = await openWorkbookFile(fixture(name));
      expect(await workbook.sheets()).toEqual([
        { name: "需要", visibility: "visible" },
        { name: "Hidden & 'odd' one", visibility: name === "libreoffice.ods" ? "visible" : "hidden" },
      ]);
      expect((await workbook.read("Hidden & 'odd' one")).values).toEqual([[], [null, 42]]);
      // Nor for names and hidden tabs.
      expect(await workbook.definedCells()).toEqual(
        name === "libreoffice.ods" ? [] : [{ name: "CB.Odd", sheet: "Hidden & 'odd' one", row: 0, column: 0 }],
      );
    });

    test("what cannot be written into says so", async () => {
      const workbook = await openWorkbookFile(fixture(name));
      const fault = await workbook
        .write([{ name: "New", visibility: "visible", columns: [], rows: [["x"]], rowStyles: new Map() }])
        .catch((error: unknown) => error);
      expect(fault).toEqual(old ? expect.objectContaining({ fault: "unsupported" }) : undefined);
    });
  },
);

test.each(["openpyxl.xlsx", "openpyxl-1904.xlsx"])("%s: the same, whatever year its dates are counted from", async (name) => {
  const workbook = openXlsx(fixture(name));
  const sheet = await workbook.read("需要");
  // A formula by openpyxl has no value yet.
  expect(sheet.values).toEqual([...TABLE, [], ["合并", null, { error: NOT_CALCULATED }, NOT_AVAILABLE]]);
  expect(sheet.formulas.get(7)?.get(2)).toBe("=C2*2");
  expect(sheet.filtered).toBe(true);
  expect([...sheet.hiddenRows]).toEqual([2]);
  expect((await workbook.sheets()).map((tab) => tab.visibility)).toEqual(["visible", "hidden", "very hidden"]);
});

/** What LibreOffice itself changed when it wrote the old formats: truths became numbers, a formula's text became 0, end blanks went. */
function asWritten(name: string): readonly (readonly CellValue[])[] {
  const all = [...TABLE, ...BELOW];
  if (name === "libreoffice.xls") return all.map((row) => row.map((value) => (value === "ab" ? 0 : value)));
  if (name !== "libreoffice.ods") return all;
  const plain = (value: CellValue): CellValue =>
    typeof value === "boolean" ? Number(value) : value === " blanks at the ends " ? " blanks at the ends" : value;
  return all.map((row) => row.map(plain));
}

const ALL = ["xlsxwriter.xlsx", "libreoffice.xlsx", "sheetjs.xlsx", "openpyxl.xlsx", "rich.xlsx"];

test.each(ALL)("%s: an independent reader finds the same in every cell", async (name) => {
  const ours: Workbook = openXlsx(fixture(name));
  const theirs = read(fixture(name), { dense: true, cellNF: true });
  let compared = 0;
  for (const { name: sheet } of await ours.sheets()) {
    const { values, formulas } = await ours.read(sheet);
    for (const [row, cells] of denseRows(theirs.Sheets[sheet]).entries()) {
      for (const [column, cell] of Array.from(cells ?? []).entries()) {
        const value = values[row]?.[column] ?? null;
        // It forgets a formula that has no value yet.
        expect([sheet, row, column, isNotCalculated(value) ? null : withoutEmoji(value)]).toEqual([
          sheet,
          row,
          column,
          withoutEmoji(theirValue(cell)),
        ]);
        if (cell?.v !== undefined) expect(formulas.get(row)?.get(column)?.slice(1)).toBe(cell.f);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(10);
});

function denseRows(sheet: WorkSheet): readonly (readonly CellObject[])[] {
  return (sheet["!data"] ?? []) as CellObject[][];
}

function theirValue(cell: CellObject | undefined): CellValue {
  if (cell === undefined || cell.v === undefined || cell.v === "") return null;
  if (cell.t === "e") return { error: cell.w ?? "" };
  return cell.v as CellValue;
}

/** The independent reader cuts characters beyond the first plane to 16 bits where they are written as references. */
function withoutEmoji(value: CellValue): CellValue {
  return typeof value === "string" ? value.replace(/[\u{E000}-\u{F8FF}\u{10000}-\u{10FFFF}]/gu, "") : value;
}
