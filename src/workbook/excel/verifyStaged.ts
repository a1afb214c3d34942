import type { CellValue } from "../workbook";
import { WorkbookError } from "../workbook";
import { cellReference } from "../xlsx/cellReference";
import { readCells } from "./readCells";
import type { Session } from "./session";
import type { Staging } from "./stageSheets";
import { isFormula } from "./typedCell";

/** Excel kept the apostrophe before a text as part of it: such texts have to be written without one on this host. */
export class ApostropheKept extends WorkbookError {
  constructor(place: string) {
    super("cannot write", `${place} shows the apostrophe before its text`);
  }
}

/** Reads back what was laid out and compares it cell by cell; nothing is copied over that is not what was meant. */
export async function verifyStaged(session: Session, stagings: readonly Staging[], bytesPerSync: number): Promise<void> {
  for (const { target, tab } of stagings) {
    const area = { top: 0, left: 0, rows: target.rows, columns: target.columns };
    const sheet = session.workbook.worksheets.getItem(tab);
    for (const grid of await readCells(session, sheet, { name: target.name, area, bytesPerSync, withFormulas: false })) {
      grid.values.forEach((cells, index) => {
        const row = grid.top + index;
        cells.forEach((found, column) => compare(target.written.rows[row]?.[column] ?? null, found, { row, column, name: target.name }));
      });
    }
  }
}

function compare(
  cell: Staging["target"]["written"]["rows"][number][number],
  found: unknown,
  at: { row: number; column: number; name: string },
): void {
  if (isFormula(cell)) return;
  const wanted = plain(cell);
  if (found === wanted || (typeof found === "number" && typeof wanted === "number" && same(found, wanted))) return;
  const place = `${at.name}!${cellReference(at.row, at.column)}`;
  if (typeof wanted === "string" && found === `'${wanted}`) throw new ApostropheKept(place);
  throw new WorkbookError("cannot write", `${place} holds ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
}

/** Excel keeps fifteen digits of a number. */
function same(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-14;
}

function plain(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}
