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
  const factories = new Map(situation.factories.map((factory) => [factory.name, factory]));
  return {
    situation,
    factories,
    products: new Map(situation.products.map((product) => [product.key, product])),
    demands: new Map(situation.demands.map((demand) => [demand.no, demand])),
    capacities: new Map(situation.capacities.map((capacity) => [capacity.no, capacity])),
    equipment: new Map(situation.equipment.map((equipment) => [equipment.name, equipment])),
    placeOf: (factory) => factories.get(factory)?.place ?? "",
  };
}
