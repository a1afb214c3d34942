/** Reads the lists: places, equipment, products, factories. What lower offices sent stands behind the office's own, which holds. */
import type { CoverSheet } from "./cover";
import type { Desk } from "./desk";
import { Directory } from "./directory";
import { equipmentTable, noEquipment, readEquipment, receivedEquipmentTable } from "./equipment";
import { checkProductSizes } from "./exactSizes";
import { factoriesTable, noFactories, readFactories, receivedFactoriesTable } from "./factories";
import { noPlaces, placesTable, readPlaces, receivedPlacesTable } from "./places";
import { noProducts } from "./productNames";
import { statedUnits } from "./statedUnits";
import { productsTable, readProducts, receivedProductsTable } from "./products";

export function* readLists(desk: Desk, cover: CoverSheet | undefined): Generator<void, Directory> {
  const office = cover?.office;
  const places = noPlaces();
  for (const table of [placesTable, receivedPlacesTable]) yield* desk.table(table, (rows) => readPlaces(rows, office, places));
  const source = { places, listed: desk.has("Places"), office };
  const equipment = noEquipment();
  for (const table of [equipmentTable, receivedEquipmentTable]) yield* desk.table(table, (rows) => readEquipment(rows, equipment));
  const named = (heading: string): string | undefined => equipment.index.entry(heading)?.equipment.name;
  const products = noProducts(desk.has("Products"));
  for (const table of [productsTable, receivedProductsTable])
    yield* desk.table(table, (rows) => readProducts(rows, equipment, products), { named });
  checkProductSizes(products, equipment, desk.problems);
  const factories = noFactories(desk.has("Factories"));
  for (const table of [factoriesTable, receivedFactoriesTable]) yield* desk.table(table, (rows) => readFactories(rows, source, factories));
  return new Directory(factories, products, equipment, source, products.listed ? new Map() : statedUnits(desk.dated()));
}
