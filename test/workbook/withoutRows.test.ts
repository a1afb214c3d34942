import type { WrittenSheet } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { AroundRows } from "../../src/workbook/xlsx/aroundRows";
import { withoutRows } from "../../src/workbook/xlsx/withoutRows";
import { XmlScanner } from "../../src/workbook/xlsx/xmlScanner";

/** What is left of a sheet that comes in pieces of so many bytes, and how often it stopped. */
function left(xml: string, size: number): { readonly text: string; readonly stops: number } {
  const bytes = new TextEncoder().encode(xml);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
  const looking = withoutRows(pieces.values(), "xl/worksheets/sheet1.xml");
  let stops = 0;
  let step = looking.next();
  for (; step.done !== true; step = looking.next()) stops++;
  return { text: new TextDecoder().decode(step.value), stops };
}

const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>佳木斯</t></is></c></row>';
const around = (rows: string): string =>
  `<worksheet><!-- <sheetData> --><cols><col min="1"/></cols>${rows}<extLst><ext uri="甲"/></extLst></worksheet>`;

test.each<[string, string, string]>([
  ["rows", `<sheetData>${row}${row}</sheetData>`, "<sheetData></sheetData>"],
  ["a prefix", `<x:sheetData>${row}</x:sheetData>`, "<x:sheetData></x:sheetData>"],
  ["no rows", "<sheetData/>", "<sheetData/>"],
  ["nothing", "", ""],
  ["an end tag in a comment", `<sheetData>${row}<!-- </sheetData> -->${row}</sheetData>`, "<sheetData></sheetData>"],
  ["an end tag in a text", "<sheetData><row><c><v><![CDATA[</sheetData>]]></v></c></row></sheetData>", "<sheetData></sheetData>"],
])("all but the rows is kept, in whatever pieces it comes: %s", (_what, rows, expected) => {
  for (const size of [1, 2, 3, 7, 16, 61, 10_000]) expect(left(around(rows), size).text).toBe(around(expected));
});

test.each([
  ["before", `<worksheet><junk>${"甲".repeat(4_000)}</junk><sheetData>${row}</sheetData></worksheet>`],
  ["behind", `<worksheet><sheetData>${row}</sheetData><junk>${"甲".repeat(4_000)}</junk></worksheet>`],
])("no more than was asked for is held of what stands around the rows: too much %s them", (_where, xml) => {
  const bytes = new TextEncoder().encode(xml);
  const around = new AroundRows([bytes.subarray(0, 11_000), bytes.subarray(11_000)].values(), 11_500);
  const scanner = new XmlScanner(new Uint8Array(0), "sheet1.xml", around);
  for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
    if (scanner.name !== "sheetData") continue;
    if (token === "open") around.begin(scanner);
    else if (token === "close") around.end(scanner);
  }
  expect(around.bytes()).toBeUndefined();
});

test("many rows are looked through with stops, so that it can be called off", () => {
  expect(left(around(`<sheetData>${row.repeat(20_000)}</sheetData>`), 65_536).stops).toBeGreaterThanOrEqual(8);
});

test("a sheet is written over alike whether it was read before or not; what was written since counts", async () => {
  const area = { top: 0, left: 0, bottom: 1, right: 1 };
  const summary = (charts: WrittenSheet["charts"]): WrittenSheet => ({
    ...{ name: "Summary", definedName: "CB.Summary", visibility: "visible", columns: [{ width: 10, style: "text" }] },
    ...{ rows: [["", "Agreements"], ["Home", 3]], rowStyles: new Map(), charts }, // prettier-ignore
  });
  const first = blankXlsx();
  await first.write([summary(undefined)]);
  const files: Uint8Array[] = [];
  for (const readFirst of [false, true]) {
    const workbook = openXlsx(first.bytes());
    if (readFirst) await workbook.read("Summary");
    for (const title of ["once", "again"]) await workbook.write([summary([{ name: "CB.Chart", title, table: area, over: area }])]);
    files.push(workbook.bytes());
  }
  expect(files[1]).toEqual(files[0]);
});
