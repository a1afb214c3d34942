import type { CellValue } from "../../workbook/workbook";

/** A raw value as the grid shows it. */
export function cellText(value: CellValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}
