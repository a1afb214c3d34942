/** The capacities as they stand on the sheets that clerks fill: what SUMIFS finds of a factory and an item, and its formulas. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Sheet } from "../../workbook/workbook";
import type { Reading } from "../reading";
import { comparedKey, type Criteria } from "./criteria";
import { FAR_CELLS, fitting, inputSheets, textIn, type InputSheet } from "./inputSheets";
import { meets, sumifs } from "./sumifs";

/** By which texts a row is written. */
export interface Written {
  readonly factory: string;
  readonly item: string;
}

/** In numbers, in whatever unit. */
export interface Amounts {
  readonly available: number;
  readonly own: number;
}

export interface CapacityWritten {
  /** What the formulas give. */
  of(written: Written): Amounts;
  /** Undefined where a row is not written by texts, or stands on no sheet. */
  written(no: string): Written | undefined;
  /** Terms of a sum, for the criteria in these cells. */
  terms(what: keyof Amounts, criteria: { readonly factory: Criteria; readonly item: Criteria }): readonly string[];
}

/** With a yield now and then. */
export function* capacityWritten(reading: Reading, sheets: readonly Sheet[]): Generator<void, CapacityWritten> {
  const all = inputSheets(reading, sheets, ["Capacity", "Received capacity"]);
  const sides = (["available", "own"] as const).map((what) =>
    fitting(all, (input) => termsOn(input, what, { factory: FAR_CELLS, item: FAR_CELLS })),
  );
  const found = all.filter((input) => sides.every((side) => side.includes(input)));
  const sums = new Map<string, { available: number; own: number }>();
  const writtenAt = (name: string, row: number): Written | undefined => {
    const input = found.find(({ sheet }) => sheet.name === name);
    const factory = input && textIn(input, row, input.at("factory"));
    const item = input && textIn(input, row, input.at("item"));
    return factory !== undefined && item !== undefined ? { factory, item } : undefined;
  };
  for (const { sheet, periods } of found) {
    for (const [row, cells] of sheet.values.entries()) {
      if (row % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      const written = writtenAt(sheet.name, row);
      if (!written) continue;
      let sum = sums.get(writtenKey(written));
      if (!sum) sums.set(writtenKey(written), (sum = { available: 0, own: 0 }));
      for (const { column, own } of periods) {
        const amount = cells[column];
        if (typeof amount === "number") sum[own ? "own" : "available"] += amount;
      }
    }
  }
  return {
    of: (written) => sums.get(writtenKey(written)) ?? { available: 0, own: 0 },
    written(no) {
      const place = reading.cells.capacities.get(no);
      return place && writtenAt(place.sheet, place.row);
    },
    terms: (what, criteria) => found.flatMap((input) => termsOn(input, what, criteria)),
  };
}

function termsOn(
  input: InputSheet,
  what: keyof Amounts,
  { factory, item }: { readonly factory: Criteria; readonly item: Criteria },
): readonly string[] {
  const [factories, items] = [input.at("factory"), input.at("item")];
  if (factories === undefined || items === undefined) return [];
  const named = [...meets(input.whole(factories), factory), ...meets(input.whole(items), item)];
  return input.periods.flatMap(({ column, own }) => (own === (what === "own") ? [sumifs(input.whole(column), named)] : []));
}

/** Rows that SUMIFS takes for one another have one key. */
export function writtenKey({ factory, item }: Written): string {
  return `${comparedKey(factory)}\n${comparedKey(item)}`;
}
