import type { CellStyle } from "../../workbook/workbook";

const NUMBERS: ReadonlySet<CellStyle> = new Set(["whole", "decimal", "percent", "money"]);

/** The headings of columns of numbers, by column: they stand at the right, as the numbers do. */
export function headersOverNumbers(columns: readonly { readonly style: CellStyle }[]): (readonly [number, CellStyle])[] {
  return columns.flatMap(({ style }, index) => (NUMBERS.has(style) ? [[index, "number header"] as const] : []));
}
