/** Where a problem stands, as the clerk reads it off the sheet's edges. */
import { cellAddress, columnLetters } from "./ownRowFormula";
import type { Problem } from "../reading";

/** `B7`; of a row its first cell, a column alone where only that is known; blank for the whole sheet. */
export function problemAddress({ row, column }: Pick<Problem, "row" | "column">): string {
  if (row !== undefined) return cellAddress(row, column ?? 0);
  return column === undefined ? "" : columnLetters(column);
}
