import { STAGING } from "./excel/definedNames";
import { readSheet, VISIBILITIES } from "./excel/readSheet";
import type { Patience } from "./excel/session";
import { Session } from "./excel/session";
import type { Snapshot } from "./excel/snapshot";
import { restoreSnapshot, takeSnapshot } from "./excel/snapshot";
import { sameName, survey } from "./excel/survey";
import type { Quoting } from "./excel/typedCell";
import { ApostropheKept } from "./excel/verifyStaged";
import { isPassing, isUnknownApi, workbookErrorOf } from "./excel/workbookErrorOf";
import { clearLeftovers, writeSheets } from "./excel/writeSheets";
import type { DefinedCell, Pause, Sheet, SheetInfo, Workbook, WrittenSheet } from "./workbook";
import { WorkbookError } from "./workbook";

export interface ExcelWorkbookOptions extends Partial<Patience> {
  /** What one request or answer should measure; Excel on the web takes five megabytes. */
  readonly bytesPerSync?: number;
  /** Milliseconds before the first of three attempts is repeated; doubled for the next. */
  readonly pauseBeforeRetry?: number;
}

const ATTEMPTS = 3;
const LEAST_BYTES = 32_000;

/**
 * The workbook open in Excel. One conversation at a time: a second call waits for the first. Excel's errors come as
 * WorkbookError; those of the moment are tried again up to three times, those that the clerk can mend are not.
 *
 *     const workbook = new ExcelWorkbook();
 *     const before = await workbook.snapshot();
 *     await workbook.write(result);
 *     await workbook.restore(before); // Undo
 */
export class ExcelWorkbook implements Workbook {
  /** What the last write could not do to looks only (widths, frozen panes, the printed page); null: nothing. */
  looksRefused: WorkbookError | null = null;
  readonly #patience: Patience;
  readonly #pause: number;
  #bytesPerSync: number;
  #quoting: Quoting = { inTextCells: true };
  #last: Promise<unknown> = Promise.resolve();

  constructor({
    answerWithin = 15_000,
    millisecondsPerKilobyte = 20,
    bytesPerSync = 1_500_000,
    pauseBeforeRetry = 300,
  }: ExcelWorkbookOptions = {}) {
    this.#patience = { answerWithin, millisecondsPerKilobyte };
    this.#bytesPerSync = bytesPerSync;
    this.#pause = pauseBeforeRetry;
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.#repeated(async (session) => {
      const now = await survey(session);
      const staged = now.cells.filter((cell) => cell.name.startsWith(STAGING)).map((cell) => cell.sheet);
      return now.sheets
        .filter((sheet) => sheet.visibility === "Visible" || !staged.includes(sheet.name))
        .map(({ name, visibility }) => ({ name, visibility: VISIBILITIES.get(visibility) ?? "visible" }));
    });
  }

  read(sheet: string): Promise<Sheet> {
    return this.#repeated((session) => readSheet(session, sheet, this.#bytesPerSync));
  }

  /** Also CB.Incomplete, as long as a write has begun to copy and not ended: then Balance again is the cure. */
  definedCells(): Promise<readonly DefinedCell[]> {
    return this.#repeated(async (session) => (await survey(session)).cells.filter((cell) => !cell.name.startsWith(STAGING)));
  }

  /** `mark`, from 0, is the column that CB.Incomplete points at meanwhile: whoever finds it knows what broke off. */
  write(sheets: readonly WrittenSheet[], _pause?: Pause, mark = 0): Promise<void> {
    const stood = new Set<string>();
    return this.#repeated(async (session) => {
      const dress = await writeSheets(session, { sheets, bytesPerSync: this.#bytesPerSync, quoting: this.#quoting, stood, mark });
      this.looksRefused = await dress().then(
        () => null,
        (error: unknown) => lookFault(error),
      );
    });
  }

  /** Why a result could not be written now, before anyone waits for one: null if nothing is known to stand in the way. */
  obstacle(): Promise<WorkbookError | null> {
    return this.#repeated(async (session) => {
      const now = await survey(session);
      if (now.readOnly) return new WorkbookError("read-only", "the workbook is open for reading only");
      if (now.structureProtected) return new WorkbookError("structure protected", "no sheet can be added to the workbook");
      const locked = now.sheets.filter((sheet) => sheet.isProtected && now.cells.some((cell) => sameName(cell.sheet, sheet.name)));
      const places = locked.map(({ name }) => ({ sheet: name }));
      return locked.length === 0 ? null : new WorkbookError("protected", locked.map(({ name }) => name).join(", "), { places });
    });
  }

  /** Whether Excel has calculated all formulas; an Excel that can't tell is taken to have. */
  isCalculated(): Promise<boolean> {
    return this.#repeated(async (session) => {
      const { application } = session.workbook;
      application.load("calculationState");
      await session.sync();
      return application.calculationState === "Done";
    }).catch((error: unknown) => {
      if (isUnknownApi(error)) return true;
      throw error;
    });
  }

  /** Has Excel calculate what has changed, also where the clerk calculates by hand. */
  calculate(): Promise<void> {
    return this.#repeated(async (session) => {
      session.workbook.application.calculate("Recalculate");
      await session.sync();
    });
  }

  /** Takes away the hidden sheets and the mark that an interrupted run left. */
  clear(): Promise<void> {
    return this.#repeated((session) => clearLeftovers(session));
  }

  /** Opens an .xlsx file as a new workbook, which has no name until the clerk saves it. */
  async openBeside(file: Uint8Array): Promise<void> {
    await Excel.createWorkbook(base64(file)).catch((error: unknown) => {
      throw workbookErrorOf(error);
    });
  }

  /** Brings a cell into sight and chooses it; a hidden sheet stays hidden and is a fault. */
  show({ sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number }): Promise<void> {
    return this.#repeated(async (session) => {
      const tab = session.workbook.worksheets.getItemOrNullObject(sheet);
      tab.load("visibility");
      await session.sync();
      if (tab.isNullObject || tab.visibility !== "Visible") throw new WorkbookError("hidden sheet", sheet, { places: [{ sheet }] });
      tab.activate();
      tab.getRangeByIndexes(row, column, 1, 1).select();
      await session.sync();
    });
  }

  /** Values, formulas and number formats of every sheet of ours, for as long as the pane is open. */
  snapshot(): Promise<Snapshot> {
    return this.#repeated((session) => takeSnapshot(session, this.#bytesPerSync));
  }

  /** Puts them back cell by cell. A sheet of ours that came since is emptied and hidden, not deleted: others may look at it. */
  restore(snapshot: Snapshot, mark = 0): Promise<void> {
    const how = { snapshot, quoting: this.#quoting, mark };
    return this.#repeated((session) => restoreSnapshot(session, { ...how, bytesPerSync: this.#bytesPerSync }));
  }

  /** Every piece of work is such that doing it again from its beginning is safe. */
  #repeated<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#attempts(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #attempts<T>(work: (session: Session) => Promise<T>): Promise<T> {
    for (let attempt = 1; ;) {
      try {
        return await this.#converse(work);
      } catch (error) {
        if (this.#learns(error)) continue;
        if (!isPassing(error) || attempt === ATTEMPTS) throw error;
        const pause = this.#pause * 2 ** (attempt - 1);
        await new Promise((resolve) => setTimeout(resolve, pause));
        attempt++;
      }
    }
  }

  /** Whether the error teaches something about this host that makes the next attempt another one. */
  #learns(error: unknown): boolean {
    if (error instanceof ApostropheKept && this.#quoting.inTextCells) {
      this.#quoting = { inTextCells: false };
      return true;
    }
    if (!(error instanceof WorkbookError) || error.fault !== "too much data" || error.cause === undefined) return false;
    if (this.#bytesPerSync / 2 < LEAST_BYTES) return false;
    this.#bytesPerSync /= 2;
    return true;
  }

  /** Excel.run tidies up after the work is done; what the work came to does not wait for that. */
  async #converse<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const outcome = new Promise<T>((resolve, reject) => {
      const run = Excel.run((context) => {
        const done = work(new Session(context, this.#patience));
        done.then(resolve, reject);
        return done;
      });
      run.catch(reject);
    });
    return outcome.catch((error: unknown) => {
      throw workbookErrorOf(error);
    });
  }
}

function lookFault(error: unknown): WorkbookError {
  const fault = workbookErrorOf(error);
  if (fault instanceof WorkbookError) return fault;
  throw fault;
}

/** In pieces that one call takes. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
