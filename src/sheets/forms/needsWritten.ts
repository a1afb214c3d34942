/** The needs as they stand on the sheets that clerks fill: what SUMIFS finds there, spelling by spelling, and its formulas. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Sheet } from "../../workbook/workbook";
import { columnLetters } from "../table/ownRowFormula";
import { headingText } from "../table/normalText";
import { inHouseWords } from "../table/words";
import type { Reading, SheetReceipt } from "../reading";
import { comparedKey, quoted } from "./criteria";
import { sumifs, wholeColumn, type Condition } from "./sumifs";

/** What of a spelling stands there in numbers, in whatever unit. */
export interface Needed {
  readonly outside: number;
  readonly inHouse: number;
}

export interface NeedsWritten {
  /** What the formulas give for a spelling. */
  of(spelling: string): Needed;
  /** The text by which a line is written; undefined where that is no text, or the line stands on no sheet. */
  spelling(no: string): string | undefined;
  spellingAt(sheet: string, row: number): string | undefined;
  /** Terms of a sum, for the criteria in these cells. */
  terms(kind: keyof Needed, criteria: { readonly begins: string; readonly ends: string }): readonly string[];
}

/** A sheet of needs: where its columns stand. */
interface NeedsSheet {
  readonly sheet: Sheet;
  readonly product: number;
  readonly kind: number | undefined;
  readonly periods: readonly number[];
}

/** With a yield now and then. */
export function* needsWritten(reading: Reading, sheets: readonly Sheet[]): Generator<void, NeedsWritten> {
  const found = reading.receipts.flatMap((receipt) => needsSheet(receipt, sheets) ?? []);
  const words = wordsInHouse(found, reading.language);
  const inHouse = new Set(words.map(comparedKey));
  const sums = new Map<string, { outside: number; inHouse: number }>();
  for (const { sheet, product, kind, periods } of found) {
    for (let row = 0; row < sheet.values.length; row++) {
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      const cells = sheet.values[row];
      const text = cells[product];
      if (typeof text !== "string") continue;
      const what = kind === undefined ? undefined : cells[kind];
      const side = typeof what === "string" && inHouse.has(comparedKey(what)) ? "inHouse" : "outside";
      let sum = sums.get(comparedKey(text));
      if (!sum) sums.set(comparedKey(text), (sum = { outside: 0, inHouse: 0 }));
      for (const column of periods) {
        const amount = cells[column];
        if (typeof amount === "number") sum[side] += amount;
      }
    }
  }
  const byName = new Map(found.map((entry) => [entry.sheet.name, entry]));
  const spellingAt = (sheet: string, row: number): string | undefined => {
    const entry = byName.get(sheet);
    const text = entry?.sheet.values[row]?.[entry.product];
    return typeof text === "string" && text !== "" ? text : undefined;
  };
  return {
    of: (spelling) => sums.get(comparedKey(spelling)) ?? { outside: 0, inHouse: 0 },
    spellingAt,
    spelling(no) {
      const place = reading.cells.demands.get(no);
      return place && spellingAt(place.sheet, place.row);
    },
    terms: (kind, criteria) => found.flatMap((entry) => termsOn(entry, kind, { criteria, words })),
  };
}

function needsSheet(receipt: SheetReceipt, sheets: readonly Sheet[]): NeedsSheet | undefined {
  if (receipt.kind !== "Demand" && receipt.kind !== "Received demand") return undefined;
  const sheet = sheets.find(({ name }) => name === receipt.sheet);
  const at = (wanted: string): number | undefined => receipt.columns.find(({ field }) => field === wanted)?.column;
  const product = at("product");
  // A field that has no names of ours is a period.
  const periods = receipt.columns.flatMap(({ column, field, names }) => (field !== undefined && names === undefined ? [column] : []));
  return sheet && product !== undefined ? { sheet, product, kind: at("kind"), periods } : undefined;
}

/** How in-house work is marked on the sheets; the usual word where none is. */
function wordsInHouse(found: readonly NeedsSheet[], language: Reading["language"]): readonly string[] {
  const words = new Set<string>();
  for (const { sheet, kind } of found) {
    if (kind === undefined) continue;
    for (const cells of sheet.values) {
      const text = cells[kind];
      if (typeof text === "string" && !words.has(text) && inHouseWords.get(headingText(text)) === true) words.add(text);
    }
  }
  return words.size > 0 ? [...words].sort() : [language === "en" ? "In-house, may be handed over" : "自制可转出"];
}

function termsOn(
  { sheet: { name }, product, kind, periods }: NeedsSheet,
  side: keyof Needed,
  { criteria, words }: { criteria: { readonly begins: string; readonly ends: string }; words: readonly string[] },
): readonly string[] {
  const column = (at: number): string => wholeColumn(name, columnLetters(at));
  const named: Condition[] = [
    [column(product), criteria.begins],
    [column(product), criteria.ends],
  ];
  const marked = (sign: "=" | "<>", word: string): Condition[] => (kind === undefined ? [] : [[column(kind), quoted(`${sign}${word}`)]]);
  if (side === "inHouse" && kind === undefined) return [];
  const conditions = side === "outside" ? [words.flatMap((word) => marked("<>", word))] : words.map((word) => marked("=", word));
  return periods.flatMap((period) => conditions.map((own) => sumifs(column(period), [...named, ...own])));
}
