import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";

/** What one sheet keeps in memory, counted beside what the other sheets of its file keep. Faults: "too large". */
export class SheetSpending {
  cells = 0;
  rows = 0;
  characters = 0;

  constructor(
    private readonly limits: Budgets,
    private readonly part: string,
    private readonly others: { readonly cells: number; readonly rows: number; readonly characters: number },
  ) {}

  addCells(cells: number): void {
    this.cells += cells;
    if (this.cells > this.limits.cells || this.cells + this.others.cells > this.limits.allCells)
      throw new WorkbookError("too large", `${this.part} has too many cells`);
  }

  addRow(): void {
    if (++this.rows + this.others.rows > this.limits.allRows) throw new WorkbookError("too large", `${this.part} has too many rows`);
  }

  addText(characters: number): void {
    this.characters += characters;
    if (this.characters + this.others.characters > this.limits.characters)
      throw new WorkbookError("too large", `${this.part} has too much text`);
  }
}

/** What a file has cost so far against the budgets for the whole of it. A part that is read again counts once. */
export class Spending {
  private readonly unpacked = new Map<string, number>();
  private readonly sheets = new Map<string, SheetSpending>();

  constructor(private readonly limits: Budgets) {}

  /** Fault: "too large" where the parts unpack to more than the budget, this one with them. */
  unpack(part: string, bytes: number): void {
    this.unpacked.set(part, bytes);
    let all = 0;
    for (const size of this.unpacked.values()) all += size;
    if (all > this.limits.allBytes) throw new WorkbookError("too large", `the parts unpack to ${all} bytes`);
  }

  /** For a sheet that is about to be read. */
  sheet(part: string): SheetSpending {
    this.sheets.delete(part);
    const others = { cells: 0, rows: 0, characters: 0 };
    for (const { cells, rows, characters } of this.sheets.values()) {
      others.cells += cells;
      others.rows += rows;
      others.characters += characters;
    }
    const sheet = new SheetSpending(this.limits, part, others);
    this.sheets.set(part, sheet);
    return sheet;
  }
}
