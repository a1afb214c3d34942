/** Files that are no workbook, broken, locked or made to harm: each a fault of its own kind, soon and cheaply. */
import { CFB } from "@e965/xlsx";
import { Inflate, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbookFile } from "../../src/workbook/openWorkbookFile";
import type { WorkbookFault } from "../../src/workbook/workbook";
import { WorkbookError } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "./contract";
import { packageWith, sheetWith } from "./package";

async function faultOf(bytes: Uint8Array): Promise<WorkbookFault | "none"> {
  try {
    const workbook = await openWorkbookFile(bytes);
    for (const { name } of await workbook.sheets()) await workbook.read(name);
    return "none";
  } catch (error) {
    if (error instanceof WorkbookError) return error.fault;
    throw error;
  }
}

async function goodFile(): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write([
    plainSheet(
      "Demand",
      Array.from({ length: 200 }, (_, row) => [`Factory ${row * 7919}`, row * 31]),
    ),
  ]);
  return workbook.bytes();
}

afterEach(() => jest.restoreAllMocks());

test.each([
  ["an empty file", ""],
  ["a web page", "<html><table><tr><td>1</td></tr></table></html>"],
  ["plain text", "Factory,Product,Quantity\n"],
  ["a PDF", "%PDF-1.4\n%âãÏÓ\n"],
])("%s under a workbook's name is no workbook", async (_what, text) => {
  expect(await faultOf(new TextEncoder().encode(text))).toBe("not a workbook");
});

test("a zip with something else in it is no workbook", async () => {
  expect(await faultOf(zipSync({ "readme.txt": new TextEncoder().encode("hello") }))).toBe("not a workbook");
});

test("a locked workbook is told from a broken one", async () => {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptionInfo", new Uint8Array(64));
  CFB.utils.cfb_add(container, "/EncryptedPackage", new Uint8Array(5000));
  expect(await faultOf(new Uint8Array(CFB.write(container, { type: "array" }) as ArrayBuffer))).toBe("encrypted");
});

test("a file cut off anywhere is damaged", async () => {
  const file = await goodFile();
  for (const share of [0.1, 0.5, 0.9, 0.99]) expect(await faultOf(file.subarray(0, Math.floor(file.length * share)))).toBe("damaged");
});

test("a flipped byte in any packed part is noticed", async () => {
  const file = new Uint8Array(readFileSync(join(__dirname, "fixtures/xlsxwriter.xlsx")));
  const before = JSON.stringify((await openXlsx(file).read("需要")).values);
  for (let at = 60; at < file.length - 400; at += 97) {
    const broken = file.slice();
    broken[at] ^= 0x55;
    const workbook = await openWorkbookFile(broken).catch((error: unknown) => error);
    if (workbook instanceof WorkbookError) continue;
    const read = await openXlsx(broken)
      .read("需要")
      .catch((error: unknown) => error);
    expect(read instanceof WorkbookError || JSON.stringify((read as { values: unknown }).values) === before).toBe(true);
  }
});

test.each(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"])(
  "a document type declaration in %s is refused when the part is read",
  async (part) => {
    const declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const file = packageWith(sheetWith("<row><c><v>1</v></c></row>"), (path, xml) => (path === part ? declared + xml : xml));
    if (part === "[Content_Types].xml") {
      await expect(openXlsx(file).write([plainSheet("New", [["x"]])])).rejects.toMatchObject({ fault: "damaged" });
    } else expect(await faultOf(file)).toBe("damaged");
  },
);

/** Sets the size that the directory states for a part. */
function lie(file: Uint8Array, part: string, size: number): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === part) view.setUint32(at + 24, size, true);
  }
  return copy;
}

describe("a bomb of 200 KB that unpacks to 200 MB", () => {
  const bomb = packageWith(sheetWith("<row><c><v>1</v></c></row>" + " ".repeat(200_000_000)));

  test.each([
    ["stating its size", undefined, "too large"],
    ["stating a small size", 1000, "damaged"],
    ["stating a size within the budget", 12_000_000, "damaged"],
    ["stating an enormous size", 4_000_000_000, "too large"],
  ])("%s is refused after one step of unpacking at most and in bounded memory", async (_how, size, fault) => {
    const file = size === undefined ? bomb : lie(bomb, "xl/worksheets/sheet1.xml", size);
    expect(file.length).toBeLessThan(300_000);
    const before = process.memoryUsage().rss;
    const unpacking = jest.spyOn(Inflate.prototype, "push");
    expect(await faultOf(file)).toBe(fault);
    const unpacked = unpacking.mock.calls.reduce((sum, [packed]) => sum + packed.length, 0);
    expect(unpacked).toBeGreaterThan(0);
    expect(unpacked).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});

test("a hundred thousand rows that each claim the last column are too large, not a full memory", async () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 1}"><c r="XFD${row + 1}"><v>1</v></c></row>`).join("");
  expect(await faultOf(packageWith(sheetWith(rows)))).toBe("too large");
});

test("a used range of 1,048,576 formatted rows without values costs no row", async () => {
  const rows = Array.from({ length: 1_048_576 }, (_, row) => `<row r="${row + 1}" hidden="1"><c r="A${row + 1}" s="0"/></row>`).join("");
  const sheet = await openXlsx(packageWith(sheetWith(rows))).read("Sheet");
  expect([sheet.values.length, sheet.hiddenRows.size]).toEqual([0, 0]);
});

test.each([
  ["a text in a number's cell", '<row r="1"><c r="A1"><v>abc</v></c></row>'],
  ["a text number that is not there", '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
  ["a column beyond the last", '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
  ["a row beyond the last", '<row r="1048577"><c><v>1</v></c></row>'],
  ["tags that do not nest", '<row r="1"><c r="A1"></row></c>'],
  ["an entity nobody defined", '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'],
])("%s means a damaged file", async (_what, rows) => {
  expect(await faultOf(packageWith(sheetWith(rows)))).toBe("damaged");
});
