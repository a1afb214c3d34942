/** Capacity · 能力: what each factory can make, by equipment class or by item, quarter by quarter. */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { Capacity, CapacityItem, Product, Unit } from "../../engine/model";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Directory } from "./directory";
import type { CapacityColumn, Plan } from "./plan";
import { readAmount, readQuantity } from "../table/readQuantity";
import type { TableRows } from "../table/tableRows";
import { holdsQuantity } from "../table/tableRows";
import { capacityUnitOf, unitOf } from "../table/units";

export type CapacityField = "no" | "factory" | "item" | "unit" | "place" | "grade" | "largestPiece" | "remark" | "origin";

const columns: SheetTable<CapacityField>["columns"] = [
  column("no", "能力编号", "No.", { aliases: ["编号", "No", "Capacity no."] }),
  column("factory", "工厂", "Factory", { required: true, aliases: ["厂名", "承制厂", "Supplier"] }),
  column("item", "项目", "Item", { required: true, aliases: ["设备类别", "产品", "产品名称", "Equipment", "Equipment class", "Product"] }),
  column("unit", "单位", "Unit", { aliases: ["计量单位", "能力单位", "Capacity unit"] }),
  column("place", "地区", "Place", { aliases: ["所在地"] }),
  column("grade", "可达技术等级", "Grade", { aliases: ["技术等级", "Highest grade"] }),
  column("largestPiece", "最大件重", "Largest piece"),
  { periods: "quarters and own" },
  column("remark", "备注", "Remark"),
];

export const capacityTable: SheetTable<CapacityField> = {
  kind: "Capacity",
  names: { "zh-CN": "能力", en: "Capacity" },
  aliases: ["产能", "生产能力", "能力表", "产能表", "Supply", "Capacities"],
  columns,
};

export const receivedCapacityTable: SheetTable<CapacityField> = {
  kind: "Received capacity",
  names: { "zh-CN": "上报能力", en: "Received capacity" },
  aliases: [],
  definedName: "CB.ReceivedCapacity",
  columns: [...columns, column("origin", "来源", "Origin")],
};

/** A capacity row as read; `capacity.no` is "" where the clerk gave none, until one is derived. */
export interface CapacityRow {
  readonly capacity: Capacity & { no: string };
  readonly sheet: string;
  readonly row: number;
  /** Where problems of the whole row are shown. */
  readonly column?: number;
  /** Where its number stands. */
  readonly numberColumn?: number;
  valid: boolean;
  /** The products and classes of products that share the row, as they are called; absent for equipment. */
  readonly items: readonly string[] | undefined;
}

export function* readCapacity(rows: TableRows<CapacityField>, directory: Directory, plan: Plan): Generator<void, readonly CapacityRow[]> {
  const context = { directory, plan, columns: plan.capacityColumns(rows.header), alone: new Map<Product, Made>() };
  const found: CapacityRow[] = [];
  for (const row of rows.rows()) {
    if (rows.rowsRead % ROWS_AT_ONCE === 0) yield;
    const filled = rows.header.periods.some(({ column: at }) => holdsQuantity(rows.cellAt(row, at)));
    if (filled) found.push(readRow(rows, row, context));
    else rows.notFilledIn++;
  }
  return found;
}

interface Context {
  readonly directory: Directory;
  readonly plan: Plan;
  readonly columns: readonly CapacityColumn[];
  /** What rows for one product in its own unit are for: one object for all of them. */
  readonly alone: Map<Product, Made>;
}

/** What a row is for; the products and classes of products that share it, as they are called. */
interface Made {
  readonly item: CapacityItem;
  readonly items?: readonly string[];
}
const NOTHING: Partial<Made> = {};

function readRow(rows: TableRows<CapacityField>, row: number, { directory, plan, columns: capacityColumns, alone }: Context): CapacityRow {
  const factory = directory.ownFactory(rows, row, rows.required(row, "factory"));
  const { item, items } = itemOf(rows, row, { directory, alone }) ?? NOTHING;
  if (item?.kind === "products") rows.units.set(item.unit.family, item.unit.name);
  else if (item) {
    const unit = directory.equipment.index.entry(item.equipment)?.equipment.unit ?? "hours";
    rows.units.set(unit, unit === "hours" ? "台时" : "吨");
  }
  const { quarters } = plan.horizon;
  const available = new Array<number>(quarters).fill(0);
  const own = new Array<number>(quarters).fill(0);
  for (const entry of item ? capacityColumns : []) {
    const amount = item && amountOf(rows, row, { item, column: entry.column, directory });
    if (amount === undefined) continue;
    const target = entry.own ? own : available;
    dealOut(amount, entry).forEach((part, index) => (target[entry.quarters[index]] += part));
  }
  available.forEach((amount, quarter) => {
    if (own[quarter] > amount)
      rows.report(
        "E09",
        row,
        { column: ownColumn(capacityColumns, quarter) ?? rows.columnOf.get("item") },
        { quarter: plan.keys.quarters[quarter] },
      );
  });
  const capacity: CapacityRow["capacity"] = {
    no: rows.text(row, "no"),
    factory: factory ?? rows.text(row, "factory"),
    item: item ?? { kind: "products", products: [], unit: { name: "", family: "pieces", size: 1 } },
    grade: rows.number(row, "grade", { minimum: 1, maximum: 8 }),
    largestPiece: rows.number(row, "largestPiece", { minimum: 0, decimals: 6 }),
    available,
    own,
  };
  return {
    capacity,
    sheet: rows.sheet.name,
    row,
    column: rows.columnOf.get("item"),
    numberColumn: rows.columnOf.get("no"),
    valid: rows.isValid(row) && factory !== undefined && item !== undefined,
    items,
  };
}

/** The own-plan column of a quarter. */
function ownColumn(columnsOfPlan: readonly CapacityColumn[], quarter: number): number | undefined {
  return columnsOfPlan.find((entry) => entry.own && entry.quarters.includes(quarter))?.column;
}

/** Equal parts; what does not divide goes to the earlier ones. */
function dealOut(amount: number, { quarters, parts, firstPart }: CapacityColumn): readonly number[] {
  return quarters.map((_, index) => Math.floor(amount / parts) + (firstPart + index < amount % parts ? 1 : 0));
}

function amountOf(
  rows: TableRows<CapacityField>,
  row: number,
  { item, column: at, directory }: { item: CapacityItem; column: number; directory: Directory },
): number | undefined {
  if (item.kind === "products") return readQuantity(rows, row, { column: at, unit: item.unit, written: item.unit });
  const unit = directory.equipment.index.entry(item.equipment)?.equipment.unit;
  return readAmount(rows, row, { column: at, allowed: (suffix) => capacityUnitOf(suffix) === unit });
}

/** An equipment class, or the products that share the amount: a product, a class of products, or a list of either. */
function itemOf(rows: TableRows<CapacityField>, row: number, { directory, alone }: Pick<Context, "directory" | "alone">): Made | undefined {
  const text = rows.required(row, "item");
  if (text === "") return undefined;
  const equipment = directory.equipment.index.find(text);
  const unitText = rows.text(row, "unit");
  if (equipment.kind === "found") {
    if (!equipment.entry.valid) {
      rows.bad.add(row);
      return undefined;
    }
    if (unitText !== "" && capacityUnitOf(unitText) !== equipment.entry.equipment.unit)
      rows.report("E07", row, { field: "unit" }, { value: unitText, expected: equipment.entry.equipment.unit === "hours" ? "台时" : "吨" });
    return { item: { kind: "equipment", equipment: equipment.entry.equipment.name } };
  }
  const whole = productsNamed(text, directory);
  const parts = whole ? [text] : rows.list(row, "item");
  const found = new Set<Product>();
  const items: string[] = [];
  for (const part of parts) {
    const named = productsNamed(part, directory) ?? (directory.products.listed ? undefined : [directory.newProduct(part)]);
    if (named) {
      for (const product of named) found.add(product);
      items.push(directory.products.index.entry(part)?.product.key ?? part);
    } else {
      const known = directory.products.index.find(part);
      // What is wrong with a product's own row is told there.
      if (known.kind === "found") rows.bad.add(row);
      else if (known.kind === "ambiguous") rows.report("E05 ambiguous", row, { field: "item" }, { value: part, near: known.names });
      else rows.report("E05 item", row, { field: "item" }, { value: part, near: known.near });
    }
  }
  const products = [...found];
  const unit = sharedUnit(rows, row, { products, unitText });
  if (products.length === 0 || !unit) return undefined;
  const [first] = products;
  const known = products.length === 1 && unit === first.unit && items[0] === first.key ? alone.get(first) : undefined;
  if (known) return known;
  const made: Made = { item: { kind: "products", products: products.map(({ key }) => key).sort(), unit }, items: items.slice() };
  if (products.length === 1 && unit === first.unit && items[0] === first.key) alone.set(first, made);
  return made;
}

function productsNamed(text: string, { products }: Directory): readonly Product[] | undefined {
  const found = products.index.find(text);
  if (found.kind === "found") return found.entry.valid ? [found.entry.product] : undefined;
  const members = products.classes.get(text)?.filter(({ valid }) => valid);
  return members && members.length > 0 ? members.map(({ product }) => product) : undefined;
}

/** The unit in which the row counts: the one written, else the products' own where they agree, else their family's base. */
function sharedUnit(
  rows: TableRows<CapacityField>,
  row: number,
  { products, unitText }: { products: readonly Product[]; unitText: string },
): Unit | undefined {
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
