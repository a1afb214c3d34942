/**
 * Finds the header of a sheet among its first 20 rows: the row, or the two rows read as upper and lower text, in which most
 * columns are recognised. Columns nobody knows are the clerk's own.
 */
import type { CellValue, Sheet } from "../../workbook/workbook";
import type { HeadingMatch, HeadingMatcher } from "./matchHeading";
import type { PeriodHeading } from "./readPeriod";
import { periodOrder, readPeriod } from "./readPeriod";
import { serialDate } from "./serialDate";

const SEARCHED_ROWS = 20;

/** What the headings of a sheet can mean beside its named columns. */
export interface HeaderRules<Field extends string> {
  readonly match: HeadingMatcher<Field>;
  /** Columns that are periods; `century` as for `readPeriod`. */
  readonly periods?: { readonly century?: number };
  /** Columns headed by a name of the workbook's own: an equipment class. */
  readonly named?: (heading: string) => string | undefined;
}

export interface NamedColumn {
  readonly column: number;
  readonly heading: string;
}
export interface Header<Field extends string> {
  /** The first row of the header and the last. */
  readonly top: number;
  readonly row: number;
  /** What stands above each column, by column. */
  readonly headings: readonly string[];
  readonly fields: readonly (NamedColumn & HeadingMatch<Field>)[];
  readonly periods: readonly (NamedColumn & PeriodHeading)[];
  readonly unusable: readonly NamedColumn[];
  readonly named: readonly (NamedColumn & { readonly name: string })[];
}

/** The header; undefined where no row of the first 20 holds a heading that is known. */
export function findHeader<Field extends string>(sheet: Sheet, rules: HeaderRules<Field>): Header<Field> | undefined {
  let best: Header<Field> | undefined;
  let most = 0;
  const rows = Math.min(SEARCHED_ROWS, sheet.values.length);
  for (let row = 0; row < rows; row++) {
    for (const upper of row === 0 ? [undefined] : [undefined, row - 1]) {
      // No column counts for more than one.
      if (widthOf(sheet, row, upper) <= most) continue;
      const header = readHeader({ sheet, rules, upper, row });
      const found = score(header);
      if (found > most) [best, most] = [header, found];
    }
  }
  return best;
}

function widthOf({ values }: Sheet, row: number, upper: number | undefined): number {
  return Math.max(values[row].length, upper === undefined ? 0 : values[upper].length);
}

function score<Field extends string>(header: Header<Field>): number {
  const fields = new Set(header.fields.map(({ field }) => field)).size;
  const periods = new Set(header.periods.map(({ period, own }) => `${own} ${periodOrder(period)}`)).size;
  const names = new Set(header.named.map(({ name }) => name)).size;
  return fields + periods + names + header.unusable.length / 2;
}

interface Attempt<Field extends string> {
  readonly sheet: Sheet;
  readonly rules: HeaderRules<Field>;
  /** The row above, where the header stands in two. */
  readonly upper: number | undefined;
  readonly row: number;
}

function readHeader<Field extends string>({ sheet, rules, upper, row }: Attempt<Field>): Header<Field> {
  const header = { top: upper ?? row, row, headings: [] as string[], fields: [] as Header<Field>["fields"][number][] };
  const periods: Header<Field>["periods"][number][] = [];
  const unusable: NamedColumn[] = [];
  const named: Header<Field>["named"][number][] = [];
  const above = upper === undefined ? undefined : carried(sheet, upper);
  const width = widthOf(sheet, row, upper);
  for (let column = 0; column < width; column++) {
    const texts = headingTexts(above?.[column], sheet.values[row][column]);
    header.headings[column] = texts[0] ?? "";
    const meaning = firstMeaning(texts, rules);
    if (!meaning) continue;
    const { heading } = meaning;
    header.headings[column] = heading;
    if (meaning.kind === "field") header.fields.push({ column, heading, ...meaning.match });
    else if (meaning.kind === "period") periods.push({ column, heading, ...meaning.period });
    else if (meaning.kind === "named") named.push({ column, heading, name: meaning.name });
    else unusable.push({ column, heading });
  }
  return { ...header, periods, unusable, named };
}

type Meaning<Field extends string> =
  | { readonly kind: "field"; readonly heading: string; readonly match: HeadingMatch<Field> }
  | { readonly kind: "period"; readonly heading: string; readonly period: PeriodHeading }
  | { readonly kind: "named"; readonly heading: string; readonly name: string }
  | { readonly kind: "unusable"; readonly heading: string };

/** The first of the possible texts that means something; an unusable period only where nothing else is meant. */
function firstMeaning<Field extends string>(texts: readonly string[], rules: HeaderRules<Field>): Meaning<Field> | undefined {
  let unusable: Meaning<Field> | undefined;
  for (const heading of texts) {
    const period = rules.periods && readPeriod(heading, rules.periods.century);
    if (period && !("unusable" in period)) return { kind: "period", heading, period };
    const match = rules.match(heading);
    if (match) return { kind: "field", heading, match };
    const name = rules.named?.(heading);
    if (name !== undefined) return { kind: "named", heading, name };
    if (period) unusable ??= { kind: "unusable", heading };
  }
  return unusable;
}

/** The upper texts of a two-row header, each carried to the right over the cells it spans. */
function carried(sheet: Sheet, row: number): readonly (CellValue | undefined)[] {
  const texts: (CellValue | undefined)[] = [];
  const width = Math.max(sheet.values[row].length, sheet.values[row + 1]?.length ?? 0);
  for (let column = 0; column < width; column++) {
    const value = sheet.values[row][column];
    const blank = textOf(value) === "";
    texts[column] = blank && textOf(sheet.values[row + 1]?.[column]) !== "" ? carriedFrom(sheet, row, column) : value;
  }
  return texts;
}

/** The nearest upper text to the left, across columns whose lower cell is blank too. */
function carriedFrom(sheet: Sheet, row: number, column: number): CellValue | undefined {
  for (let at = column - 1; at >= 0; at--) if (textOf(sheet.values[row][at]) !== "") return sheet.values[row][at];
  return undefined;
}

/** Both rows together first (`1957年` over `一季度`), then the lower alone, then the upper alone. */
function headingTexts(above: CellValue | undefined, below: CellValue | undefined): readonly string[] {
  const upper = textOf(above);
  const lower = textOf(below);
  if (upper === "" || (lower !== "" && typeof below !== "string")) return lower === "" ? [] : [lower, ...monthOf(below)];
  return lower === ""
    ? [upper, ...monthOf(above)]
    : [`${upper} ${lower}`, `${upper}${lower}`, lower, `${lower} ${upper}`, `${lower}${upper}`];
}

/** What `1957-2` becomes when it is typed: the serial number of the first of February, here as a date again. */
function monthOf(value: CellValue | undefined): readonly string[] {
  const date = serialDate(value);
  return date?.endsWith("-01") ? [date] : [];
}

function textOf(value: CellValue | undefined): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
