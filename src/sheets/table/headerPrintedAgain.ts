/** A header printed again on each page: every text of ours in the row is its column's own heading. */
import type { CellValue, Sheet } from "../../workbook/workbook";
import type { Header } from "./findHeader";
import { isFilled } from "./isFilled";
import { headingText } from "./normalText";

export class HeaderPrintedAgain {
  /** By column of ours: the heading as it was understood, and the texts of its cells. */
  private readonly headings: readonly { readonly column: number; readonly texts: ReadonlySet<string> }[];
  private readonly hasNumbers: boolean;

  constructor(sheet: Sheet, header: Header<string>, ours: readonly number[]) {
    // From the right: numbers, which nearly every other row has, stand behind texts.
    this.headings = [...ours].reverse().map((column) => ({ column, texts: headingsOver(sheet, header, column) }));
    this.hasNumbers = this.headings.some(({ texts }) => [...texts].some((text) => text !== "" && Number.isFinite(Number(text))));
  }

  is(cells: readonly CellValue[]): boolean {
    let same = 0;
    for (const { column, texts } of this.headings) {
      const cell = cells[column];
      if (!isFilled(cell)) continue;
      if (typeof cell === "number" && !this.hasNumbers) return false;
      if (!texts.has(headingText(String(cell)))) return false;
      same++;
    }
    return same >= 2;
  }
}

function headingsOver(sheet: Sheet, header: Header<string>, column: number): ReadonlySet<string> {
  const texts = new Set([headingText(header.headings[column])]);
  for (let row = header.top; row <= header.row; row++) {
    const cell = sheet.values[row][column];
    if (typeof cell === "string") texts.add(headingText(cell));
  }
  return texts;
}
