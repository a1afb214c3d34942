/** A cell of Excel takes 8,192 letters of a formula, and a file with a longer one is "repaired": none ever is. */
import { MemoryWorkbook } from "../../../src/workbook/memoryWorkbook";
import type { CellValue, Sheet } from "../../../src/workbook/workbook";
import { balancedWithForms, formIn, workedOut } from "../../support/formsOf";

const QUARTERS = Array.from({ length: 40 }, (_, index) => `${1957 + Math.floor(index / 4)}Q${(index % 4) + 1}`);
const each = (quantity: number): number[] => QUARTERS.map(() => quantity);

function longest(sheets: readonly Sheet[]): number {
  return Math.max(
    ...sheets.flatMap(({ formulas }) => [...formulas.values()].flatMap((cells) => [...cells.values()].map(({ length }) => length))),
  );
}

test("ten years of quarters, on the office's own sheets and on what it received", async () => {
  const needs = (no: string, factory: string): readonly CellValue[][] => [
    ["No.", "Factory", "Product", ...QUARTERS, "Kind"],
    [no, factory, "screw", ...each(10), null],
    [`${no}h`, factory, "belt", ...each(3), "In-house, may be handed over"],
  ];
  const capacity = (no: string, factory: string): readonly CellValue[][] => [
    ["No.", "Factory", "Item", ...QUARTERS, ...QUARTERS.map((quarter) => `${quarter} own`)],
    [no, factory, "screw", ...each(6), ...each(1)],
  ];
  const sheets = await balancedWithForms(
    new MemoryWorkbook([
      { name: "Demand", values: needs("1", "Motor Works") },
      { name: "Received demand", values: needs("2", "Farm Tools") },
      { name: "Capacity", values: capacity("a", "Parts Factory") },
      { name: "Received capacity", values: capacity("b", "Repair Shop") },
    ]),
  );
  expect(longest(sheets)).toBeLessThan(8_192);
  for (const kind of ["Balance by product", "Balance by capacity"] as const) {
    const { rows } = formIn(sheets, kind);
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.Check)).toEqual([0, 0]);
    expect(workedOut(sheets, kind)).toEqual(rows);
  }
  expect(formIn(sheets, "Balance by product").rows[1]).toMatchObject({ Product: "screw", "Needed outside": 800 });
});
