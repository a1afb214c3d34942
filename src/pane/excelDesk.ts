import { ExcelWorkbook } from "../workbook/excelWorkbook";
import type { Sheet, Workbook } from "../workbook/workbook";
import type { CellAddress, Desk } from "./desk";
import type { Source, Written } from "./jobs/job";

type Snapshot = Awaited<ReturnType<ExcelWorkbook["snapshot"]>>;

/** The workbook open in Excel: read here, balanced in the worker, written here. */
export class ExcelDesk implements Desk {
  readonly name = "";
  readonly #workbook = new ExcelWorkbook();
  #before: Snapshot | undefined;

  async refuseEarly(): Promise<void> {
    const obstacle = await this.#workbook.obstacle();
    if (obstacle) throw obstacle;
  }

  async source(): Promise<Source> {
    const sheets: Sheet[] = [];
    for (const { name } of await this.#workbook.sheets()) sheets.push(await this.#workbook.read(name));
    return { kind: "sheets", sheets, definedCells: await this.#workbook.definedCells() };
  }

  async keep(written: Written): Promise<void> {
    if (written.kind !== "sheets") throw new TypeError("Excel takes sheets");
    this.#before = await this.#workbook.snapshot();
    await this.#workbook.write(written.sheets);
  }

  async undo(): Promise<void> {
    if (this.#before) await this.#workbook.restore(this.#before);
    this.#before = undefined;
  }

  /** Inserts sheets beside the clerk's; a sheet of one of their names is a fault "cannot write", and nothing is inserted. */
  async insert(make: (workbook: Workbook) => Promise<void>): Promise<void> {
    await this.refuseEarly();
    await make(this.#workbook);
  }

  readonly show = (cell: CellAddress): Promise<void> => this.#workbook.show(cell);
}
