/** What the outputs look up by name: products, factories' places, capacity rows, demand lines. */
import type { Capacity, Demand, Equipment, Factory, Product, Situation } from "../../engine/model";

export interface Lookup {
  readonly situation: Situation;
  readonly products: ReadonlyMap<string, Product>;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly demands: ReadonlyMap<string, Demand>;
  readonly capacities: ReadonlyMap<string, Capacity>;
  readonly equipment: ReadonlyMap<string, Equipment>;
  /** Blank for a factory outside this office. */
  placeOf(factory: string): string;
}

export function lookup(situation: Situation): Lookup {
  const factories = byKey(situation.factories, ({ name }) => name);
  return {
    situation,
    factories,
    products: byKey(situation.products, ({ key }) => key),
    demands: byKey(situation.demands, ({ no }) => no),
    capacities: byKey(situation.capacities, ({ no }) => no),
    equipment: byKey(situation.equipment, ({ name }) => name),
    placeOf: (factory) => factories.get(factory)?.place ?? "",
  };
}

function byKey<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, Item> {
  const found = new Map<string, Item>();
  for (const item of items) found.set(key(item), item);
  return found;
}
