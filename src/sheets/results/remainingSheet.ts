/** The Remaining capacity sheet · 剩余能力: what is left of each capacity row, and how far it is loaded. */
import type { Capacity, Remaining } from "../../engine/model";
import { MILLIONTHS } from "../../engine/model";
import { eachInSlices } from "../../engine/slices";
import type { CellValue } from "../../workbook/workbook";
import { capacitySteps, capacityUnit, itemName } from "./cureFacts";
import type { Lookup } from "./lookup";
import { naturalOrder } from "../table/naturalOrder";
import { remainingTable, type RemainingField } from "../outputs";
import type { SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";

export interface RemainingRow {
  readonly capacity: Capacity;
  /** In the row's unit, by quarter. */
  readonly quantities: readonly number[];
  readonly total: number;
  /** Own plan (less what was handed over) and agreements, of what is available. */
  readonly load: number | undefined;
}

/** In order of capacity number; with a yield now and then. */
export function* remainingRows(remaining: readonly Remaining[], { capacities }: Lookup): Generator<void, readonly RemainingRow[]> {
  const rows = yield* eachInSlices(remaining, ({ capacityNo, quantities }): RemainingRow => {
    const capacity = capacities.get(capacityNo);
    if (!capacity) throw new RangeError(`capacity ${capacityNo} is not in the situation`);
    const steps = capacitySteps(capacity);
    const left = sum(quantities);
    const available = sum(capacity.available);
    return {
      capacity,
      quantities: quantities.map((quantity) => quantity / steps),
      total: left / steps,
      load: available === 0 ? undefined : (available - left) / available,
    };
  });
  return rows.sort((a, b) => naturalOrder(a.capacity.no, b.capacity.no));
}

export interface RemainingInput {
  readonly rows: readonly RemainingRow[];
  readonly lookup: Lookup;
  readonly periods: readonly string[];
  readonly language: SheetLanguage;
}

export function remainingSheet({ rows, lookup, periods, language }: RemainingInput): Generator<void, SheetDraft> {
  return draftSheet<RemainingRow, RemainingField>({
    ...{ table: remainingTable, language, periods, rows, numberFields: ["capacityNo"] },
    cells: {
      cell: (field) => (row) => remainingCell(row, field, lookup, language),
      quantity: (row, period) => row.quantities[period] ?? 0,
      hasDecimals: ({ capacity }) => capacity.item.kind === "equipment" || capacity.item.unit.family === "mass",
    },
  });
}

function remainingCell(row: RemainingRow, field: RemainingField, lookup: Lookup, language: SheetLanguage): CellValue {
  const { capacity } = row;
  switch (field) {
    case "capacityNo":
      return capacity.no;
    case "factory":
      return capacity.factory;
    case "place":
      return lookup.placeOf(capacity.factory);
    case "item":
      return itemName(capacity, language);
    case "grade":
      return capacity.grade ?? lookup.factories.get(capacity.factory)?.grade ?? null;
    case "largestPiece":
      return capacity.largestPiece === undefined ? null : capacity.largestPiece / MILLIONTHS;
    case "unit":
      return capacityUnit(capacity, lookup, language);
    case "total":
      return row.total;
    case "load":
      return row.load === undefined ? null : Math.round(row.load * 10_000) / 10_000;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
