/** Where the clerk's workbook lies: a file held by the page, or the workbook open in Excel. */
import type { SheetPlace } from "../workbook/workbook";
import type { Source, Written } from "./jobs/job";

/** From 0. */
export type CellAddress = Required<SheetPlace>;

/** What was last done to a file shows in the name it is saved by. */
export type State = "balanced" | "submitted" | "collected" | "received";

/** What writes into the workbook. */
export type Writing = "balance" | "submit" | "collect" | "receive";

/** What is to be written, by which deed, and the sheets it was worked out from. */
export interface Kept {
  readonly verb: Writing;
  readonly written: Written;
  readonly used: readonly string[];
}

export interface Desk {
  /** The file's name; empty in Excel, which shows it itself. */
  readonly name: string;
  /** Why nothing could be written now; rejects with a WorkbookError. */
  refuseEarly(): Promise<void>;
  source(): Promise<Source>;
  /**
   * Takes in what was worked out; `undo` afterwards brings back what was before. Where one of the sheets `used` for it has changed since
   * `source`, nothing is written and it rejects with the fault "changed meanwhile" and the cells.
   */
  keep(kept: Kept): Promise<void>;
  undo(): Promise<void>;
  /** Brings a cell into sight, or tells `onTrouble`; absent where there is no grid to show it in. */
  readonly show?: (cell: CellAddress) => Promise<void>;
  /** Where the page itself shows the cells: the file as it is now, and what `show` asks to see; returns what ends the watching. */
  readonly bytes?: () => Uint8Array<ArrayBuffer>;
  readonly watch?: (shown: (cell: CellAddress) => void) => () => void;
  /** Set by whoever can tell the clerk. */
  onTrouble?: (error: unknown) => void;
  /** As last read: what broke off half-way; an insertion counts as a balance. */
  readonly incomplete?: Writing;
  /** Takes away what a broken insertion left behind. */
  readonly clear?: () => Promise<void>;
  /** Has the formulas calculated. */
  readonly calculate?: () => Promise<void>;
  /** Hands the file to the clerk; absent where the workbook is kept by Excel. */
  readonly save?: (state: State) => void;
  /** Opens a file beside this one, as a new workbook; absent where files are saved by the browser. */
  readonly openBeside?: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
}
