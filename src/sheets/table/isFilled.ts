import type { CellValue } from "../../workbook/workbook";

/** Does a cell hold anything but blanks? */
export function isFilled(value: CellValue | undefined): boolean {
  return value !== undefined && value !== null && value !== "" && !(typeof value === "string" && value.trim() === "");
}
