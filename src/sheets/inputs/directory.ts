/**
 * Everybody and everything that sheets name: factories, places, products, equipment. Where a list is missing, whoever is
 * named is taken as listed.
 */
import type { Product, Unit } from "../../engine/model";
import type { EquipmentList } from "./equipment";
import type { Factories, FactoryEntry, PlaceSource } from "./factories";
import { placeOf } from "./factories";
import { normalText } from "../table/normalText";
import type { Products } from "./productNames";
import type { TableRows } from "../table/tableRows";
import { defaultUnit } from "../table/units";

interface Named<Field extends string> {
  readonly field: Field;
  readonly text: string;
}

export class Directory {
  /** Outside factories already hinted at, by sheet and name. */
  private readonly hinted = new Set<string>();

  constructor(
    readonly factories: Factories,
    readonly products: Products,
    readonly equipment: EquipmentList,
    readonly source: PlaceSource,
    /** Of products that no list names. */
    private readonly units: ReadonlyMap<string, Unit>,
  ) {}

  /** A factory of this office: must be listed where there is a list (E05). Its row may name its place where there is no list. */
  ownFactory<Field extends string>(rows: TableRows<Field | "factory" | "place">, row: number, text: string): string | undefined {
    if (text === "") return undefined;
    const found = this.factories.index.find(text);
    if (found.kind === "ambiguous") {
      rows.report("E05 ambiguous", row, { field: "factory" }, { value: text, near: found.names });
      return undefined;
    }
    if (found.kind === "unknown" && this.factories.listed) {
      rows.report("E05 factory", row, { field: "factory" }, { value: text, near: found.near });
      return undefined;
    }
    const entry = found.kind === "found" ? found.entry : this.take(text);
    if (!this.factories.listed) this.placeByRow(rows, row, entry);
    if (this.factories.listed && !entry.valid) {
      rows.bad.add(row);
      return undefined;
    }
    return entry.name;
  }

  /** Is it a place of another office? Blank and unsure are not. */
  isOutside(place: string): boolean {
    const { places, office } = this.source;
    return place !== "" && office !== undefined && place !== office && places.index.entry(place) === undefined;
  }

  /** A factory's name as its list has it, else as it is written. */
  knownAs(text: string): string {
    return this.factories.index.entry(text)?.name ?? normalText(text);
  }

  /** Any factory: one that is not listed lies outside this office, which is a hint with near names. */
  anyFactory<Field extends string>(rows: TableRows<Field>, row: number, { field, text }: Named<Field>): string {
    const found = this.factories.index.find(text);
    if (found.kind === "found") return found.entry.name;
    const key = `${rows.sheet.name}\n${text}`;
    if (this.factories.listed && !this.hinted.has(key)) {
      this.hinted.add(key);
      rows.report("I14 factory", row, { field }, { value: text, near: found.kind === "unknown" ? found.near : found.names });
    }
    return normalText(text);
  }

  /** A product by name, `name specification` or code; without a list, whatever is named, in the unit its rows state. */
  product<Field extends string>(rows: TableRows<Field>, row: number, { field, text }: Named<Field>): Product | undefined {
    if (text === "") return undefined;
    const found = this.products.index.find(text);
    if (found.kind === "found") {
      if (found.entry.valid) return found.entry.product;
      rows.bad.add(row);
      return undefined;
    }
    if (!this.products.listed) return this.newProduct(text);
    if (found.kind === "ambiguous") rows.report("E05 ambiguous", row, { field }, { value: text, near: found.names });
    else rows.report("E05 product", row, { field }, { value: text, near: found.near });
    return undefined;
  }

  newProduct(text: string): Product {
    const key = normalText(text);
    const product: Product = { key, name: key, specification: "", unit: this.units.get(key) ?? defaultUnit, normBase: 1, norms: [] };
    const entry = { product, valid: true };
    this.products.index.add(key, entry);
    this.products.entries.push(entry);
    return product;
  }

  private take(text: string): FactoryEntry {
    const entry: FactoryEntry = { name: normalText(text), place: "", valid: true };
    this.factories.index.add(entry.name, entry);
    this.factories.entries.push(entry);
    return entry;
  }

  private placeByRow<Field extends string>(rows: TableRows<Field | "place">, row: number, entry: FactoryEntry): void {
    const text = rows.text(row, "place");
    if (text === "" || entry.place !== "") return;
    entry.place = placeOf(rows, row, { text, source: this.source })?.name ?? "";
  }
}
