import type { DefinedCell } from "../workbook";

// Two names of ours mark what a run is in the midst of; every other one points at a sheet of ours.

/** Points at A1 of a hidden sheet on which a result is laid out before it is copied over. */
export const STAGING = "CB.Staging.";
/** Stands from the first cell copied over until the last: while it is there, the sheets of ours may be half old and half new. */
export const INCOMPLETE = "CB.Incomplete";

const ONE_CELL = /^=(?:'((?:[^']|'')+)'|([^'!#]+))!\$([A-Z]{1,3})\$([0-9]+)$/;

/** The cell that a name's formula points at, e.g. ='协作 协议'!$A$1; null for anything else, also where its sheet is gone. */
export function definedCell(name: string, formula: string): DefinedCell | null {
  const parts = ONE_CELL.exec(formula);
  if (parts === null) return null;
  const sheet = parts[1]?.replaceAll("''", "'") ?? parts[2];
  const column = [...parts[3]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { name, sheet, row: Number(parts[4]) - 1, column };
}
