/** The needs as they stand on the sheets that clerks fill: what SUMIFS finds there, spelling by spelling, and its formulas. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Sheet } from "../../workbook/workbook";
import { headingText } from "../table/normalText";
import { inHouseWords } from "../table/words";
import type { Reading } from "../reading";
import { comparedKey, quoted, type Criteria } from "./criteria";
import { FAR_CELLS, fitting, inputSheets, textIn, type InputSheet } from "./inputSheets";
import { meets, sumifs, type Condition } from "./sumifs";

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
  terms(kind: keyof Needed, criteria: Criteria): readonly string[];
}

/** With a yield now and then. */
export function* needsWritten(reading: Reading, sheets: readonly Sheet[]): Generator<void, NeedsWritten> {
  const all = inputSheets(reading, sheets, ["Demand", "Received demand"]);
  const words = wordsInHouse(all, reading.language);
  const sides = (["outside", "inHouse"] as const).map((side) =>
    fitting(all, (input) => termsOn(input, side, { criteria: FAR_CELLS, words })),
  );
  const found = all.filter((input) => sides.every((side) => side.includes(input)));
  const inHouse = new Set(words.map(comparedKey));
  const sums = new Map<string, { outside: number; inHouse: number }>();
  for (const input of found) {
    const [product, kind] = [input.at("product"), input.at("kind")];
    for (const [row, cells] of input.sheet.values.entries()) {
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      const text = textIn(input, row, product);
      if (text === undefined) continue;
      const side = inHouse.has(comparedKey(textIn(input, row, kind) ?? "")) ? "inHouse" : "outside";
      let sum = sums.get(comparedKey(text));
      if (!sum) sums.set(comparedKey(text), (sum = { outside: 0, inHouse: 0 }));
      for (const { column } of input.periods) {
        const amount = cells[column];
        if (typeof amount === "number") sum[side] += amount;
      }
    }
  }
  const byName = new Map(found.map((input) => [input.sheet.name, input]));
  const spellingAt = (sheet: string, row: number): string | undefined => {
    const input = byName.get(sheet);
    return input && textIn(input, row, input.at("product"));
  };
  return {
    of: (spelling) => sums.get(comparedKey(spelling)) ?? { outside: 0, inHouse: 0 },
    spellingAt,
    spelling(no) {
      const place = reading.cells.demands.get(no);
      return place && spellingAt(place.sheet, place.row);
    },
    terms: (side, criteria) => found.flatMap((input) => termsOn(input, side, { criteria, words })),
  };
}

/** How in-house work is marked on the sheets; the usual word where none is. */
function wordsInHouse(found: readonly InputSheet[], language: Reading["language"]): readonly string[] {
  const words = new Set<string>();
  for (const input of found) {
    const kind = input.at("kind");
    for (const row of kind === undefined ? [] : input.sheet.values.keys()) {
      const text = textIn(input, row, kind);
      if (text !== undefined && !words.has(text) && inHouseWords.get(headingText(text)) === true) words.add(text);
    }
  }
  return words.size > 0 ? [...words].sort() : [language === "en" ? "In-house, may be handed over" : "自制可转出"];
}

function termsOn(
  input: InputSheet,
  side: keyof Needed,
  { criteria, words }: { criteria: Criteria; words: readonly string[] },
): readonly string[] {
  const [product, kind] = [input.at("product"), input.at("kind")];
  if (product === undefined || (side === "inHouse" && kind === undefined)) return [];
  const marked = (sign: "=" | "<>", word: string): Condition[] =>
    kind === undefined ? [] : [[input.whole(kind), quoted(`${sign}${word}`)]];
  const conditions = side === "outside" ? [words.flatMap((word) => marked("<>", word))] : words.map((word) => marked("=", word));
  const named = meets(input.whole(product), criteria);
  return input.periods.flatMap(({ column }) => conditions.map((own) => sumifs(input.whole(column), [...named, ...own])));
}
