import type { CellValue } from "../workbook";
import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import type { SheetSpending } from "./spending";

const EMPTY: readonly CellValue[] = Object.freeze([]);

/** Grows a sheet's rows within the budget: rows that hold no value cost nothing, however many of them are formatted. */
export class SheetRows {
  readonly values: (readonly CellValue[])[] = [];
  private readonly hidden: number[] = [];
  private readonly filling: CellValue[] = [];

  constructor(
    private readonly limits: Budgets,
    private readonly part: string,
    private readonly spending: SheetSpending,
  ) {}

  checkRow(row: number): void {
    if (row < 0 || row >= this.limits.rows) throw new WorkbookError("damaged", `${this.part}: there is no row ${row + 1}`);
  }

  checkColumn(column: number): void {
    if (column >= this.limits.columns) throw new WorkbookError("damaged", `${this.part}: there is no column ${column + 1}`);
  }

  hide(row: number): void {
    this.hidden.push(row);
  }

  /** Begins to fill a row; a second <row> with the same number adds to the first. */
  begin(row: number): void {
    this.spending.addRow();
    if (row >= this.values.length) this.spending.addCells(row + 1 - this.values.length);
    while (this.values.length <= row) this.values.push(EMPTY);
    this.filling.length = 0;
    for (const value of this.values[row]) this.filling.push(value);
  }

  /** Keeps the row that was filled, in no more room than it needs. */
  end(row: number): void {
    this.values[row] = this.filling.slice();
  }

  put(column: number, value: CellValue): void {
    const values = this.filling;
    if (typeof value === "string") this.spending.addText(value.length);
    if (column >= values.length) {
      this.spending.addCells(column + 1 - values.length);
      while (values.length < column) values.push(null);
      values.push(value);
    } else values[column] = value;
  }

  /** Hidden rows among those that hold values: a clerk who hides all unused rows below costs nothing. */
  hiddenRows(): ReadonlySet<number> {
    return new Set(this.hidden.filter((row) => row < this.values.length));
  }
}
