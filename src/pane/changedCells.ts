import type { CellAddress } from "./desk";
import type { CellValue, Sheet } from "../workbook/workbook";

/** Formulas of which Excel may give another value at any time, without anybody having changed anything. */
const RESTLESS = /\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;
/** More are not worth naming. */
const MOST = 1_000;

/** The cells in which a sheet, read twice, differs: in their value, or in their formula. */
export function changedCells(before: Sheet, now: Sheet): readonly CellAddress[] {
  const changed: CellAddress[] = [];
  for (let row = 0; row < Math.max(before.values.length, now.values.length); row++) {
    const [old, recent] = [before.values[row] ?? [], now.values[row] ?? []];
    for (let column = 0; column < Math.max(old.length, recent.length); column++) {
      if (sameCell({ before, now, row, column })) continue;
      changed.push({ sheet: now.name, row, column });
      if (changed.length === MOST) return changed;
    }
  }
  return changed;
}

interface Compared {
  readonly before: Sheet;
  readonly now: Sheet;
  readonly row: number;
  readonly column: number;
}

function sameCell({ before, now, row, column }: Compared): boolean {
  const formula = now.formulas.get(row)?.get(column);
  if (before.formulas.get(row)?.get(column) !== formula) return false;
  return (formula !== undefined && RESTLESS.test(formula)) || sameValue(before.values[row]?.[column], now.values[row]?.[column]);
}

function sameValue(one: CellValue = null, other: CellValue = null): boolean {
  if (typeof one === "object" && typeof other === "object") return one?.error === other?.error;
  return one === other;
}
