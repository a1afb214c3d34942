import type { WrittenCell } from "../../src/workbook/workbook";
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";

export type Rows = readonly (readonly WrittenCell[])[];

/** The bytes of a workbook with these sheets, as the clerk filled them. */
export async function workbookOf(sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write(
    Object.entries(sheets).map(([name, rows]) => {
      const width = Math.max(1, ...rows.map((row) => row.length));
      const columns = Array.from({ length: width }, () => ({ width: 12, style: "input" as const }));
      return { name, visibility: "visible" as const, columns, rows, rowStyles: new Map() };
    }),
  );
  return workbook.bytes();
}
