/** Capacity · 能力: what each factory can make, by equipment class or by item, quarter by quarter. */
import type { Capacity, CapacityItem } from "../../engine/model";
import { CapacityItems, type Made } from "./capacityItems";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Directory } from "./directory";
import type { CapacityColumn, Plan } from "./plan";
import { readAmount, readQuantity } from "../table/readQuantity";
import { GRADES, type Bounds, type TableRows } from "../table/tableRows";
import { capacityUnitOf } from "../table/units";

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
  const columns = plan.capacityColumns(rows.header);
  const noOwn = columns.some(({ own }) => own) ? undefined : zeros(plan);
  const context = { directory, plan, columns, noOwn, items: new CapacityItems(directory) };
  const found: CapacityRow[] = [];
  yield* rows.eachRow((row) => {
    if (rows.hasQuantity(row)) found.push(readRow(rows, row, context));
    else rows.notFilledIn++;
  });
  return found;
}

interface Context {
  readonly directory: Directory;
  readonly plan: Plan;
  readonly columns: readonly CapacityColumn[];
  /** The own plan of all rows, where no column is for it. */
  readonly noOwn: number[] | undefined;
  readonly items: CapacityItems;
}

function readRow(rows: TableRows<CapacityField>, row: number, context: Context): CapacityRow {
  const { directory, plan, columns: capacityColumns, noOwn } = context;
  const factory = directory.ownFactory(rows, row, rows.required(row, "factory"));
  const { item, names } = context.items.of(rows, row) ?? NOTHING;
  if (item?.kind === "products") rows.units.set(item.unit.family, item.unit.name);
  else if (item) {
    const unit = directory.equipment.index.entry(item.equipment)?.equipment.unit ?? "hours";
    rows.units.set(unit, unit === "hours" ? "台时" : "吨");
  }
  const available = zeros(plan);
  const own = noOwn ?? zeros(plan);
  const amountIn = item && amountReader(rows, row, { item, directory });
  if (amountIn) for (const entry of capacityColumns) dealOut(amountIn(entry.column) ?? 0, entry, entry.own ? own : available);
  for (let quarter = 0; quarter < available.length; quarter++) {
    if (own[quarter] <= available[quarter]) continue;
    const column = ownColumn(capacityColumns, quarter) ?? rows.columnOf.get("item");
    rows.report("E09", row, { column }, { quarter: plan.keys.quarters[quarter] });
  }
  const capacity: CapacityRow["capacity"] = {
    no: rows.text(row, "no"),
    factory: factory ?? rows.text(row, "factory"),
    item: item ?? { kind: "products", products: [], unit: { name: "", family: "pieces", size: 1 } },
    grade: rows.number(row, "grade", GRADES),
    largestPiece: rows.number(row, "largestPiece", WEIGHTS),
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
    items: names,
  };
}

const NOTHING: Partial<Made> = {};
const WEIGHTS: Bounds = { minimum: 0, decimals: 6 };

/** The own-plan column of a quarter. */
function ownColumn(columnsOfPlan: readonly CapacityColumn[], quarter: number): number | undefined {
  return columnsOfPlan.find((entry) => entry.own && entry.quarters.includes(quarter))?.column;
}

/** Adds equal parts to a column's quarters; what does not divide goes to the earlier ones. */
function dealOut(amount: number, { quarters, parts, firstPart }: CapacityColumn, target: number[]): void {
  for (let index = 0; index < quarters.length; index++)
    target[quarters[index]] += Math.floor(amount / parts) + (firstPart + index < amount % parts ? 1 : 0);
}

/** Reads one cell of the row after the other: an amount of its item, undefined where it is empty or wrong (then it is reported). */
function amountReader(
  rows: TableRows<CapacityField>,
  row: number,
  { item, directory }: { item: CapacityItem; directory: Directory },
): (column: number) => number | undefined {
  if (item.kind === "products") {
    const cell = { column: 0, unit: item.unit, written: item.unit };
    return (column) => {
      cell.column = column;
      return readQuantity(rows, row, cell);
    };
  }
  const unit = directory.equipment.index.entry(item.equipment)?.equipment.unit;
  return (column) => readAmount(rows, row, { column, allowed: (suffix) => capacityUnitOf(suffix) === unit });
}

function zeros({ horizon }: Plan): number[] {
  return new Array<number>(horizon.quarters).fill(0);
}
