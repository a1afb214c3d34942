/** Reads a sheet that another office (or an earlier Collect) wrote, row by row as its cells by field; nothing else of it is looked at. */
import type { Sheet } from "../../workbook/workbook";
import { isPeriods, type SheetTable } from "../table/column";
import { findHeader, type Header } from "../table/findHeader";
import { headingMatcher } from "../table/matchHeading";
import { quarterName, type PeriodHeading } from "../table/readPeriod";
import { withOrigin } from "../inputs/received";
import { isFilled } from "../table/isFilled";
import type { FieldCells } from "./fieldCells";

export interface RecordSearch {
  readonly table: SheetTable;
  /** Of the plan's start, for years of two digits. */
  readonly century?: number;
  /** Names that may head a column of their own: equipment classes, on Products. */
  readonly named?: ReadonlySet<string>;
}

/** The rows with the places where they stand: the row from 0, and the column of each field. */
export interface PlacedRecords {
  readonly records: readonly { readonly cells: FieldCells; readonly row: number }[];
  readonly columnOf: ReadonlyMap<string, number>;
}

export function readRecords(sheet: Sheet | undefined, search: RecordSearch): readonly FieldCells[] {
  return placedRecords(sheet, search).records.map(({ cells }) => cells);
}

export function placedRecords(sheet: Sheet | undefined, { table, century, named }: RecordSearch): PlacedRecords {
  if (!sheet) return NOTHING;
  const header = findHeader(sheet, {
    match: headingMatcher(withOrigin(table)),
    periods: table.columns.some(isPeriods) ? { century } : undefined,
    named: (heading) => (named?.has(heading.trim()) === true ? heading.trim() : undefined),
  });
  if (!header) return NOTHING;
  const columns = columnsOf(header);
  const records: { cells: FieldCells; row: number }[] = [];
  for (let row = header.row + 1; row < sheet.values.length; row++) {
    const values = sheet.values[row];
    const cells = new Map(columns.flatMap(([field, column]) => (isFilled(values[column]) ? [[field, values[column]] as const] : [])));
    if (cells.size > 0) records.push({ cells, row });
  }
  return { records, columnOf: new Map(columns) };
}

const NOTHING: PlacedRecords = { records: [], columnOf: new Map() };

/** Each field once, where it stands first. */
function columnsOf({ fields, periods, named }: Header<string>): readonly (readonly [string, number])[] {
  const found = new Map<string, number>();
  const all = [
    ...fields.map(({ field, column }) => [field, column] as const),
    ...periods.map((heading) => [periodField(heading), heading.column] as const),
    ...named.map(({ name, column }) => [name, column] as const),
  ];
  for (const [field, column] of all) if (!found.has(field)) found.set(field, column);
  return [...found];
}

/** `1956Q4`, `1957 any`, `any`, each with ` own` behind it where it is a factory's own plan. */
function periodField({ period, own }: PeriodHeading): string {
  const key =
    period.kind === "quarter"
      ? quarterName(period.quarter)
      : period.kind === "any"
        ? `${period.year} any`
        : period.kind === "year"
          ? String(period.year)
          : "any";
  return own ? ownKey(key) : key;
}

export function ownKey(key: string): string {
  return `${key} own`;
}
