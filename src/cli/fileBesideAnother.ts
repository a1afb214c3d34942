/**
 * A workbook read from one file and written to another: an .xls or .ods can be read but not written, so the sheets it has are
 * taken over by value into a new .xlsx, and everything of ours is written there.
 */
import type { DefinedCell, Sheet, SheetInfo, Workbook, WrittenCell, WrittenSheet } from "../workbook/workbook";
import { widthOf } from "../workbook/widthOf";
import type { XlsxWorkbook } from "../workbook/xlsxWorkbook";

export class FileBesideAnother implements Workbook {
  private constructor(
    private readonly source: Workbook,
    private readonly target: XlsxWorkbook,
  ) {}

  static of(source: Workbook, target: XlsxWorkbook): FileBesideAnother {
    return new FileBesideAnother(source, target);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.source.sheets();
  }

  read(sheet: string): Promise<Sheet> {
    return this.source.read(sheet);
  }

  definedCells(): Promise<readonly DefinedCell[]> {
    return this.source.definedCells();
  }

  /** Takes the clerk's sheets over with the first writing; sheets of ours are not taken over but written anew. */
  async write(sheets: readonly WrittenSheet[]): Promise<void> {
    const ours = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
    const taken: WrittenSheet[] = [];
    for (const { name } of await this.source.sheets()) {
      if (!ours.has(name.toLowerCase())) taken.push(asWritten(await this.source.read(name)));
    }
    await this.target.write([...taken, ...sheets]);
  }

  bytes(): Uint8Array {
    return this.target.bytes();
  }
}

function asWritten(sheet: Sheet): WrittenSheet {
  const width = Math.max(1, widthOf(sheet.values));
  const rows = sheet.values.map((row, index) =>
    row.map((value, column): WrittenCell => {
      const formula = sheet.formulas.get(index)?.get(column);
      return formula === undefined ? value : { formula, value };
    }),
  );
  return {
    name: sheet.name,
    visibility: sheet.visibility === "visible" ? "visible" : "hidden",
    columns: Array.from({ length: width }, () => ({ width: 12, style: "input" })),
    rows,
    rowStyles: new Map(),
  };
}
