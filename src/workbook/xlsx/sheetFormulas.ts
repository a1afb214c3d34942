import { shiftFormula } from "./shiftFormula";
import type { SheetSpending } from "./spending";

/** A formula takes as much room as so many cells besides its text, and as much work as a text so many times as long. */
const AS_CELLS = 4;
const AS_TEXT = 8;

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Gathers a sheet's formulas while it is read; those of a shared group are spelled out for each cell. */
export class SheetFormulas {
  readonly byRow = new Map<number, Map<number, string>>();
  private readonly shared = new Map<string, SharedFormula>();
  /** Members met before the cell that spells their group's formula. */
  private readonly waiting: { group: string; row: number; column: number }[] = [];

  constructor(private readonly spending: SheetSpending) {}

  /** `group` is the shared index, undefined for a formula of its own. */
  add(row: number, column: number, text: string, group: string | undefined): void {
    this.spending.addCells(AS_CELLS);
    if (group !== undefined && text !== "" && !this.shared.has(group)) this.shared.set(group, { text, row, column });
    if (text !== "") this.set(row, column, text);
    else if (group !== undefined) this.addMember(row, column, group);
  }

  /** Once the sheet is read: members whose group was spelled out later. One whose group never was stays without a formula. */
  finish(): void {
    for (const { row, column, group } of this.waiting) {
      const first = this.shared.get(group);
      if (first !== undefined) this.set(row, column, shiftFormula(first.text, row - first.row, column - first.column));
    }
  }

  private addMember(row: number, column: number, group: string): void {
    const first = this.shared.get(group);
    if (first === undefined) this.waiting.push({ group, row, column });
    else this.set(row, column, shiftFormula(first.text, row - first.row, column - first.column));
  }

  private set(row: number, column: number, text: string): void {
    this.spending.addText(AS_TEXT * text.length);
    const inRow = this.byRow.get(row);
    if (inRow === undefined) this.byRow.set(row, new Map([[column, `=${text}`]]));
    else inRow.set(column, `=${text}`);
  }
}
