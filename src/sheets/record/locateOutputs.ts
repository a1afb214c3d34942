/**
 * Finds the output sheets of an earlier run: by the defined name that points at them, else by the tab's name; and in each the
 * heading row and the columns, by their names in either language.
 */
import { atOnce } from "../../engine/slices";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import { fieldColumns, isPeriods, type SheetTable } from "../table/column";
import { EarlierOutput } from "../table/earlierOutput";
import { headingText } from "../table/normalText";
import { isForm } from "../forms/formTables";
import { agreementsTable, outputTables } from "../outputs";
import { quarterName, readPeriod } from "../table/readPeriod";
import type { OutputKind } from "../reading";
import { readRunRecord, type RunRecord } from "./runRecord";
import { INCOMPLETE } from "../../workbook/excel/definedNames";

/** Rows among which the headings are looked for. */
const HEADING_ROWS = 20;

/** Output sheets by kind: the sheet itself, and its table where it has rows of ours. */
export interface EarlierOutputs {
  readonly sheets: ReadonlyMap<OutputKind, Sheet>;
  readonly tables: ReadonlyMap<OutputKind, EarlierOutput>;
  readonly record: RunRecord | undefined;
  /** A tab that nothing but its name makes the Agreements: the clerk filled it in himself. */
  readonly agreementsByHand: string | undefined;
}

/** Finds them at once. */
export function locateOutputs(sheets: readonly Sheet[], definedCells: readonly DefinedCell[]): EarlierOutputs {
  return atOnce(locateOutputsInSteps(sheets, definedCells));
}

/** The same, with a yield now and then. */
export function* locateOutputsInSteps(sheets: readonly Sheet[], definedCells: readonly DefinedCell[]): Generator<void, EarlierOutputs> {
  const found = new Map<OutputKind, Sheet>();
  const tables = new Map<OutputKind, EarlierOutput>();
  for (const table of outputTables) {
    const kind = outputKind(table);
    const sheet = sheetOf(table, sheets, definedCells);
    if (!sheet) continue;
    found.set(kind, sheet);
    const numberFields = NUMBER_FIELDS[kind];
    const output = numberFields && tableOn(sheet, table, numberFields);
    if (output) tables.set(kind, output);
    yield;
  }
  const sheet = found.get("Run record");
  const record = sheet && (yield* readRunRecord(sheet));
  const halfWritten = definedCells.some(({ name }) => name === INCOMPLETE);
  const agreementsByHand = definedCells.some(({ name }) => name === agreementsTable.definedName)
    ? undefined
    : ofPartners(tables.get("Agreements"));
  return { sheets: found, tables, record: record && { ...record, halfWritten }, agreementsByHand };
}

/** The tab, where its headings are those of agreements. */
function ofPartners(output: EarlierOutput | undefined): string | undefined {
  return ["supplier", "buyer", "product"].every((field) => output?.columnOf.has(field)) ? output?.sheet.name : undefined;
}

/** What makes a row's number, sheet by sheet. */
const NUMBER_FIELDS: Readonly<Partial<Record<OutputKind, readonly string[]>>> = {
  Agreements: ["no"],
  Unresolved: ["no"],
  "Remaining capacity": ["capacityNo"],
  Transfers: ["no"],
  "Balance by product": ["product", "specification", "unit"],
  "Balance by capacity": ["capacityNo"],
  Problems: ["sheet", "cell", "rule"],
};

function outputKind(table: SheetTable): OutputKind {
  const { kind } = table;
  switch (kind) {
    case "Summary":
    case "Agreements":
    case "Unresolved":
    case "Remaining capacity":
    case "Transfers":
    case "Balance by product":
    case "Balance by capacity":
    case "Problems":
    case "Run record":
      return kind;
    default:
      throw new RangeError(`not an output: ${kind}`);
  }
}

function sheetOf(
  { kind, definedName, names, aliases }: SheetTable,
  sheets: readonly Sheet[],
  definedCells: readonly DefinedCell[],
): Sheet | undefined {
  const pointed = definedCells.find((cell) => cell.name === definedName)?.sheet;
  const byName = (wanted: readonly string[]): Sheet | undefined =>
    sheets.find((sheet) => wanted.some((name) => headingText(name) === headingText(sheet.name)));
  const named = sheets.find((sheet) => sheet.name === pointed);
  return isForm(kind) ? named : (named ?? byName([names["zh-CN"], names.en]) ?? byName(aliases));
}

function tableOn(sheet: Sheet, table: SheetTable, numberFields: readonly string[]): EarlierOutput | undefined {
  let best: { row: number; columns: ReadonlyMap<string, number> } | undefined;
  for (let row = 0; row < Math.min(HEADING_ROWS, sheet.values.length); row++) {
    const columns = columnsIn(sheet, row, table);
    if (numberFields.every((field) => columns.has(field)) && columns.size > (best?.columns.size ?? 1)) best = { row, columns };
  }
  return best && new EarlierOutput(sheet, best.row, best.columns, numberFields);
}

function columnsIn(sheet: Sheet, row: number, table: SheetTable): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const byHeading = new Map<string, string>();
  for (const { field, names, aliases } of fieldColumns(table)) {
    for (const name of [names["zh-CN"], names.en]) byHeading.set(headingText(name), field);
    for (const name of aliases) if (!byHeading.has(headingText(name))) byHeading.set(headingText(name), field);
  }
  const hasPeriods = table.columns.some(isPeriods);
  sheet.values[row].forEach((value, column) => {
    if (typeof value !== "string" && typeof value !== "number") return;
    const field = byHeading.get(headingText(String(value))) ?? (hasPeriods ? periodField(String(value)) : undefined);
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  // Beside quarters alone a "Quantity" is the clerk's own.
  const quartersOnly = table.columns.some((entry) => isPeriods(entry) && entry.periods === "quarters");
  if (quartersOnly && [...columns.keys()].some((field) => /^\d{4}Q/.test(field))) columns.delete("any");
  return columns;
}

/** The key of a period heading, as the draft names its column. */
function periodField(heading: string): string | undefined {
  const read = readPeriod(heading);
  if (!read || "unusable" in read || read.own) return undefined;
  switch (read.period.kind) {
    case "quarter":
      return quarterName(read.period.quarter);
    case "any":
      return `${read.period.year} any`;
    case "undated":
      return "any";
    case "year":
      return undefined;
  }
}
