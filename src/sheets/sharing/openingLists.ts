/** The lists of a workbook as a new workbook begins with them: all of them, or what concerns one place and all under it. */
import type { Sheet } from "../../workbook/workbook";
import { lookup } from "../results/lookup";
import type { Reading } from "../reading";
import { besideRow, type RowPlace } from "./besideRow";
import { fieldCells, type FieldCells } from "./fieldCells";
import type { Opening } from "./openingSheets";
import { distanceRecord, equipmentRecord, factoryRecord, lastYearRecord, placeRecord, productRecord, standingRecord, type Extras } from "./listRecords"; // prettier-ignore

/** Whose lists; absent: everybody's. */
export interface Whose {
  /** The places, the office among them. */
  readonly places: ReadonlySet<string>;
  /** The place on top, which hangs under nothing. */
  readonly top: string;
}

/**
 * Places, distances, factories, equipment, products, standing agreements and last year. Of one place: its own places and
 * factories, every product and equipment class, and of standing agreements (in force) and last year the rows in which one of
 * its factories takes part.
 */
export function openingLists(reading: Reading, sheets: readonly Sheet[], whose?: Whose): Opening["records"] {
  const { shared, situation, language } = reading;
  const { lists } = shared;
  const beside = besideRow(reading, sheets);
  const extras = (place: RowPlace): Extras => (field) => beside(place, field); // prettier-ignore
  const here = (place: string | undefined): boolean => !whose || whose.places.has(place ?? "");
  const factories = situation.factories.filter(({ place }) => here(place));
  const names = new Set(factories.map(({ name }) => name));
  const concerns = (row: { readonly supplier: string; readonly buyer: string }): boolean =>
    !whose || names.has(row.supplier) || names.has(row.buyer);
  const listed = new Map(lists.factories.map((entry) => [entry.name, entry]));
  const { products } = lookup(shared.whole);
  return {
    Places: lists.places
      .filter(({ name, valid }) => valid && here(name))
      .map((entry) => placeRecord({ ...entry, under: entry.name === whose?.top ? undefined : entry.under }, extras(entry))),
    Distances: situation.distances.filter(({ from, to }) => here(from) && here(to)).map(distanceRecord),
    Factories: factories.map((factory) => factoryRecord(factory, extras(listed.get(factory.name) ?? {}), { contacts: true })),
    Equipment: situation.equipment.map((equipment) => equipmentRecord(equipment, language)),
    Products: lists.products.filter(({ valid }) => valid).map((entry) => productRecord(entry.product, extras(entry))),
    "Standing agreements": lists.standing
      .filter((row) => (whose ? row.inForce && concerns(row) : true))
      .flatMap((row): readonly FieldCells[] => {
        const product = products.get(row.product);
        if (!product) return [];
        const record = standingRecord(row, { product, tolerance: Math.round(row.tolerance * 100), basis: beside(row, "basis") }, language);
        const status = beside(row, "status");
        return [fieldCells([...record, ...(status === "" ? [] : [["status", status] as const])])];
      }),
    "Last year": lists.lastYear.filter(concerns).map(lastYearRecord),
  };
}
