import type { WrittenValidation } from "../workbook";
import { WorkbookError } from "../workbook";
import { bytesOf } from "./bytesOf";
import { cellsAt } from "./cellsAt";
import { INCOMPLETE, STAGING } from "./definedNames";
import type { Session } from "./session";
import type { Staging } from "./stageSheets";
import type { Before, Target } from "./target";
import { isFormula } from "./typedCell";

export interface Publication {
  readonly stagings: readonly Staging[];
  /** By the existing sheet's id. */
  readonly before: ReadonlyMap<string, Before>;
  /** All names of ours that stand now. */
  readonly names: readonly string[];
  readonly bytesPerSync: number;
  readonly mark: number;
}

/**
 * Copies the sheets laid out over those the clerk sees, each by one copy, in the order given; one that is new becomes the sheet
 * itself, still hidden. From the first action to the last a name says that the result is incomplete.
 */
export async function publish(session: Session, publication: Publication): Promise<void> {
  const { worksheets } = session.workbook;
  markIncomplete(session, publication.names, publication.mark);
  for (const { target, tab } of publication.stagings) {
    if (target.existing === null) worksheets.getItem(tab).name = target.name;
    nameSheet(session, target, publication.names);
  }
  for (const staging of publication.stagings) {
    copyOver(session, staging, publication.before);
    await writeFormulas(session, staging, publication.bytesPerSync);
    for (const validation of staging.target.written.validations ?? []) {
      setValidation(worksheets.getItem(staging.target.name), validation);
    }
  }
  await check(session, publication.stagings);
}

/**
 * Takes the laid-out sheets away, shows the new ones and, last, lifts the mark. One sync. A hidden sheet that still has its name of
 * the laying out is nobody's but ours; one that is shown is whole, and may be the clerk's from then on.
 */
export async function finish(session: Session, stagings: readonly Staging[]): Promise<void> {
  const { worksheets, names } = session.workbook;
  for (const { target, tab } of stagings) if (target.existing !== null) worksheets.getItem(tab).delete();
  for (const { target } of stagings) {
    if (target.existing === null && target.written.visibility === "visible") worksheets.getItem(target.name).visibility = "Visible";
  }
  for (const index of stagings.keys()) names.getItem(`${STAGING}${index + 1}`).delete();
  names.getItem(INCOMPLETE).delete();
  await session.sync();
}

/** In the first row of the first tab: the name has to point somewhere, and the column tells what is being written. */
export function markIncomplete(session: Session, present: readonly string[], column: number): void {
  const { names, worksheets } = session.workbook;
  if (present.includes(INCOMPLETE)) names.getItem(INCOMPLETE).delete();
  names.add(INCOMPLETE, worksheets.getFirst().getRangeByIndexes(0, column, 1, 1));
}

function nameSheet(session: Session, { existing, name, written: { definedName } }: Target, present: readonly string[]): void {
  if (definedName === undefined || (existing !== null && present.includes(definedName))) return;
  const { names, worksheets } = session.workbook;
  if (present.includes(definedName)) names.getItem(definedName).delete();
  names.add(definedName, worksheets.getItem(name).getRangeByIndexes(0, 0, 1, 1));
}

/** One copy brings the new cells and blanks what the old ones held beyond them. */
function copyOver(session: Session, { target, tab }: Staging, befores: ReadonlyMap<string, Before>): void {
  const { worksheets } = session.workbook;
  const sheet = worksheets.getItem(target.name);
  const { filter } = target.written;
  if (target.existing === null) {
    if (filter !== undefined) sheet.autoFilter.apply(cellsAt(sheet, filter));
    return;
  }
  const before = befores.get(target.existing.id);
  const { top = 0, left = 0, rows: oldRows = 0, columns: oldColumns = 0 } = before?.used ?? {};
  const rows = Math.max(target.rows, top + oldRows);
  const columns = Math.max(target.columns, left + oldColumns);
  const range = sheet.getRangeByIndexes(0, 0, rows, columns);
  if (before?.hasFilter) sheet.autoFilter.remove();
  if (before?.hasHiddenRows) range.rowHidden = false;
  range.copyFrom(worksheets.getItem(tab).getRangeByIndexes(0, 0, rows, columns), "All");
  if (before?.isEmpty === true && target.existing.visibility === "Hidden" && target.written.visibility === "visible")
    sheet.visibility = "Visible";
  if (filter !== undefined && before?.hasTable !== true) sheet.autoFilter.apply(cellsAt(sheet, filter));
}

/** Runs of formulas along a row go together. */
async function writeFormulas(session: Session, { target }: Staging, bytesPerSync: number): Promise<void> {
  let bytes = 0;
  for (const [row, cells] of target.written.rows.entries()) {
    for (let column = 0; column < cells.length; column++) {
      const run: string[] = [];
      for (let next = cells[column + run.length]; isFormula(next); next = cells[column + run.length]) run.push(next.formula);
      if (run.length === 0) continue;
      session.workbook.worksheets.getItem(target.name).getRangeByIndexes(row, column, 1, run.length).formulas = [run];
      bytes += 300 + run.reduce((sum, formula) => sum + bytesOf(formula), 0);
      column += run.length;
      if (bytes > bytesPerSync) await session.sync(bytes);
      if (bytes > bytesPerSync) bytes = 0;
    }
  }
}

function setValidation(sheet: Excel.Worksheet, validation: WrittenValidation): void {
  const { dataValidation } = cellsAt(sheet, validation.range);
  const { rule } = validation;
  if (rule?.kind === "list") dataValidation.rule = { list: { inCellDropDown: true, source: rule.source } };
  else if (rule !== undefined) {
    const { minimum: formula1, maximum: formula2 } = rule;
    const basic =
      formula2 === undefined
        ? { formula1, operator: "GreaterThanOrEqualTo" as const }
        : { formula1, formula2, operator: "Between" as const };
    dataValidation.rule = rule.kind === "whole" ? { wholeNumber: basic } : { decimal: basic };
  }
  const { promptTitle: title = "", prompt: message = "" } = validation;
  if (title !== "" || message !== "") dataValidation.prompt = { showPrompt: true, title, message };
  const style = validation.severity === "stop" ? "Stop" : "Warning";
  dataValidation.errorAlert = { showAlert: true, style, title: validation.errorTitle ?? "", message: validation.error ?? "" };
}

/** The sheets reach as far down as was meant. */
async function check(session: Session, stagings: readonly Staging[]): Promise<void> {
  const used = stagings.map(({ target }) => session.workbook.worksheets.getItem(target.name).getUsedRangeOrNullObject(true));
  for (const range of used) range.load("rowIndex,rowCount");
  await session.sync();
  stagings.forEach(({ target }, index) => {
    const range = used[index];
    const found = range.isNullObject ? 0 : range.rowIndex + range.rowCount;
    const { rows } = target.written;
    // Whether a formula that shows nothing counts as used is Excel's affair: the last value must be there, and nothing below.
    const least = rows.findLastIndex((row) => row.some((cell) => (cell ?? "") !== "" && !isFormula(cell))) + 1;
    if (found >= least && found <= rows.length) return;
    throw new WorkbookError("cannot write", `${target.name} holds ${found} rows instead of ${rows.length}`);
  });
}
