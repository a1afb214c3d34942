/** What a template's sheet looks like, as data; its headings are those of the table that reading uses. */
import type { Text } from "../../i18n/language";
import type { Column, SheetTable } from "../table/column";
import type { WordList } from "./wordLists";

/** Code sheets whose names other sheets offer in drop-downs, and Demand where there are no code sheets. */
export type ListSource = "places" | "factories" | "equipment" | "products" | "items" | "products needed";

export type TemplateRule =
  /** Words of which one must be chosen. */
  | { readonly kind: "words"; readonly words: WordList }
  /** Words that are offered, while others are understood too. */
  | { readonly kind: "usual words"; readonly words: WordList }
  /** Names that stand on another sheet; others (codes, former names, lists) are understood too. */
  | { readonly kind: "names"; readonly from: ListSource }
  /** A number, whole or not; a text such as 1.2万 only warns. */
  | { readonly kind: "number"; readonly whole: boolean; readonly minimum: number; readonly maximum?: number };

export interface TemplateColumn<Field extends string> {
  readonly field: Field;
  /** In characters. */
  readonly width: number;
  readonly rule?: TemplateRule;
  /** Codes and drawing numbers stay as typed: 001, 3/4. */
  readonly codes?: true;
}

export interface TemplateLayout<Field extends string = string> {
  readonly table: SheetTable<Field>;
  readonly columns: readonly TemplateColumn<Field>[];
  readonly help: Readonly<Record<Field, Text>>;
  /** Columns from the left that stay in sight. */
  readonly frozen: number;
  /** The run of period columns, where the table has one: of the Cover's quarters, or one lone Quantity. */
  readonly periods?: "quarters" | "quantity";
  /** The field behind which columns to be headed by an equipment class stand. */
  readonly normsAfter?: Field;
}

/** A column in one line. */
export function laid<Field extends string>(field: Field, width: number, rule?: TemplateRule): TemplateColumn<Field> {
  return rule ? { field, width, rule } : { field, width };
}

/** A column of codes. */
export function codes<Field extends string>(field: Field, width: number): TemplateColumn<Field> {
  return { field, width, codes: true };
}

export const names = (from: ListSource): TemplateRule => ({ kind: "names", from });
export const words = (list: WordList): TemplateRule => ({ kind: "words", words: list });
export const usual = (list: WordList): TemplateRule => ({ kind: "usual words", words: list });
export const whole = (minimum: number, maximum?: number): TemplateRule => ({ kind: "number", whole: true, minimum, maximum });
export const number = (minimum: number, maximum?: number): TemplateRule => ({ kind: "number", whole: false, minimum, maximum });

/** The table's column of a field; a layout that names another is a programmer's mistake. */
export function columnOf<Field extends string>(table: SheetTable<Field>, field: Field): Column<Field> {
  for (const entry of table.columns) if (!("periods" in entry) && entry.field === field) return entry;
  throw new RangeError(`${table.kind} has no column ${field}`);
}
