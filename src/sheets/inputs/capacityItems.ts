/** What capacity rows are for: an equipment class, or the products that share the amount. */
import type { CapacityItem, Product, Unit } from "../../engine/model";
import type { CapacityField } from "./capacity";
import type { Directory } from "./directory";
import type { TableRows } from "../table/tableRows";
import { capacityUnitOf, unitOf } from "../table/units";

export interface Made {
  readonly item: CapacityItem;
  /** The products and classes of products that share the row, as they are called; absent for equipment. */
  readonly names?: readonly string[];
}

type Rows = TableRows<CapacityField>;

export class CapacityItems {
  /** By unit and name as they are written: rows that name the same thing alone are for one and the same. */
  private readonly known = new Map<string, Map<string, Made>>();

  constructor(private readonly directory: Directory) {}

  /** What the row is for; undefined where that is not to be understood (then it is reported). */
  of(rows: Rows, row: number): Made | undefined {
    const text = rows.required(row, "item");
    if (text === "") return undefined;
    const unitText = rows.text(row, "unit");
    const known = this.known.get(unitText)?.get(text);
    if (known) return known;
    const equipment = this.equipment(rows, row, { text, unitText });
    if (equipment === "invalid") return undefined;
    const whole = equipment ? undefined : productsNamed(text, this.directory);
    const made = equipment ?? this.products(rows, row, { parts: whole ? [text] : rows.list(row, "item"), unitText });
    if (made && (equipment || whole) && rows.isValid(row)) {
      const ofUnit = this.known.get(unitText) ?? new Map<string, Made>();
      this.known.set(unitText, ofUnit.set(text, made));
    }
    return made;
  }

  private equipment(rows: Rows, row: number, { text, unitText }: { text: string; unitText: string }): Made | "invalid" | undefined {
    const found = this.directory.equipment.index.find(text);
    if (found.kind !== "found") return undefined;
    const { valid, equipment } = found.entry;
    if (!valid) {
      rows.bad.add(row);
      return "invalid";
    }
    if (unitText !== "" && capacityUnitOf(unitText) !== equipment.unit)
      rows.report("E07", row, { field: "unit" }, { value: unitText, expected: equipment.unit === "hours" ? "台时" : "吨" });
    return { item: { kind: "equipment", equipment: equipment.name } };
  }

  /** A product, a class of products, or a list of either. */
  private products(rows: Rows, row: number, { parts, unitText }: { parts: readonly string[]; unitText: string }): Made | undefined {
    const { products: list } = this.directory;
    const found = new Set<Product>();
    const names: string[] = [];
    for (const part of parts) {
      const named = productsNamed(part, this.directory) ?? (list.listed ? undefined : [this.directory.newProduct(part)]);
      if (named) {
        for (const product of named) found.add(product);
        names.push(list.index.entry(part)?.product.key ?? part);
        continue;
      }
      const known = list.index.find(part);
      // What is wrong with a product's own row is told there.
      if (known.kind === "found") rows.bad.add(row);
      else if (this.directory.equipment.index.find(part).kind === "found")
        rows.report("E05 shared", row, { field: "item" }, { value: part });
      else if (known.kind === "ambiguous") rows.report("E05 ambiguous", row, { field: "item" }, { value: part, near: known.names });
      else rows.report("E05 item", row, { field: "item" }, { value: part, near: known.near });
    }
    const products = [...found];
    const unit = sharedUnit(rows, row, { products, unitText });
    return unit && { item: { kind: "products", products: products.map(({ key }) => key).sort(), unit }, names };
  }
}

function productsNamed(text: string, { products }: Directory): readonly Product[] | undefined {
  const found = products.index.find(text);
  if (found.kind === "found") return found.entry.valid ? [found.entry.product] : undefined;
  const members = products.classes.get(text)?.filter(({ valid }) => valid);
  return members && members.length > 0 ? members.map(({ product }) => product) : undefined;
}

/** The unit in which the row counts: the one written, else the products' own where they agree, else their family's base. */
function sharedUnit(rows: Rows, row: number, { products, unitText }: { products: readonly Product[]; unitText: string }): Unit | undefined {
  const [first] = products;
  if (!first) return undefined;
  if (products.some(({ unit }) => unit.family !== first.unit.family)) {
    rows.report("E07 list", row, { field: "item" }, { value: products.map(({ name, unit }) => `${name} (${unit.name})`) });
    return undefined;
  }
  if (unitText !== "") {
    const unit = unitOf(unitText);
    if (!unit) rows.report("E05 unit", row, { field: "unit" }, { value: unitText });
    else if (unit.family !== first.unit.family) rows.report("E07", row, { field: "unit" }, { value: unitText, expected: first.unit.name });
    return unit?.family === first.unit.family ? unit : undefined;
  }
  if (products.every(({ unit }) => unit.size === first.unit.size)) return first.unit;
  return { ...BASE_UNITS[first.unit.family], family: first.unit.family };
}

const BASE_UNITS = {
  pieces: { name: "件", size: 1 },
  sets: { name: "套", size: 1 },
  machines: { name: "台", size: 1 },
  mass: { name: "吨", size: 1_000_000 },
} as const;
