/** A workbook file in which a clerk changed cells and which another program saved anew: all sheets by value, names kept. */
import { readFileSync, writeFileSync } from "node:fs";
import type { CellValue } from "../../src/workbook/workbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";

export async function editFile(from: string, to: string, tab: string, edit: (rows: CellValue[][]) => void): Promise<void> {
  const source = openXlsx(new Uint8Array(readFileSync(from)));
  const names = new Map((await source.definedCells()).map(({ name, sheet }) => [sheet, name]));
  const target = blankXlsx();
  const written = [];
  for (const { name, visibility } of await source.sheets()) {
    const rows = (await source.read(name)).values.map((row) => [...row]);
    if (name === tab) edit(rows);
    const width = Math.max(1, ...rows.map((row) => row.length));
    const columns = Array.from({ length: width }, () => ({ width: 12, style: "text" as const }));
    const hidden = visibility === "visible" ? ("visible" as const) : ("hidden" as const);
    written.push({ name, definedName: names.get(name), visibility: hidden, columns, rows, rowStyles: new Map<number, never>() });
  }
  await target.write(written);
  writeFileSync(to, target.bytes());
}
