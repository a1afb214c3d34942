/**
 * What a sheet of ours looks like, as data: its names in both languages and its columns, each with the field it fills.
 * The reader finds sheets and columns by these names; the writer heads its columns with them.
 */
import type { CellStyle } from "../../workbook/workbook";
import type { SheetKind, SheetLanguage } from "../reading";

/** A name as it stands on a sheet, in every language. */
export type Names = Readonly<Record<SheetLanguage, string>>;

/** One column. `field` is unique in its table and never shown to a clerk. */
export interface Column<Field extends string = string> {
  readonly field: Field;
  readonly names: Names;
  /** Other words a clerk would use, in any language. An exact name wins over them. */
  readonly aliases: readonly string[];
  /** The sheet can't be read without it (inputs only). */
  readonly required: boolean;
  /** Outputs: width in characters and look. */
  readonly width?: number;
  readonly style?: CellStyle;
  /** Outputs: stands in the group at the right, outside the print area. */
  readonly grouped?: boolean;
  /** Outputs: the clerk's own column, filled by him and kept by the row's number. */
  readonly clerk?: boolean;
}

/** Where the run of period columns stands: one per quarter, with the `any` columns of Demand after them, or with own plans. */
export interface PeriodColumns {
  readonly periods: "quarters" | "quarters and any" | "quarters and own";
}

export interface SheetTable<Field extends string = string> {
  readonly kind: SheetKind;
  readonly names: Names;
  readonly aliases: readonly string[];
  /** The defined name that points at A1 of an output sheet. */
  readonly definedName?: string;
  readonly columns: readonly (Column<Field> | PeriodColumns)[];
}

export function isPeriods(entry: Column | PeriodColumns): entry is PeriodColumns {
  return "periods" in entry;
}

/** The columns with a field, without the run of periods. */
export function fieldColumns<Field extends string>(table: SheetTable<Field>): readonly Column<Field>[] {
  return table.columns.filter((entry): entry is Column<Field> => !isPeriods(entry));
}

type Extra = Partial<Pick<Column, "aliases" | "required" | "width" | "style" | "grouped" | "clerk">>;

/** A column in one line: field, Chinese name, English name. */
export function column<Field extends string>(field: Field, chinese: string, english: string, extra: Extra = {}): Column<Field> {
  return { field, names: { "zh-CN": chinese, en: english }, aliases: [], required: false, ...extra };
}
