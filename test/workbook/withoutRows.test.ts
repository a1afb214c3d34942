import { withoutRows } from "../../src/workbook/xlsx/withoutRows";

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

test("many rows are looked through with stops, so that it can be called off", () => {
  expect(left(around(`<sheetData>${row.repeat(20_000)}</sheetData>`), 65_536).stops).toBeGreaterThanOrEqual(8);
});
