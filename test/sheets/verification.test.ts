/** Flip any one computed cell of a result or any input cell: Verify says which sheet. VERIFY_FLIPS=1000 for the big run. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { readWorkbook } from "../../src/actions/readWorkbook";
import { submitUpward } from "../../src/actions/submitUpward";
import { locateOutputs } from "../../src/sheets/record/locateOutputs";
import { outputTables } from "../../src/sheets/outputs";
import { fieldColumns } from "../../src/sheets/table/column";
import type { SheetLanguage } from "../../src/sheets/reading";
import { problemKey, toExplain } from "../../src/sheets/sharing/decidedRows";
import { isVerified, verification, type Verification } from "../../src/sheets/record/verification";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import type { CellValue, DefinedCell, Sheet, Workbook } from "../../src/workbook/workbook";
import { randomFrom, type Random } from "../support/random";
import { read } from "../support/sheet";
import { readFileSync } from "node:fs";

const FLIPS = Number(process.env.VERIFY_FLIPS ?? 60);

interface Book {
  readonly sheets: readonly Sheet[];
  readonly definedCells: readonly DefinedCell[];
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The sample, balanced and read back from the file's bytes. */
async function balancedSample(language: SheetLanguage): Promise<Book> {
  const workbook = openXlsx(new Uint8Array(readFileSync(`assets/samples/heilongjiang-1956.${language}.xlsx`)));
  await balanceWorkbook(workbook, { withoutInvalid: false, language });
  return bookOf(openXlsx(workbook.bytes()));
}

async function bookOf(workbook: Workbook): Promise<Book> {
  const sheets: Sheet[] = [];
  for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
  return { sheets, definedCells: await workbook.definedCells() };
}

const ROUND = { withoutInvalid: false, language: "zh-CN" } as const;

/** A county of the sample round that balanced, refused one of its own agreements, balanced again and sent the rest up. */
async function submitted(name: string): Promise<{ readonly own: Book; readonly file: Uint8Array }> {
  const source = openXlsx(new Uint8Array(readFileSync(`assets/samples/round/${name}.xlsx`)));
  await balanceWorkbook(source, ROUND);
  const once = await bookOf(openXlsx(source.bytes()));
  const agreements = locateOutputs(once.sheets, once.definedCells).tables.get("Agreements");
  if (!agreements) throw new RangeError("no agreements");
  const first = { sheet: agreements.sheet.name, row: agreements.headerRow + 1, column: agreements.columnOf.get("status") ?? -1 };
  const refused = withCell(once, first, "不同意");
  const workbook = new MemoryWorkbook(refused.sheets, refused.definedCells);
  await balanceWorkbook(workbook, ROUND);
  const { reading } = await readWorkbook(workbook, ROUND, {});
  const explanations = new Map(toExplain(reading).map((problem) => [problemKey(problem), "请省里安排"]));
  const outcome = await submitUpward(workbook, { language: "zh-CN", contacts: false, explanations });
  if (outcome.kind !== "done") throw new RangeError(outcome.kind);
  return { own: await bookOf(workbook), file: outcome.file.bytes };
}

/** Its province, which collected and balanced. */
async function collectedProvince(): Promise<Book> {
  const province = openXlsx(new Uint8Array(readFileSync("assets/samples/round/province.xlsx")));
  const files = ["hulan", "shuangcheng", "wuchang.en"].map((name) => ({ name, read: async () => (await submitted(name)).file }));
  await collectCounties(province, files, ROUND);
  await balanceWorkbook(province, ROUND);
  const book = await bookOf(openXlsx(province.bytes()));
  // The register is no input: Collect writes it also where nothing else changes.
  return { ...book, sheets: book.sheets.filter(({ name }) => name !== "收表情况") };
}

function verified({ sheets, definedCells }: Book): Verification {
  return verification(read(sheets, { definedCells }), sheets, definedCells);
}

/** Every cell that may be flipped: filled or blank under a column of ours, all of the Cover, the Summary and the Run record's facts. */
function placesOf({ sheets, definedCells }: Book): readonly Place[] {
  const { receipts } = read(sheets, { definedCells });
  const outputs = locateOutputs(sheets, definedCells);
  const under = (sheet: Sheet, header: number, columns: readonly number[]): Place[] =>
    sheet.values.flatMap((_, row) => (row > header ? columns.map((column) => ({ sheet: sheet.name, row, column })) : []));
  const filled = (sheet: Sheet): Place[] =>
    sheet.values.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell === null || cell === "" ? [] : [{ sheet: sheet.name, row, column }])),
    );
  return sheets.flatMap((sheet): readonly Place[] => {
    const kind = [...outputs.sheets].find(([, each]) => each.name === sheet.name)?.[0];
    const table = kind && outputs.tables.get(kind);
    if (kind && table) {
      const clerk = new Set(fieldColumns(outputTables.find((each) => each.kind === kind) ?? outputTables[0]).flatMap((column) => (column.clerk ? [column.field] : []))); // prettier-ignore
      return under(sheet, table.headerRow, [...table.columnOf].flatMap(([field, column]) => (clerk.has(field) ? [] : [column]))); // prettier-ignore
    }
    // The Run record's first row is its title.
    if (kind === "Run record") return filled(sheet).filter(({ row, column }) => row > 0 && isFact(sheet, row, column));
    if (kind) return filled(sheet);
    const receipt = receipts.find((each) => each.sheet === sheet.name);
    if (!receipt?.kind) return [];
    if (receipt.kind === "Cover") return filled(sheet);
    // Sheets that keep what travelled: title, note and headings stand above.
    if (receipt.headerRow === undefined) return filled(sheet).filter(({ row }) => row > 2);
    return under(sheet, receipt.headerRow, receipt.columns.flatMap(({ column, field }) => (field === undefined ? [] : [column]))); // prettier-ignore
  });
}

/** Not the heads of the record's sections, which are no facts. */
function isFact(sheet: Sheet, row: number, column: number): boolean {
  const header = sheet.values.findIndex((cells) => cells.includes("Check code") || cells.includes("核对码"));
  return row !== header && !String(sheet.values[row][column]).startsWith("#");
}

function other(value: CellValue, { below, pick }: Random): CellValue {
  if (typeof value === "number") return pick([value + 1, value - 1, value + 0.001, -value || 1, null, `${value}x`]);
  if (typeof value === "string" && value !== "") {
    const at = below(value.length);
    return pick([`${value}1`, `${value.slice(0, at)}#${value.slice(at)}`, null, 7]);
  }
  return typeof value === "boolean" ? !value : pick(["x", 3]);
}

function withCell(book: Book, { sheet: name, row, column }: Place, value: CellValue): Book {
  const sheets = book.sheets.map((sheet): Sheet => {
    if (sheet.name !== name) return sheet;
    const values = sheet.values.map((cells) => [...cells]);
    while (values[row].length <= column) values[row].push(null);
    values[row][column] = value;
    return { ...sheet, values };
  });
  return { ...book, sheets };
}

describe.each([
  ["the sample in zh-CN", () => balancedSample("zh-CN")],
  ["the sample in en", () => balancedSample("en")],
  ["a county that sent the rest up", async () => (await submitted("hulan")).own],
  ["a province that collected", collectedProvince],
])("%s", (name, made) => {
  let book: Book;
  beforeAll(async () => {
    book = await made();
  });

  it("belongs together as it was balanced", () => {
    const found = verified(book);
    expect(found.sheets.filter(({ state }) => state !== "same")).toEqual([]);
    expect(isVerified(found)).toBe(true);
    expect(found.checkCode).toBe(found.run?.checkCode);
  });

  it(`says which sheet, whatever cell is flipped (${FLIPS / 4} of ${FLIPS / 4})`, () => {
    const places = placesOf(book);
    const random = randomFrom(name.length);
    const tabs = [...new Set(places.map(({ sheet }) => sheet))];
    expect(tabs.length).toBe(book.sheets.length);
    const missed: string[] = [];
    for (let flip = 0; flip < FLIPS / 4; flip++) {
      const tab = tabs[flip % tabs.length];
      const place = random.pick(places.filter(({ sheet }) => sheet === tab));
      const before = book.sheets.find(({ name }) => name === tab)?.values[place.row]?.[place.column] ?? null;
      const value = other(before, random);
      const found = verified(withCell(book, place, value));
      const told = found.run === undefined || found.sheets.some(({ sheet, state }) => sheet === tab && state !== "same");
      if (!told || isVerified(found))
        missed.push(`${tab} ${place.row + 1}/${place.column + 1}: ${JSON.stringify(before)} → ${JSON.stringify(value)}`);
    }
    expect(missed).toEqual([]);
  });
});

it("finds agreements edited, typed and taken away row by row, with their cells; a status or a version alone is told of the sheet", async () => {
  const book = await balancedSample("en");
  const sheet = book.sheets.find(({ name }) => name === "Agreements");
  if (!sheet) throw new RangeError("no agreements");
  const [supplier, status, version, no] = ["Supplier", "Status", "Version", "No."].map((heading) => sheet.values[2].indexOf(heading));
  const changed = withCell(book, { sheet: "Agreements", row: 4, column: supplier }, "Somebody else");
  expect(verified(changed).rows).toEqual([
    expect.objectContaining({ sheet: "Agreements", row: 4, no: sheet.values[4][no], change: "edited" }),
  ]);
  const typed = withCell(book, { sheet: "Agreements", row: 6, column: no }, null);
  expect(verified(typed).rows.map(({ row, change, no: number }) => [row, change, number])).toEqual([
    [6, "typed", ""],
    [undefined, "removed", sheet.values[6][no]],
  ]);
  const decided = [
    withCell(book, { sheet: "Agreements", row: 5, column: status }, "Agreed"),
    withCell(book, { sheet: "Agreements", row: 5, column: version }, 7),
  ].map(verified);
  for (const { rows, sheets } of decided) {
    expect(rows).toEqual([]);
    expect(sheets.filter(({ state }) => state !== "same")).toEqual([{ sheet: "Agreements", state: "decided" }]);
  }
});
