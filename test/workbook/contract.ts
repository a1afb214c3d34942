import type { CellValue, Workbook, WrittenSheet } from "../../src/workbook/workbook";
import { WorkbookError } from "../../src/workbook/workbook";

/**
 * What every adapter promises, whatever it writes to. Run it from an adapter's own test:
 *
 *     describe("a workbook in memory", () => workbookContract({
 *       begin: async (sheets) => { const workbook = new MemoryWorkbook(); await workbook.write(sheets); return workbook; },
 *       again: async (workbook) => workbook,
 *     }));
 *
 * `begin` makes a workbook in which the clerk's sheets (plain values, no defined names) stand already, by any means.
 * `again` opens what a write left behind as another program would: a file is read from its bytes, Excel is asked anew.
 * Use `plainSheet` for sheets of your own tests.
 */
export interface WorkbookAdapter<Opened extends Workbook> {
  begin(clerksSheets: readonly WrittenSheet[]): Promise<Opened>;
  again(workbook: Opened): Promise<Workbook>;
}

/** A sheet with nothing but values, texts in the style "text". */
export function plainSheet(name: string, rows: readonly (readonly CellValue[])[], more: Partial<WrittenSheet> = {}): WrittenSheet {
  const columns = Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, () => ({ width: 12, style: "text" as const }));
  return { name, visibility: "visible", columns, rows, rowStyles: new Map(), ...more };
}

const DEMAND = plainSheet("需要", [
  ["工厂", "数量"],
  ["佳木斯电机厂", 1200],
]);
const AGREEMENTS = plainSheet(
  "Agreements",
  [
    ["No.", "Total"],
    ["001", 5],
  ],
  { definedName: "CB.Agreements" },
);

export function workbookContract<Opened extends Workbook>(adapter: WorkbookAdapter<Opened>): void {
  const afterWriting = async (sheets: readonly WrittenSheet[], clerks: readonly WrittenSheet[] = [DEMAND]): Promise<Workbook> => {
    const workbook = await adapter.begin(clerks);
    await workbook.write(sheets);
    return adapter.again(workbook);
  };

  test("sheets are listed in the order of their tabs, new ones last", async () => {
    const workbook = await afterWriting([AGREEMENTS]);
    expect(await workbook.sheets()).toEqual([
      { name: "需要", visibility: "visible" },
      { name: "Agreements", visibility: "visible" },
    ]);
  });

  test("values come back as they were given, and the clerk's sheet is as it was", async () => {
    const rows = [
      ["text", 1, 0.1, -2.5, true, false],
      [1e15, 123456789.123, "ünïcode 协作平衡 🏭", "two\nlines", " blanks ", "<&\"'>"],
    ];
    const workbook = await afterWriting([plainSheet("Values", rows)]);
    expect((await workbook.read("Values")).values).toEqual(rows);
    expect((await workbook.read("需要")).values).toEqual(DEMAND.rows);
  });

  test("text stays text, whatever it looks like", async () => {
    const rows = ["=1+1", "+1", "-1", "@SUM(1)", "＝1", "001234", "1e5", "TRUE", "#N/A", "1956-10-01", "_x0041_", "'quoted"].map((text) => [
      text,
    ]);
    const sheet = await (await afterWriting([plainSheet("Codes", rows)])).read("Codes");
    expect(sheet.values).toEqual(rows);
    expect(sheet.formulas.size).toBe(0);
  });

  test("blanks inside a row are null, blanks at its end and rows at the end are left out, an empty text is a blank", async () => {
    const rows = [[null, "b", null, null], [], ["", null, 3, ""], [null, null], []];
    const sheet = await (await afterWriting([plainSheet("Ragged", rows)])).read("Ragged");
    expect(sheet.values).toEqual([[null, "b"], [], [null, null, 3]]);
  });

  test("a formula is read with its text and with the value it was given", async () => {
    const sheet = plainSheet("Formulas", [], { rows: [[2, 3, { formula: "=A1*B1", value: 6 }]], columns: [] });
    const read = await (await afterWriting([sheet])).read("Formulas");
    expect(read.values).toEqual([[2, 3, 6]]);
    expect(read.formulas.get(0)?.get(2)).toBe("=A1*B1");
  });

  test("a sheet of ours is found by its defined name", async () => {
    const workbook = await afterWriting([AGREEMENTS]);
    expect(await workbook.definedCells()).toEqual([{ name: "CB.Agreements", sheet: "Agreements", row: 0, column: 0 }]);
  });

  test("a sheet of ours is written over in place, keeps its tab's name and leaves nothing of before", async () => {
    const workbook = await adapter.begin([DEMAND]);
    await workbook.write([
      plainSheet("协作协议", [["old", "old", "old"], ["old", "old", "old"], ["old"]], { definedName: "CB.Agreements" }),
    ]);
    await workbook.write([AGREEMENTS]);
    const read = await adapter.again(workbook);
    expect((await read.sheets()).map((sheet) => sheet.name)).toEqual(["需要", "协作协议"]);
    expect((await read.read("协作协议")).values).toEqual(AGREEMENTS.rows);
    expect(await read.definedCells()).toHaveLength(1);
  });

  test("a clerk's sheet of the same name is left alone and ours takes a number", async () => {
    const clerks = plainSheet("agreements", [["mine"]]);
    const workbook = await afterWriting([AGREEMENTS], [clerks]);
    expect((await workbook.sheets()).map((sheet) => sheet.name)).toEqual(["agreements", "Agreements (2)"]);
    expect((await workbook.read("agreements")).values).toEqual([["mine"]]);
    expect((await workbook.definedCells())[0].sheet).toBe("Agreements (2)");
  });

  test("a clerk's sheet that was read as ours is written over, and found by the defined name from then on", async () => {
    const clerks = plainSheet("agreements", [["mine"]]);
    const workbook = await afterWriting([{ ...AGREEMENTS, takesOver: "agreements" }], [clerks]);
    expect((await workbook.sheets()).map((sheet) => sheet.name)).toEqual(["agreements"]);
    expect((await workbook.read("agreements")).values).toEqual(AGREEMENTS.rows);
    expect((await workbook.definedCells())[0].sheet).toBe("agreements");
  });

  test("a hidden sheet is listed as hidden", async () => {
    const workbook = await afterWriting([plainSheet("Run record", [["run"]], { definedName: "CB.RunRecord", visibility: "hidden" })]);
    expect(await workbook.sheets()).toContainEqual({ name: "Run record", visibility: "hidden" });
  });

  test("several sheets are written at once and each is found again", async () => {
    const names = ["Summary", "Unresolved", "Transfers"];
    const workbook = await afterWriting(names.map((name) => plainSheet(name, [[name]], { definedName: `CB.${name}` })));
    expect((await workbook.definedCells()).map((cell) => cell.sheet).sort()).toEqual([...names].sort());
    for (const name of names) expect((await workbook.read(name)).values).toEqual([[name]]);
  });

  test("a long cell of 8,000 characters and a sheet of 3,000 rows are nothing special", async () => {
    const rows = [["长".repeat(8000)], ...Array.from({ length: 3000 }, (_, index) => [`row ${index}`])];
    expect((await (await afterWriting([plainSheet("Long", rows)])).read("Long")).values).toEqual(rows);
  });

  test("reading a sheet that is not there is a fault of the workbook, named", async () => {
    const workbook = await adapter.begin([DEMAND]);
    const fault = await workbook.read("nowhere").catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(WorkbookError);
    expect(fault).toMatchObject({ fault: "cannot read" });
  });
}
