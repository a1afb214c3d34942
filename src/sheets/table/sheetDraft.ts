/**
 * One output sheet as data: its table of columns, and its rows as cells in the order in which they will stand.
 * Columns up to Total come first, then what else is printed, then what is grouped at the right.
 */
import { eachInSlices } from "../../engine/slices";
import type { CellStyle, CellValue } from "../../workbook/workbook";
import { isPeriods, type Column, type SheetTable } from "./column";
import type { SheetLanguage } from "../reading";

/** One column as it will stand: a field, or a period with its key. */
export interface DraftColumn {
  /** The field, or the period's key. */
  readonly field: string;
  readonly header: string;
  readonly width: number;
  readonly style: CellStyle;
  readonly period: boolean;
  readonly grouped: boolean;
  /** Filled by the clerk and kept. */
  readonly clerk: boolean;
  /** The formula whose value stands in the rows, for the row that Excel numbers so; `index` counts the draft's rows. */
  readonly formula?: (row: number, index: number) => string;
}

export interface SheetDraft {
  readonly table: SheetTable;
  readonly columns: readonly DraftColumn[];
  /** Fields that make up a row's number. */
  readonly numberFields: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Rows whose quantities have decimals (mass). */
  readonly decimalRows: ReadonlySet<number>;
}

/** What a sheet's own code tells about its rows. */
export interface RowCells<Row, Field extends string> {
  /** Gives what works out the cells of a field; asked once. */
  readonly cell: (field: Field) => (row: Row) => CellValue;
  /** The quantity of the period at this position among the keys given; 0 is left blank. */
  readonly quantity: (row: Row, period: number) => number;
  readonly hasDecimals?: (row: Row) => boolean;
}

export interface DraftSetting<Row, Field extends string> {
  readonly table: SheetTable<Field>;
  readonly language: SheetLanguage;
  readonly periods: readonly string[];
  readonly numberFields: readonly Field[];
  readonly rows: readonly Row[];
  readonly cells: RowCells<Row, Field>;
}

/** Works all cells out, with a yield now and then. */
export function* draftSheet<Row, Field extends string>({
  table,
  language,
  periods,
  numberFields,
  rows,
  cells,
}: DraftSetting<Row, Field>): Generator<void, SheetDraft> {
  const columns: DraftColumn[] = [];
  const cellOf: ((row: Row) => CellValue)[] = [];
  for (const entry of ordered(table.columns)) {
    if (!isPeriods(entry)) {
      columns.push(fieldColumn(entry, language));
      cellOf.push(cells.cell(entry.field));
      continue;
    }
    periods.forEach((key, index) => {
      columns.push({
        field: key,
        header: periodHeader(key, language),
        width: 11,
        style: "whole",
        period: true,
        grouped: false,
        clerk: false,
      });
      cellOf.push((row) => cells.quantity(row, index) || null);
    });
  }
  const decimalRows = new Set<number>();
  const laid = yield* eachInSlices(rows, (row, index) => {
    if (cells.hasDecimals?.(row)) decimalRows.add(index);
    // Not by `map`: what lives long is then soon laid where it stays, and not moved about while rows are added.
    const laidRow = new Array<CellValue>(cellOf.length);
    for (let column = 0; column < cellOf.length; column++) laidRow[column] = cellOf[column](row);
    return laidRow;
  });
  return { table, columns, numberFields, rows: laid, decimalRows };
}

/** Up to Total as in the table; after it the ungrouped columns, then the grouped ones. */
function ordered<Entry extends Column | object>(columns: readonly Entry[]): readonly Entry[] {
  const total = columns.findIndex((entry) => "field" in entry && entry.field === "total");
  const grouped = (entry: Entry): boolean => "grouped" in entry && entry.grouped === true;
  const after = columns.slice(total + 1);
  return [...columns.slice(0, total + 1), ...after.filter((entry) => !grouped(entry)), ...after.filter(grouped)].map((entry, index) =>
    index <= total && grouped(entry) ? { ...entry, grouped: false } : entry,
  );
}

function fieldColumn(column: Column, language: SheetLanguage): DraftColumn {
  const { field, names, width, style, grouped, clerk } = column;
  return {
    field,
    header: names[language],
    width: width ?? 12,
    style: style ?? "text",
    period: false,
    grouped: grouped ?? false,
    clerk: clerk ?? false,
  };
}

/**
 * The heading of a period: `1956Q4` or 56年四季度. Two digits stand for the year only where they can be read back without the
 * plan's start (00–49 is 20xx, 50–99 19xx).
 */
export function periodHeader(key: string, language: SheetLanguage): string {
  if (key === "any") return language === "en" ? "Quantity" : "数量";
  if (language === "en") return key;
  const [, year, rest] = /^(\d{4})(?:Q([1-4])| any)$/.exec(key) ?? [];
  if (year === undefined) throw new RangeError(`not a period: ${key}`);
  const short = Number(year) >= 1950 && Number(year) < 2050 ? year.slice(2) : year;
  return rest === undefined ? `${short}年不分季` : `${short}年${"一二三四"[Number(rest) - 1]}季度`;
}
