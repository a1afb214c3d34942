/** Where the clerk's workbook lies: a file held by the page, or the workbook open in Excel. */
import type { Source, Written } from "./jobs/job";

export interface CellAddress {
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly column: number;
}

export interface Desk {
  /** The file's name; empty in Excel, which shows it itself. */
  readonly name: string;
  /** Why nothing could be written now; rejects with a WorkbookError. */
  refuseEarly(): Promise<void>;
  source(): Promise<Source>;
  /** Takes a result in; `undo` afterwards brings back what was before. */
  keep(written: Written): Promise<void>;
  undo(): Promise<void>;
  /** Brings a cell into sight; absent where there is no grid to show it in. */
  readonly show?: (cell: CellAddress) => Promise<void>;
  /** Hands the file to the clerk; absent where the workbook is kept by Excel. */
  readonly save?: () => void;
}
