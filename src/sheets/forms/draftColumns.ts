/** Where the columns of a sheet that is written now stand, for formulas that look at it and for the values they have. */
import type { CellValue } from "../../workbook/workbook";
import { cellText } from "../table/earlierOutput";
import { columnLetters } from "../table/ownRowFormula";
import type { SheetDraft } from "../table/sheetDraft";
import { wholeColumn } from "./sumifs";

export class DraftColumns<Field extends string> {
  private readonly places: ReadonlyMap<string, number>;
  private readonly letters: readonly string[];

  constructor(
    readonly draft: SheetDraft,
    /** The tab the draft will stand on. */
    private readonly tab: string,
  ) {
    this.places = new Map(draft.columns.map(({ field }, index) => [field, index]));
    this.letters = draft.columns.map((_, index) => columnLetters(index));
  }

  /** The whole column, as a formula on another sheet names it. */
  whole(field: Field | "total"): string {
    return wholeColumn(this.tab, this.letters[this.at(field)]);
  }

  /** A cell in the row that Excel numbers so, as a formula on the same sheet names it. */
  cell(field: Field, row: number): string {
    return `$${this.letters[this.at(field)]}${row}`;
  }

  text(cells: readonly CellValue[], field: Field): string {
    return cellText(cells[this.at(field)]);
  }

  /** As SUMIFS adds it: what is no number counts nothing. */
  number(cells: readonly CellValue[], field: Field | "total"): number {
    const value = cells[this.at(field)];
    return typeof value === "number" ? value : 0;
  }

  private at(field: string): number {
    const place = this.places.get(field);
    if (place === undefined) throw new RangeError(`${this.draft.table.kind} has no column ${field}`);
    return place;
  }
}
