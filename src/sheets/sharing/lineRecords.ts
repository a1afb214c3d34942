/** Demand lines and capacity rows as they travel: every column, quantities in units. */
import type { Capacity, Demand, Product } from "../../engine/model";
import { MILLIONTHS } from "../../engine/model";
import { inUnits } from "../results/agreementRows";
import { capacitySteps, capacityUnit } from "../results/cureFacts";
import type { Lookup } from "../results/lookup";
import type { SheetLanguage } from "../reading";
import { fieldCells, type FieldCells } from "./fieldCells";
import { ownKey } from "./readRecords";
import { kindWord, listText, materialWord, priorityWord, yesWord } from "./wordOf";

export interface LineWords {
  readonly language: SheetLanguage;
  readonly lookup: Lookup;
}

/** What a row has beside its noun. */
export interface RowMarks {
  /** The number under which it travels. */
  readonly no: string;
  readonly remark: string;
  /** Where it stands in the sender's workbook. */
  readonly origin: string;
}

/** `open` in steps of the product's unit, by key of the period. */
export function demandRecord(
  demand: Demand,
  { product, open, marks }: { product: Product; open: ReadonlyMap<string, number>; marks: RowMarks },
  { language }: Pick<LineWords, "language">,
): FieldCells {
  return fieldCells([
    ["no", marks.no],
    ["factory", demand.factory],
    ["product", product.key],
    ["unit", product.unit.name],
    ...[...open].map(([key, steps]) => [key, inUnits(steps, product)] as const),
    ["kind", kindWord(demand.inHouse, language)],
    ["recurrent", yesWord(demand.recurrent, language)],
    ["priority", priorityWord(demand.priority, language)],
    ["grade", demand.grade],
    ["early", demand.early],
    ["late", demand.late],
    ["split", yesWord(demand.maySplit, language)],
    ["present", demand.presentSupplier],
    ["wished", listText(demand.wishedSuppliers, language)],
    ["only", listText(demand.onlySuppliers, language)],
    ["not", listText(demand.notSuppliers, language)],
    ["material", materialWord(demand.material, language)],
    ["remark", marks.remark],
    ["origin", marks.origin],
  ]);
}

export interface OpenCapacity {
  /** In the row's steps, by quarter of the horizon. */
  readonly available: readonly number[];
  readonly own: readonly number[];
  /** Names of the products or classes that share the row; absent for equipment. */
  readonly items: readonly string[] | undefined;
  readonly marks: RowMarks;
}

export function capacityRecord(
  capacity: Capacity,
  { available, own, items, marks }: OpenCapacity,
  { language, lookup, periods }: LineWords & { readonly periods: readonly string[] },
): FieldCells {
  const steps = capacitySteps(capacity);
  const { item } = capacity;
  return fieldCells([
    ["no", marks.no],
    ["factory", capacity.factory],
    ["item", item.kind === "equipment" ? item.equipment : listText(items ?? item.products, language)],
    ["unit", capacityUnit(capacity, lookup, language)],
    ["grade", capacity.grade],
    ["largestPiece", capacity.largestPiece === undefined ? undefined : capacity.largestPiece / MILLIONTHS],
    ...periods.map((key, quarter) => [key, (available[quarter] ?? 0) / steps] as const),
    ...periods.map((key, quarter) => [ownKey(key), (own[quarter] ?? 0) / steps] as const),
    ["remark", marks.remark],
    ["origin", marks.origin],
  ]);
}
