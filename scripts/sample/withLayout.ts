/** Merges cells and hides rows in one sheet of a finished .xlsx, which the product itself never does. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { OwnLayout } from "./roundSheets";

const FIRST_DAY = new Date(1980, 0, 1);
const cell = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

/** The same file with this layout in the sheet whose part is named; fails where the part has no such row. */
export function withLayout(bytes: Uint8Array, part: string, { merges, hiddenRows }: OwnLayout): Uint8Array {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts[part]);
  for (const row of hiddenRows) {
    const start = `<row r="${row + 1}"`;
    if (!xml.includes(start)) throw new RangeError(`${part}: no row ${row + 1}`);
    xml = xml.replace(start, `${start} hidden="1"`);
  }
  const refs = merges.map(({ top, left, bottom, right }) => `<mergeCell ref="${cell(top, left)}:${cell(bottom, right)}"/>`);
  xml = xml.replace("</sheetData>", `</sheetData><mergeCells count="${refs.length}">${refs.join("")}</mergeCells>`);
  return zipSync({ ...parts, [part]: strToU8(xml) }, { mtime: FIRST_DAY });
}
