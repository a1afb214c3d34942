/** Sheets that clerks fill, as formulas look at them: where their columns stand. */
import type { Sheet } from "../../workbook/workbook";
import { columnLetters } from "../table/ownRowFormula";
import { readPeriod } from "../table/readPeriod";
import type { Reading, SheetKind } from "../reading";
import type { Criteria } from "./criteria";
import { LONGEST_FORMULA, wholeColumn } from "./sumifs";

export interface InputSheet {
  readonly sheet: Sheet;
  /** Where a column of ours stands; undefined where there is none. */
  at(field: string): number | undefined;
  readonly periods: readonly { readonly column: number; readonly own: boolean }[];
  /** The whole column, as a formula names it. */
  whole(column: number): string;
}

/** The office's own sheet, and the one of what lower offices sent. */
export function inputSheets({ receipts }: Reading, sheets: readonly Sheet[], kinds: readonly SheetKind[]): readonly InputSheet[] {
  return receipts.flatMap(({ kind, sheet: name, columns }): InputSheet[] => {
    const sheet = sheets.find((each) => each.name === name);
    if (!sheet || kind === undefined || !kinds.includes(kind)) return [];
    // A field that has no names of ours is a period.
    const periods = columns.filter(({ field, names }) => field !== undefined && names === undefined);
    return [
      {
        sheet,
        at: (wanted) => columns.find(({ field }) => field === wanted)?.column,
        periods: periods.map(({ column, header }) => ({ column, own: isOwn(header) })),
        whole: (column) => wholeColumn(name, columnLetters(column)),
      },
    ];
  });
}

function isOwn(heading: string): boolean {
  const read = readPeriod(heading);
  return read !== undefined && "own" in read && read.own;
}

/** The first of these sheets, as far as one formula can hold their terms: what stands on the others is read apart. */
export function fitting(found: readonly InputSheet[], termsOn: (input: InputSheet) => readonly string[]): readonly InputSheet[] {
  let length = 0;
  return found.filter((input) => {
    for (const term of termsOn(input)) length += term.length + 1;
    return length <= LONGEST_FORMULA;
  });
}

/** Criteria in the cells furthest away. */
export const FAR_CELLS: Criteria = { begins: "$AZ1048576", ends: "$AZ1048576" };

/** A text that SUMIFS can look for; undefined where the cell holds none. */
export function textIn({ sheet }: InputSheet, row: number, column: number | undefined): string | undefined {
  const text = column === undefined ? undefined : sheet.values[row]?.[column];
  return typeof text === "string" && text !== "" ? text : undefined;
}
