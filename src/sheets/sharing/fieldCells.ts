/** One row that travels: its cells by field of the table, by key of the period, or by the equipment class of a norm. */
import type { CellValue } from "../../workbook/workbook";
import { cellText } from "../table/earlierOutput";

export type FieldCells = ReadonlyMap<string, CellValue>;

export function textIn(cells: FieldCells, field: string): string {
  return cellText(cells.get(field));
}

export function numberIn(cells: FieldCells, field: string): number {
  const value = cells.get(field);
  return typeof value === "number" ? value : Number(cellText(value)) || 0;
}

/** Cells from pairs; blanks are left out, so that nothing stands for nothing. */
export function fieldCells(entries: readonly (readonly [string, CellValue | undefined])[]): FieldCells {
  return new Map(entries.filter((entry): entry is readonly [string, CellValue] => ![undefined, null, ""].includes(entry[1] as null)));
}
