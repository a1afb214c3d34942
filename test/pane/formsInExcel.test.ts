/** The balance forms in the emulated Excel: added by their button, written anew by every balance, taken away by undo. */
import { ExcelDesk } from "../../src/pane/excelDesk";
import { MemoryWorkbook } from "../../src/workbook/memoryWorkbook";
import { balancedWithForms, formIn } from "../support/formsOf";
import { clerksCells } from "../excel/clerksCells";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import { PaneOnDesk } from "./paneOnDesk";

beforeAll(() => void emulatedExcel());

type Rows = readonly (readonly (string | number | null)[])[];

const inputs = (quantity: number): Readonly<Record<string, Rows>> => ({
  Demand: [
    ["Factory", "Product", "Quantity", "Kind"],
    ["Jiamusi Motor", "screw M6*20", quantity, null],
    ["Jiamusi Farm Tools", "=belt", 7, null],
  ],
  Capacity: [
    ["Factory", "Item", "Quantity"],
    ["Fujin Parts", "screw M6*20", 100],
  ],
});

async function paneOn(sheets: Readonly<Record<string, Rows>>) {
  const host = freshHost();
  // A clerk types a text that begins with "=" behind an apostrophe.
  const typed = Object.entries(sheets).map(([name, rows]) =>
    typeRows(
      host,
      name,
      rows.map((row) => row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? `'${cell}` : cell))),
    ),
  );
  return { host, pane: await PaneOnDesk.on(new ExcelDesk()), clerks: () => clerksCells(typed, host.book.sheets) };
}

/** What the same sheets come to elsewhere: formulas by row, then column. */
async function expected(quantity: number) {
  const workbook = new MemoryWorkbook(Object.entries(inputs(quantity)).map(([name, values]) => ({ name, values })));
  return formIn(await balancedWithForms(workbook), "Balance by product").sheet.formulas;
}

const formulasOn = (host: ReturnType<typeof freshHost>, sheet: string) =>
  new Map(
    [...(host.book.find(sheet)?.rows ?? [])].flatMap(([row, cells]) => {
      const found = cells.flatMap((cell, column): [number, string][] => (cell?.formula ? [[column, cell.formula]] : []));
      return found.length > 0 ? [[row, new Map(found)] as const] : [];
    }),
  );

test("a balance brings none, the button brings them, and Excel is given the same formulas as a file", async () => {
  const { host, pane, clerks } = await paneOn(inputs(120));
  const before = clerks();
  await pane.desk.balance(false);
  expect(pane.board).toMatchObject({ kind: "result", result: { forms: false } });
  expect(host.book.find("Balance by product")).toBeNull();
  await pane.desk.balance(false, true);
  expect(pane.board).toMatchObject({ kind: "result", result: { forms: true } });
  expect(host.book.find("Balance by product")?.visibility).toBe("Visible");
  expect(formulasOn(host, "Balance by product")).toEqual(await expected(120));
  expect(host.book.find("Balance by product")?.cell(3, 0)).toMatchObject({ value: "=belt", formula: null });
  expect(clerks()).toBe(before);
  await pane.desk.undo();
  await pane.atRest();
  await pane.desk.balance(false);
  // What was undone does not come back by itself.
  expect(pane.board).toMatchObject({ kind: "result", result: { forms: false } });
  expect(host.book.find("Balance by product")?.visibility).toBe("Hidden");
  await pane.desk.balance(false, true);
  expect(host.book.find("Balance by product")?.visibility).toBe("Visible");
});

test("once they stand, every balance writes them anew, and undo brings back what was there before", async () => {
  const { host, pane } = await paneOn(inputs(120));
  await pane.desk.balance(false, true);
  const first = formulasOn(host, "Balance by product");
  typeRows(host, "Demand", [[], [], [], ["Jiamusi Motor", "nut", 5]]);
  await pane.desk.balance(false);
  expect(pane.board).toMatchObject({ kind: "result", result: { forms: true } });
  expect(formulasOn(host, "Balance by product").size).toBe(first.size + 1);
  await pane.desk.undo();
  await pane.atRest();
  expect(formulasOn(host, "Balance by product")).toEqual(first);
});
