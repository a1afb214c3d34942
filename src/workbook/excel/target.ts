import type { WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import { widthOf } from "../widthOf";
import type { CellArea } from "./readCells";
import type { Survey, SurveyedSheet } from "./survey";
import { sameName } from "./survey";

/** One sheet to write, and the sheet of the workbook it goes to. */
export interface Target {
  readonly written: WrittenSheet;
  /** Null: a new sheet. */
  readonly existing: SurveyedSheet | null;
  /** The tab it has or will get. */
  readonly name: string;
  /** Of what is written. */
  readonly rows: number;
  readonly columns: number;
}

/** What an existing target holds before it is written over. */
export interface Before {
  readonly used: CellArea | null;
  /** No values, whatever it looks like. */
  readonly isEmpty: boolean;
  readonly hasFilter: boolean;
  /** A clerk made a table of it: that brings its own filter. */
  readonly hasTable: boolean;
  readonly hasHiddenRows: boolean;
  /** Columns grouped by an earlier run, as runs "first-last" joined by commas. */
  readonly grouped: string;
}

const LONGEST_NAME = 31;

/**
 * A sheet of ours is found by its defined name and keeps its tab's name; another sheet of the wished name is the clerk's (unless it was read as this one), and
 * ours takes a number. `stood` holds the ids of the sheets that stood when the run began: one that an earlier attempt of it has
 * added since is ours.
 */
export function targetsOf(sheets: readonly WrittenSheet[], now: Survey, stood: ReadonlySet<string>): Target[] {
  const taken = now.sheets.filter((sheet) => stood.has(sheet.id)).map((sheet) => sheet.name);
  return sheets.map((written) => {
    const cell = now.cells.find((known) => known.name === written.definedName && known.row === 0 && known.column === 0);
    const there = cell?.sheet ?? written.takesOver;
    const named = there === undefined ? undefined : now.sheets.find((sheet) => sameName(sheet.name, there));
    const name = named?.name ?? freeName(written.name, taken);
    const existing = named ?? now.sheets.find((sheet) => !stood.has(sheet.id) && sameName(sheet.name, name)) ?? null;
    taken.push(name);
    if (existing?.isProtected) throw new WorkbookError("protected", existing.name, { places: [{ sheet: existing.name }] });
    const columns = Math.max(1, written.columns.length, widthOf(written.rows));
    return { written, existing, name, rows: Math.max(1, written.rows.length), columns };
  });
}

function freeName(wished: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const name = wished.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.some((other) => sameName(other, name))) return name;
  }
}
