/** The budgets for what another office sends: tight, one for the whole file, and wide enough for any county. */
import { budgets, incomingBudgets, type Budgets } from "../../src/workbook/xlsx/budgets";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "./contract";

function sheetOf(name: string, rows: number, columns: number): ReturnType<typeof plainSheet> {
  return plainSheet(name, Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => (column < 6 ? `text ${row % 997} ${column}` : row + column)))); // prettier-ignore
}

async function readAll(file: Uint8Array, limits: Budgets): Promise<number> {
  const workbook = openXlsx(file, limits);
  let rows = 0;
  for (const { name } of await workbook.sheets()) rows += (await workbook.read(name)).values.length;
  return rows;
}

test("a county's workbook of 5,000 lines with all its results passes", async () => {
  const workbook = blankXlsx();
  await workbook.write([sheetOf("Demand", 5_000, 25), sheetOf("Capacity", 2_500, 16), sheetOf("Agreements", 5_000, 28)]); // prettier-ignore
  expect(await readAll(workbook.bytes(), incomingBudgets)).toBe(12_500);
});

describe("one budget holds for all sheets of a file together", () => {
  const two = async (): Promise<Uint8Array> => {
    const workbook = blankXlsx();
    await workbook.write([sheetOf("One", 60, 10), sheetOf("Two", 60, 10)]);
    return workbook.bytes();
  };

  test.each<[string, Partial<Budgets>, Partial<Budgets>]>([
    ["cells", { allCells: 1_320 }, { allCells: 1_000 }],
    ["rows", { allRows: 120 }, { allRows: 119 }],
    ["characters", { characters: 60 * 2 * 6 * 12 }, { characters: 5_000 }],
    ["bytes", { allBytes: 200_000 }, { allBytes: 10_000 }],
  ])("%s", async (_what, enough, tight) => {
    const file = await two();
    expect(await readAll(file, { ...budgets, ...enough })).toBe(120);
    await expect(readAll(file, { ...budgets, ...tight })).rejects.toMatchObject({ fault: "too large" });
  });

  test("a sheet that is read again counts once, also after something was written", async () => {
    const workbook = openXlsx(await two(), { ...budgets, allRows: 120, allCells: 1_320 });
    for (let time = 0; time < 3; time++) for (const name of ["One", "Two"]) await workbook.read(name);
    await workbook.write([sheetOf("Two", 60, 10)]);
    expect((await workbook.read("Two")).values).toHaveLength(60);
  });
});
