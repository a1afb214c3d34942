/** Finds products by name, by name and specification, or by code. A name shared by several specifications names none of them. */
import type { Product } from "../../engine/model";
import { NameIndex } from "../table/names";
import { normalText } from "../table/normalText";

export interface ProductEntry {
  product: Product;
  readonly code?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  valid: boolean;
}

export interface Products {
  readonly entries: ProductEntry[];
  readonly index: NameIndex<ProductEntry>;
  /** By class name. */
  readonly classes: Map<string, ProductEntry[]>;
  readonly listed: boolean;
}

export function noProducts(listed: boolean): Products {
  return { entries: [], index: new NameIndex(), classes: new Map(), listed };
}

/** `name specification`, or the name alone. */
export function productKey(name: string, specification: string): string {
  return normalText(specification === "" ? name : `${name} ${specification}`);
}
