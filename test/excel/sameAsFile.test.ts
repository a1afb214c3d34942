import fc from "fast-check";
import { ExcelWorkbook } from "../../src/workbook/excelWorkbook";
import type { CellStyle, CellValue } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";
import { emulatedExcel, freshHost } from "./emulatedExcel";

beforeAll(() => void emulatedExcel());

const STYLES: readonly CellStyle[] = [
  "title",
  "note",
  "header",
  "number header",
  "input",
  "text",
  "wrapped",
  "whole",
  "decimal",
  "percent",
  "date",
];
const text = fc
  .tuple(
    fc.constantFrom("", "=", "+", "-", "@", "'", "＝", " =", "\t", "0", "1e", "TRUE", "#N/A", "12-", "\n"),
    fc.string({ unit: "grapheme", maxLength: 8 }),
  )
  // eslint-disable-next-line no-control-regex
  .map(([begin, rest]) => (begin + rest).replace(/[\r\u0000-\u0008\u000b-\u001f]/g, ""));
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.integer(),
  fc.integer().map((thousandths) => thousandths / 1000),
  fc.boolean(),
  fc.constant(null),
);
const sheet = fc.record({
  rows: fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
  styles: fc.array(fc.constantFrom(...STYLES), { minLength: 5, maxLength: 5 }),
  rowStyles: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...STYLES)), { maxLength: 2 }),
});

test("whatever is written reads the same from Excel as from a file", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 2, maxLength: 2 }), async (versions) => {
      const host = freshHost();
      host.book.add("Mine");
      const [excel, file] = [new ExcelWorkbook(), blankXlsx()];
      // The second is written over the first.
      for (const { rows, styles, rowStyles } of versions) {
        const columns = styles.map((style) => ({ width: 9, style }));
        const written = plainSheet("Agreements", rows, { columns, rowStyles: new Map(rowStyles), definedName: "CB.Agreements" });
        await excel.write([written]);
        await file.write([written]);
      }
      const [shown, stored] = [await excel.read("Agreements"), await openXlsx(file.bytes()).read("Agreements")];
      expect(shown.values).toEqual(stored.values);
      expect(shown.formulas.size).toBe(0);
    }),
    { numRuns: 300, seed: 19561124 },
  );
});
