/** XML that no common program writes, but the standard allows. */
import type { CellValue, Sheet } from "../../src/workbook/workbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { shiftFormula } from "../../src/workbook/xlsx/shiftFormula";
import { plainSheet } from "./contract";
import { packageWith, sheetWith } from "./package";

const read = (file: Uint8Array): Promise<Sheet> => openXlsx(file).read("Sheet");
const valuesOf = async (rows: string): Promise<readonly (readonly CellValue[])[]> => (await read(packageWith(sheetWith(rows)))).values;

test("cells and rows without references follow one another", async () => {
  const rows =
    '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c r="B4"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>';
  expect(await valuesOf(rows)).toEqual([[1, null, 3], [], [], [null, 4, 5], [6]]);
});

test("single quotes, comments, sections, instructions and references are understood", async () => {
  const rows =
    "<row r='1'><c r='A1' t='inlineStr'><is><t>a&#x4E2D;&#38;<![CDATA[<b>]]><!-- no -->c</t></is></c><?go on?><c r='B1'><v>12<!-- x -->3</v></c></row>";
  expect(await valuesOf(rows)).toEqual([["a中&<b>c", 123]]);
});

test("runs of formatted text are joined, phonetic guides and unkept blanks are not text", async () => {
  const text = '<is><r><t xml:space="preserve">东京 </t></r><r><t> x </t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is>';
  expect(await valuesOf(`<row><c t="inlineStr">${text}</c></row>`)).toEqual([["东京 x"]]);
});

test("every type of cell is read", async () => {
  const cell = (type: string, value: string): string => `<c t="${type}"><v>${value}</v></c>`;
  const rows = `<row>${cell("d", "1956-10-01")}${cell("d", "1956-10-01T12:00:00")}${cell("str", "_x0041_b")}${cell("e", "#REF!")}${cell("b", "0")}${cell("n", "-1.5E-3")}${cell("n", "")}</row>`;
  expect(await valuesOf(rows)).toEqual([[20729, 20729.5, "Ab", { error: "#REF!" }, false, -0.0015]]);
});

test("prefixed names, a byte order mark and UTF-16 make no difference, and such a sheet can be written over", async () => {
  const sheet = sheetWith("<row><c t='str'><v>需要</v></c></row>");
  const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, "<$1x:").replace("xmlns=", "xmlns:x=");
  const utf16 = (xml: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${xml}`, "utf16le"));
  const changes: ((path: string, xml: string) => string | Uint8Array)[] = [
    (_path, xml) => prefixed(xml),
    (_path, xml) => `\uFEFF${xml}`,
    (_path, xml) => utf16(`<?xml version="1.0" encoding="UTF-16"?>${xml}`),
  ];
  for (const change of changes) {
    const workbook = openXlsx(packageWith(sheet, change));
    expect((await workbook.read("Sheet")).values).toEqual([["需要"]]);
    await workbook.write([plainSheet("Ours", [["old"]], { definedName: "CB.Ours" })]);
    await workbook.write([plainSheet("Ours", [["结果", 1]], { definedName: "CB.Ours" })]);
    const again = openXlsx(workbook.bytes());
    expect((await again.read("Ours")).values).toEqual([["结果", 1]]);
    expect((await again.read("Sheet")).values).toEqual([["需要"]]);
  }
});

test("a formula without a value was never calculated; one whose value is an empty text was", async () => {
  const rows =
    "<row><c><f>A9*2</f></c><c><f>A9*2</f><v/></c><c><f>A9*2</f><v></v></c><c t='str'><f>\"\"</f><v></v></c><c><f>A9*2</f><v>0</v></c></row>";
  const missing = { error: "#GETTING_DATA" };
  expect(await valuesOf(rows)).toEqual([[missing, missing, missing, null, 0]]);
});

test("a formula shared by several cells is spelled out for each", async () => {
  const rows =
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$C$1+SUM(A1:A$9)&amp;"A1"&amp;\'A1 x\'!A1</f><v>1</v></c></row>' +
    '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>';
  const { formulas } = await read(packageWith(sheetWith(rows)));
  expect(formulas.get(1)?.get(1)).toBe("=A2*$C$1+SUM(A2:A$9)&\"A1\"&'A1 x'!A2");
});

test.each([
  ["=A1+B$2+$C3", 1, 1, "=B2+C$2+$C4"],
  ["=LOG10(A1)+Table1[A1]", 2, 0, "=LOG10(A3)+Table1[A1]"],
  ["=SUM(A:B)+SUM(3:$4)", 1, 1, "=SUM(B:C)+SUM(4:$4)"],
  ["=A1", -1, 0, "=#REF!"],
  ["=1.5E3+Sheet1!A1", 1, 0, "=1.5E3+Sheet1!A2"],
])("%s moved by %i rows and %i columns", (formula, rows, columns, expected) => {
  expect(shiftFormula(formula, rows, columns)).toBe(expected);
});
