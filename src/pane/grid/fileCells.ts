import type { CellValue, Sheet, SheetInfo } from "../../workbook/workbook";
import { widthOf } from "../../workbook/widthOf";
import { openXlsx, type XlsxWorkbook } from "../../workbook/xlsxWorkbook";
import type { Cells, RowsAsked, SheetSize } from "./cells";

/** The cells of a file held in memory; the sheet last asked for stays read. */
export class FileCells implements Cells {
  readonly #workbook: XlsxWorkbook;
  #sheet: Promise<Sheet> | undefined;
  #name = "";

  constructor(bytes: Uint8Array) {
    this.#workbook = openXlsx(bytes);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.#workbook.sheets();
  }

  async size(sheet: string): Promise<SheetSize> {
    const { values } = await this.#read(sheet);
    return { rows: values.length, columns: widthOf(values) };
  }

  async rows({ sheet, first, count }: RowsAsked): Promise<readonly (readonly CellValue[])[]> {
    return (await this.#read(sheet)).values.slice(first, first + count);
  }

  #read(name: string): Promise<Sheet> {
    if (!this.#sheet || this.#name !== name) this.#sheet = this.#workbook.read(name);
    this.#name = name;
    return this.#sheet;
  }
}
