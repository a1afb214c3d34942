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
  const byFactory = coded(factories, ({ name }) => name);
  const byProduct = coded(products, ({ key }) => key);
  const byEquipment = coded(equipment, ({ name }) => name);
  return {
    factory: (name) => byFactory.get(name) ?? name,
    product: (key) => byProduct.get(key) ?? key,
    equipment: (name) => byEquipment.get(name) ?? name,
  };
}

/** The codes of those that have one. */
function coded<Entry extends { readonly code?: string }>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const entry of entries) if (entry.code !== undefined) codes.set(nameOf(entry), entry.code);
  return codes;
}

/** Compares two texts in code-unit order. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
