/**
 * The port between the product and wherever sheets live: a file, Excel, or memory. Imports nothing of ours.
 *
 * Rows and columns count from 0; A1 is (0, 0).
 */

/** A cell's raw value, never its displayed text. A date is its serial number in the 1900 system (the reader converts 1904). */
export type CellValue = string | number | boolean | CellError | null;
export interface CellError {
  readonly error: string;
}
/** The error of a formula whose value nobody worked out yet: the program that wrote the file left it to Excel. */
export const NOT_CALCULATED = "#GETTING_DATA";
export function isNotCalculated(value: CellValue | undefined): boolean {
  return typeof value === "object" && value !== null && value.error === NOT_CALCULATED;
}

/** Begins every name that is ours: of the cells that lead to our sheets, and of charts. */
export const OUR_NAMES = "CB.";

export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetInfo {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very hidden";
}

/** One sheet as it was read. */
export interface Sheet extends SheetInfo {
  /** values[row][column]; rows may be ragged or absent (an empty row is an empty array), trailing blanks are left out. */
  readonly values: readonly (readonly CellValue[])[];
  /** Formula texts (with the leading "="), by row then column, only where there are any. */
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly CellRange[];
  /** Rows hidden by hand or by a filter. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly filtered: boolean;
}

/** A name that points at one cell, e.g. CB.Agreements -> A1 of a sheet. */
export interface DefinedCell {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** How a cell of ours looks; the adapters know what each means in their format. */
export type CellStyle =
  | "title"
  | "note"
  | "label"
  | "header"
  | "number header"
  | "clerk header"
  | "input"
  | "text"
  | "wrapped"
  | "whole"
  | "decimal"
  | "percent"
  | "money"
  | "date";

/** A cell to write: a plain value (text is always written as text), or a formula with the value it has now. */
export type WrittenCell = CellValue | { readonly formula: string; readonly value: CellValue };

export interface WrittenColumn {
  /** In characters. */
  readonly width: number;
  readonly style: CellStyle;
  readonly hidden?: boolean;
  /** Grouped at outline level 1. */
  readonly grouped?: boolean;
}

/** A drop-down or number rule on a range, with the help shown when a cell of it is chosen. */
export interface WrittenValidation {
  readonly range: CellRange;
  /** Absent: only the input message. */
  readonly rule?:
    | { readonly kind: "list"; readonly source: string }
    | { readonly kind: "whole" | "decimal"; readonly minimum: number; readonly maximum?: number };
  readonly promptTitle?: string;
  readonly prompt?: string;
  readonly errorTitle?: string;
  readonly error?: string;
  /** "stop" refuses the entry, "warning" only warns. */
  readonly severity: "stop" | "warning";
}

export interface PrintSetup {
  readonly landscape: boolean;
  /** Repeated at the top of each page, first to last row. */
  readonly repeatRows?: readonly [number, number];
  /** Columns in the print area, first to last; absent: all. */
  readonly columns?: readonly [number, number];
  /** Footer sections; "&P" and "&N" are page and pages, a literal & is doubled by the writer. */
  readonly footer?: { readonly left: string; readonly center: string; readonly right: string };
}

/** One sheet of ours, whole. Written over what the sheet held; the clerk's sheets are never given here. */
export interface WrittenSheet {
  /** Tab name for a new sheet; an existing sheet keeps the name it has. */
  readonly name: string;
  /** Found again by this defined name, which points at its A1; absent on templates' input sheets. */
  readonly definedName?: string;
  /** Tab of the sheet that is written over where nothing bears the defined name yet: the clerk made it by hand, and it was read as this one. */
  readonly takesOver?: string;
  readonly visibility: "visible" | "hidden";
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
  /** Styles that differ from the column's: by row, whole row (title, header …) or per cell. */
  readonly rowStyles: ReadonlyMap<number, CellStyle>;
  readonly cellStyles?: ReadonlyMap<number, ReadonlyMap<number, CellStyle>>;
  /** Rows above and columns left of this stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly filter?: CellRange;
  readonly validations?: readonly WrittenValidation[];
  readonly print?: PrintSetup;
  /** Charts of ours on the sheet: those of before that are not among them go. Undefined: none has ever been. */
  readonly charts?: readonly WrittenChart[];
}

/** Bars drawn from cells of the sheet. Found again by its name wherever the clerk has moved it; no result depends on it. */
export interface WrittenChart {
  /** Begins with `OUR_NAMES`. */
  readonly name: string;
  readonly title: string;
  /** A row of headings and rows below: the first column names the bars, each other one is a series. */
  readonly table: CellRange;
  /** Cells it lies over as long as nobody moves it. */
  readonly over: CellRange;
}

/**
 * Called between pieces of work, with what is done and what there is in all (bytes to read, rows to write): shows progress, lets
 * others run, or rejects so as to call the work off.
 */
export type Pause = (done: number, total: number) => Promise<void>;

/** A sheet removed, written or left: what a run did to the workbook, in order. */
export interface Workbook {
  sheets(): Promise<readonly SheetInfo[]>;
  read(sheet: string, pause?: Pause): Promise<Sheet>;
  /** Names of ours that point at one cell. */
  definedCells(): Promise<readonly DefinedCell[]>;
  /**
   * Writes these sheets, all or none where the host allows it; else a later reader can see that it is incomplete,
   * because the sheet given last (the Run record) is written last. Called off by `pause`, a file stays as it was.
   */
  write(sheets: readonly WrittenSheet[], pause?: Pause): Promise<void>;
}

export type WorkbookFault =
  | "not a workbook"
  | "encrypted"
  | "damaged"
  | "too large"
  | "unsupported"
  | "cannot read"
  | "cannot write"
  | "sheets there"
  | "changed meanwhile"
  | "hidden sheet"
  | "protected"
  | "structure protected"
  | "read-only"
  | "cell edit mode"
  | "other workbook"
  | "not calculated"
  | "no answer"
  | "too much data"
  | "closed"
  | "unknown";

/** A sheet, or one of its cells. */
export interface SheetPlace {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
}

/** A host's or a file's failure: what kind, where, and its cause. What a clerk can get wrong in a cell is never one of these. */
export class WorkbookError extends Error {
  override readonly name = "WorkbookError";
  /** The sheets or cells it is about, where it is about any. */
  readonly places: readonly SheetPlace[];
  constructor(
    readonly fault: WorkbookFault,
    readonly detail: string,
    options?: { cause?: unknown; places?: readonly SheetPlace[] },
  ) {
    super(`${fault}: ${detail}`, options);
    this.places = options?.places ?? [];
  }
}
