import { INCOMPLETE } from "../workbook/excel/definedNames";
import { ExcelWorkbook } from "../workbook/excelWorkbook";
import type { Sheet, SheetPlace, Workbook } from "../workbook/workbook";
import { WorkbookError } from "../workbook/workbook";
import { changedCells } from "./changedCells";
import type { CellAddress, Desk, Kept, Writing } from "./desk";
import type { Source } from "./jobs/job";

/** By the column that the mark of an incomplete write points at. */
const MARKS: readonly Writing[] = ["balance", "submit", "collect", "receive"];

type Snapshot = Awaited<ReturnType<ExcelWorkbook["snapshot"]>>;

/** The workbook open in Excel: read here, balanced in the worker, written here. */
export class ExcelDesk implements Desk {
  readonly name = "";
  incomplete: Writing | undefined;
  onTrouble?: (error: unknown) => void;
  readonly #workbook: ExcelWorkbook;
  #read: readonly Sheet[] = [];
  /** Tabs that are results of ours. */
  #ours: ReadonlySet<string> = new Set();
  #before: Snapshot | undefined;
  /** A write has begun and not ended: our sheets may be half new, and what they were before is known already. */
  #halfWritten = false;
  /** Of what was last written. */
  #mark = 0;

  constructor(workbook = new ExcelWorkbook()) {
    this.#workbook = workbook;
  }

  async refuseEarly(): Promise<void> {
    const obstacle = await this.#workbook.obstacle();
    if (obstacle) throw obstacle;
  }

  async source(): Promise<Source> {
    const sheets: Sheet[] = [];
    for (const { name } of await this.#workbook.sheets()) sheets.push(await this.#workbook.read(name));
    const definedCells = await this.#workbook.definedCells();
    const pointing = definedCells.filter(({ name }) => name !== INCOMPLETE);
    this.#read = sheets;
    this.#ours = new Set(pointing.map(({ sheet }) => sheet));
    const mark = definedCells.find(({ name }) => name === INCOMPLETE);
    this.incomplete = mark && (MARKS[mark.column] ?? "balance");
    const calculates = sheets.some(({ name, formulas }) => formulas.size > 0 && !this.#ours.has(name));
    if (calculates && !(await this.#workbook.isCalculated())) throw new WorkbookError("not calculated", "formulas are waiting");
    return { kind: "sheets", sheets, definedCells };
  }

  async keep({ verb, written, used }: Kept): Promise<void> {
    if (written.kind !== "sheets") throw new TypeError("Excel takes sheets");
    await this.#refuseIfChanged(used);
    if (!this.#halfWritten) this.#before = await this.#workbook.snapshot();
    this.#halfWritten = true;
    this.#mark = MARKS.indexOf(verb);
    await this.#workbook.write(written.sheets, undefined, this.#mark);
    this.#halfWritten = false;
  }

  async undo(): Promise<void> {
    if (this.#before) await this.#workbook.restore(this.#before, this.#mark);
    this.#before = undefined;
  }

  /** Inserts sheets beside the clerk's; a sheet of one of their names is a fault "sheets there", and nothing is inserted. */
  async insert(make: (workbook: Workbook) => Promise<void>): Promise<void> {
    await this.refuseEarly();
    await make(this.#workbook);
  }

  readonly show = (cell: CellAddress): Promise<void> => this.#workbook.show(cell).catch((error: unknown) => this.onTrouble?.(error));

  readonly openBeside = (bytes: Uint8Array): Promise<void> => this.#workbook.openBeside(bytes);

  clear(): Promise<void> {
    return this.#workbook.clear();
  }

  calculate(): Promise<void> {
    return this.#workbook.calculate();
  }

  /** What we ourselves have half written is no change of the clerk's. */
  async #refuseIfChanged(used: readonly string[]): Promise<void> {
    const there = new Set((await this.#workbook.sheets()).map(({ name }) => name));
    const looked = this.#read.filter(({ name }) => used.includes(name) && !(this.#halfWritten && this.#ours.has(name)));
    const places: SheetPlace[] = [];
    for (const before of looked) {
      if (!there.has(before.name)) places.push({ sheet: before.name });
      else places.push(...changedCells(before, await this.#workbook.read(before.name)));
    }
    if (places.length > 0) throw new WorkbookError("changed meanwhile", `${places.length} places`, { places });
  }
}
