/** A fresh emulated Excel with the genuine client in front of it, as globals that an add-in expects. */
import { ExcelHost } from "./excelHost";
import { genuineClient } from "./genuineClient";
import type { SheetCells } from "./cells";
import { typedText } from "./typedText";

let host: ExcelHost | null = null;
let highestLevel = 14;
let loaded = false;

/** Loads the client once per test file; every call gets an empty workbook behind it. The level is the minor number of ExcelApi 1.x. */
export function emulatedExcel(level = 14): ExcelHost {
  highestLevel = level;
  if (!loaded) {
    const client = genuineClient(
      (body) => (host ?? fail()).answer(body),
      () => highestLevel,
    );
    Object.assign(globalThis, { Excel: client.Excel, OfficeExtension: client.OfficeExtension });
    loaded = true;
  }
  return freshHost();
}

/** A new workbook behind the client that is loaded already. */
export function freshHost(): ExcelHost {
  return (host = new ExcelHost());
}

/** A clerk types rows into a sheet, from A1 on; a missing sheet is made. */
export function typeRows(into: ExcelHost, name: string, rows: readonly (readonly (string | number | boolean | null)[])[]): SheetCells {
  const sheet = into.book.find(name) ?? into.book.add(name);
  rows.forEach((cells, row) =>
    cells.forEach((given, column) => {
      if (given === null) return;
      const cell = sheet.reach(row, column);
      const typed = typedText(given, cell.numberFormat);
      Object.assign(cell, typed, typed.formula === null ? {} : { value: into.evaluate(typed.formula) });
    }),
  );
  return sheet;
}

function fail(): never {
  throw new TypeError("no workbook is open in the emulated Excel");
}
