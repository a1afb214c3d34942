/**
 * What orders factories, products and equipment classes: their codes where they have any, else their names. Code-unit order,
 * never a locale's; so a workbook in another language with the same codes gives the same plan.
 */
import type { Situation } from "./model";

export interface Codes {
  factory(name: string): string;
  product(key: string): string;
  equipment(name: string): string;
}

export function codesOf({ factories, products, equipment }: Pick<Situation, "factories" | "products" | "equipment">): Codes {
  const byFactory = new Map(factories.map(({ name, code }) => [name, code ?? name]));
  const byProduct = new Map(products.map(({ key, code }) => [key, code ?? key]));
  const byEquipment = new Map(equipment.map(({ name, code }) => [name, code ?? name]));
  return {
    factory: (name) => byFactory.get(name) ?? name,
    product: (key) => byProduct.get(key) ?? key,
    equipment: (name) => byEquipment.get(name) ?? name,
  };
}

/** Compares two texts in code-unit order. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
