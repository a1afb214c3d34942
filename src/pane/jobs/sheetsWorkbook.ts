import type { DefinedCell, Sheet, SheetInfo, Workbook, WrittenSheet } from "../../workbook/workbook";
import { WorkbookError } from "../../workbook/workbook";

/** Sheets that were read elsewhere, as a workbook; what is written to it is kept aside, for whoever holds the real one. */
export class SheetsWorkbook implements Workbook {
  written: readonly WrittenSheet[] = [];

  constructor(
    private readonly read_: readonly Sheet[],
    private readonly defined: readonly DefinedCell[],
  ) {}

  async sheets(): Promise<readonly SheetInfo[]> {
    return this.read_.map(({ name, visibility }) => ({ name, visibility }));
  }

  async read(name: string): Promise<Sheet> {
    const sheet = this.read_.find((candidate) => candidate.name === name);
    if (!sheet) throw new WorkbookError("cannot read", `there is no sheet "${name}"`);
    return sheet;
  }

  async definedCells(): Promise<readonly DefinedCell[]> {
    return this.defined;
  }

  async write(sheets: readonly WrittenSheet[]): Promise<void> {
    this.written = sheets;
  }
}
