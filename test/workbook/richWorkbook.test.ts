/** A clerk's workbook with everything in it that a program could lose (fixtures/make.py, rich_book): it keeps all of it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { WrittenSheet } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { budgets } from "../../src/workbook/xlsx/budgets";
import { readZip } from "../../src/workbook/xlsx/readZip";
import { plainSheet } from "./contract";

const rich = new Uint8Array(readFileSync(join(__dirname, "fixtures/rich.xlsx")));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const AGREEMENTS: WrittenSheet = plainSheet(
  "协作协议",
  [
    ["No.", "Supplier", "Total"],
    ["009", "=Jixi", 5],
  ],
  {
    definedName: "CB.Agreements",
    rowStyles: new Map([[0, "header"]]),
    freeze: { rows: 1, columns: 1 },
    filter: { top: 0, left: 0, bottom: 1, right: 2 },
    validations: [
      {
        range: { top: 1, left: 0, bottom: 1048575, right: 0 },
        rule: { kind: "list", source: "a,b" },
        severity: "stop",
        prompt: "one of\ntwo",
      },
    ],
    print: { landscape: true, repeatRows: [0, 0], columns: [0, 2], footer: { left: "R & D", center: "&P / &N", right: "" } },
  },
);
const PROBLEMS = plainSheet("Problems", [["none"]], { definedName: "CB.Problems" });

async function written(): Promise<Uint8Array> {
  const workbook = openXlsx(rich);
  await workbook.write([AGREEMENTS, PROBLEMS]);
  return workbook.bytes();
}

test("every part that is not ours keeps its packed bytes", async () => {
  const after = new Map(readZip(await written(), budgets).map((entry) => [entry.name, entry]));
  const changed = readZip(rich, budgets)
    .filter((entry) => Buffer.compare(entry.data, after.get(entry.name)?.data ?? new Uint8Array()) !== 0)
    .map((entry) => entry.name);
  const touched = [
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/calcChain.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet2.xml",
  ];
  expect(changed.sort()).toEqual(touched);
  expect(after.has("xl/calcChain.xml")).toBe(false);
  expect(after.size).toBe(readZip(rich, budgets).length);
});

test("what the clerk hung on our sheet stays: chart, comment, format by condition, header, tab colour, zoom", async () => {
  const sheet = text(unzipSync(await written())["xl/worksheets/sheet2.xml"]);
  for (const kept of ["<drawing ", "<legacyDrawing ", "<conditionalFormatting", "clerk's header", "<tabColor", 'zoomScale="85"'])
    expect(sheet).toContain(kept);
  expect(sheet).toContain("&amp;LR &amp;&amp; D&amp;C&amp;P / &amp;N");
  expect(sheet).not.toContain("old");
  const order = [
    ...sheet.matchAll(
      /<(sheetPr|dimension|sheetViews|cols|sheetData|autoFilter|conditionalFormatting|dataValidations|pageMargins|pageSetup|headerFooter|ignoredErrors|drawing|legacyDrawing)[ >]/g,
    ),
  ].map((match) => match[1]);
  expect(order).toEqual([
    "sheetPr",
    "dimension",
    "sheetViews",
    "cols",
    "sheetData",
    "autoFilter",
    "conditionalFormatting",
    "dataValidations",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "ignoredErrors",
    "drawing",
    "legacyDrawing",
  ]);
});

test("the clerk's names, formats and formulas keep their numbers, ours are added", async () => {
  const before = unzipSync(rich);
  const after = unzipSync(await written());
  const workbook = text(after["xl/workbook.xml"]);
  for (const name of ["Rate", "Local", "CB.Agreements", "CB.Problems", "_xlnm.Print_Titles"]) expect(workbook).toContain(`name="${name}"`);
  expect(workbook.match(/name="CB.Agreements"/g)).toHaveLength(1);
  expect(workbook).toContain('fullCalcOnLoad="1"');
  const formats = (styles: string): string => /<cellXfs[^>]*>([\s\S]*)<\/cellXfs>/.exec(styles)?.[1] ?? "missing";
  expect(formats(text(after["xl/styles.xml"])).startsWith(formats(text(before["xl/styles.xml"])))).toBe(true);
  expect(text(after["xl/styles.xml"])).toContain('quotePrefix="1"');
});

test("our sheet keeps its tab's name, the chart sheet is no sheet to read", async () => {
  const workbook = openXlsx(await written());
  expect((await workbook.sheets()).map((sheet) => sheet.name)).toEqual(["Demand", "Agreements", "Hidden", "Problems"]);
  expect((await workbook.read("Agreements")).values).toEqual(AGREEMENTS.rows);
});

test("the same input gives the same bytes, and writing again over it changes nothing", async () => {
  const once = await written();
  expect(Buffer.compare(once, await written())).toBe(0);
  const workbook = openXlsx(once);
  await workbook.write([AGREEMENTS, PROBLEMS]);
  expect(Buffer.compare(once, workbook.bytes())).toBe(0);
});

test("a fault while writing leaves the workbook as it was", async () => {
  const workbook = openXlsx(rich);
  await expect(workbook.write([AGREEMENTS, plainSheet("Bad", [[Number.NaN]])])).rejects.toThrow(RangeError);
  expect((await workbook.sheets()).map((sheet) => sheet.name)).toEqual(["Demand", "Agreements", "Hidden"]);
});
