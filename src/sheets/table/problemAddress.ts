/** Where a problem stands, as the clerk reads it off the sheet's edges. */
import { cellAddress, columnLetters } from "./ownRowFormula";
import type { Problem } from "../reading";

/** `B7`, or the row or column alone where only that is known; blank for the whole sheet. */
export function problemAddress({ row, column }: Pick<Problem, "row" | "column">): string {
  if (row !== undefined && column !== undefined) return cellAddress(row, column);
  if (row !== undefined) return String(row + 1);
  return column === undefined ? "" : columnLetters(column);
}
