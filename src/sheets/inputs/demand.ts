/** Demand · 需要: who needs how much of what, when, and under which conditions. */
import type { Demand, DemandCell, Material, Period, Priority } from "../../engine/model";
import { isNotCalculated } from "../../workbook/workbook";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Directory } from "./directory";
import type { DemandColumn, Plan } from "./plan";
import { plainNumber, readNumber } from "../table/readNumber";
import { readQuantity, type QuantityCell } from "../table/readQuantity";
import { GRADES, type Bounds, type TableRows } from "../table/tableRows";
import { decimalsOf, defaultUnit, unitOf } from "../table/units";
import { inHouseWords, materialWords, priorityWords, yesNo } from "../table/words";

export type DemandField =
  | "no" | "factory" | "product" | "unit" | "place" | "total" | "kind" | "recurrent" | "priority" | "grade" | "early" | "late" | "split"
  | "present" | "wished" | "only" | "not" | "material" | "remark" | "origin"; // prettier-ignore

const columns: SheetTable<DemandField>["columns"] = [
  column("no", "需要编号", "No.", { aliases: ["编号", "No", "Need no.", "Demand no."] }),
  column("factory", "需方工厂", "Factory", { required: true, aliases: ["工厂", "厂名", "需方", "Needing factory", "Buyer"] }),
  column("product", "产品", "Product", { required: true, aliases: ["产品名称", "品名", "Item", "Product name"] }),
  column("unit", "单位", "Unit", { aliases: ["计量单位"] }),
  column("place", "地区", "Place", { aliases: ["所在地"] }),
  { periods: "quarters and any" },
  column("total", "合计", "Total", { aliases: ["总计"] }),
  column("kind", "需要性质", "Kind", { aliases: ["性质", "Kind of need"] }),
  column("recurrent", "常年需要", "Recurrent"),
  column("priority", "轻重缓急", "Priority", { aliases: ["优先级"] }),
  column("grade", "技术等级", "Grade", { aliases: ["Technical grade"] }),
  column("early", "可提前", "Early", { aliases: ["Early by"] }),
  column("late", "可推迟", "Late", { aliases: ["Late by"] }),
  column("split", "可分厂", "Split", { aliases: ["May be split"] }),
  column("present", "现承制厂", "Present supplier", { aliases: ["上年承制厂", "Last supplier"] }),
  column("wished", "希望承制厂", "Wished supplier", { aliases: ["Wished suppliers"] }),
  column("only", "限定承制厂", "Only these"),
  column("not", "不宜承制厂", "Not these", { aliases: ["Excluded"] }),
  column("material", "供料方式", "Material"),
  column("remark", "备注", "Remark"),
];

export const demandTable: SheetTable<DemandField> = {
  kind: "Demand",
  names: { "zh-CN": "需要", en: "Demand" },
  aliases: ["需求", "需求表", "需要表", "需要量", "Needs", "Need", "Demands"],
  columns,
};

export const receivedDemandTable: SheetTable<DemandField> = {
  kind: "Received demand",
  names: { "zh-CN": "上报需要", en: "Received demand" },
  aliases: [],
  definedName: "CB.ReceivedDemand",
  columns: [...columns, column("origin", "来源", "Origin")],
};

/** A demand row as read; `demand.no` is "" where the clerk gave none, until one is derived. */
export interface DemandRow {
  readonly demand: Demand & { no: string };
  readonly sheet: string;
  readonly row: number;
  /** Where problems of the whole row are shown. */
  readonly column?: number;
  /** Where its number stands. */
  readonly numberColumn?: number;
  valid: boolean;
  /** Decimals of the product's unit. */
  readonly decimals: number;
  /** Of a row whose product is not known: the numbers of its cells, by key of the plan. */
  readonly asWritten?: Readonly<Record<string, number>>;
}

/** A row's quantities in units, by key of the plan, as far as they could be read; as written where the product is not known. */
export function quantitiesOf({ demand, decimals, asWritten }: DemandRow, plan: Plan): Readonly<Record<string, number>> {
  return asWritten ?? Object.fromEntries(demand.cells.map(({ period, quantity }) => [plan.key(period), quantity / 10 ** decimals]));
}

/** Reads every row that asks for something; rows without any quantity are counted as not filled in. */
export function* readDemand(rows: TableRows<DemandField>, directory: Directory, plan: Plan): Generator<void, readonly DemandRow[]> {
  const columns = plan.demandColumns(rows.header).map((entry) => ({ ...entry, small: [] }));
  const context = { directory, plan, columns, room: [] };
  const found: DemandRow[] = [];
  yield* rows.eachRow((row) => {
    if (rows.hasQuantity(row)) found.push(readRow(rows, row, context));
    else rows.notFilledIn++;
  });
  return found;
}

interface Context {
  readonly directory: Directory;
  readonly plan: Plan;
  readonly columns: readonly CellColumn[];
  /** For the cells of a row while it is read. */
  readonly room: DemandCell[];
}

/** Many rows ask for the same in a quarter: cells of small quantities, by quantity, are one object for all of them. */
interface CellColumn extends DemandColumn {
  readonly small: DemandCell[];
}

/** Quarters by which a delivery may be early or late. */
const LEAVE: Bounds = { minimum: 0, maximum: 39 };

/** Steps. */
const SMALL = 1_000;

function readRow(rows: TableRows<DemandField>, row: number, context: Context): DemandRow {
  const { directory } = context;
  const factory = directory.ownFactory(rows, row, rows.required(row, "factory"));
  const unitText = rows.text(row, "unit");
  const product = directory.product(rows, row, { field: "product", text: rows.required(row, "product") });
  const written = unitText === "" ? product?.unit : unitOf(unitText);
  if (unitText !== "" && !written) rows.report("E05 unit", row, { field: "unit" }, { value: unitText });
  if (written && product && written.family !== product.unit.family)
    rows.report("E07", row, { field: "unit" }, { value: unitText, expected: product.unit.name });
  if (product) rows.units.set(product.unit.family, product.unit.name);
  const units = product && { column: 0, unit: product.unit, written: written ?? product.unit };
  const cells = units ? readCells(rows, row, units, context) : [];
  const asWritten = product ? undefined : readAsWritten(rows, row, context);
  if (product) checkTotal(rows, row, cells, decimalsOf(product.unit));
  const inHouse = rows.word(row, "kind", inHouseWords) ?? false;
  if (inHouse && cells.some(({ period }) => period.kind !== "quarter")) rows.report("E16 in-house", row, { field: "kind" });
  const demand: DemandRow["demand"] = {
    no: rows.text(row, "no"),
    factory: factory ?? rows.text(row, "factory"),
    product: product?.key ?? rows.text(row, "product"),
    cells,
    inHouse,
    recurrent: rows.word(row, "recurrent", yesNo) ?? false,
    priority: (rows.word(row, "priority", priorityWords) ?? 2) satisfies Priority,
    grade: gradeOf(rows, row, product?.grade),
    early: rows.number(row, "early", LEAVE) ?? 0,
    late: rows.number(row, "late", LEAVE) ?? 0,
    maySplit: rows.word(row, "split", yesNo) ?? true,
    presentSupplier: partnerOf(rows, row, "present", directory),
    wishedSuppliers: partnersOf(rows, row, "wished", directory),
    onlySuppliers: partnersOf(rows, row, "only", directory),
    notSuppliers: partnersOf(rows, row, "not", directory),
    material: (rows.word(row, "material", materialWords) ?? "maker's") satisfies Material,
  };
  return {
    demand,
    sheet: rows.sheet.name,
    row,
    column: rows.columnOf.get("product"),
    numberColumn: rows.columnOf.get("no"),
    valid: rows.isValid(row) && factory !== undefined && product !== undefined,
    decimals: decimalsOf(product?.unit ?? defaultUnit),
    asWritten,
  };
}

/** Two columns of one period (a year's quarters named twice) are reported at the header; here they are simply added. */
function readCells(
  rows: TableRows<DemandField>,
  row: number,
  units: { column: number } & Omit<QuantityCell, "column">,
  { columns: periods, room }: Context,
): readonly DemandCell[] {
  let filled = 0;
  for (const column of periods) {
    units.column = column.column;
    const quantity = readQuantity(rows, row, units);
    if (quantity === undefined || quantity === 0) continue;
    const same = indexOfPeriod(room, filled, column.period);
    if (same < 0) room[filled++] = cellOf(column, quantity);
    else room[same] = { period: column.period, quantity: room[same].quantity + quantity };
  }
  return room.slice(0, filled);
}

function cellOf({ period, small }: CellColumn, quantity: number): DemandCell {
  return quantity < SMALL ? (small[quantity] ??= { period, quantity }) : { period, quantity };
}

function indexOfPeriod(cells: readonly DemandCell[], filled: number, period: Period): number {
  for (let index = 0; index < filled; index++) if (samePeriod(cells[index].period, period)) return index;
  return -1;
}

function samePeriod(one: Period, other: Period): boolean {
  if (one.kind === "quarter") return other.kind === "quarter" && one.quarter === other.quarter;
  return one.kind === "year" ? other.kind === "year" && one.year === other.year : other.kind === "undated";
}

/** The quantities of a row whose product nobody knows. */
function readAsWritten(rows: TableRows<DemandField>, row: number, { plan, columns: periods }: Context): Readonly<Record<string, number>> {
  const quantities: Record<string, number> = {};
  for (const { column: at, period } of periods) {
    const reading = readNumber(rows.cellAt(row, at));
    if (reading.kind === "number") quantities[plan.key(period)] = plainNumber(reading.value);
    if (reading.kind === "not a number") rows.report("E03", row, { column: at }, { value: reading.found, decimals: 3 });
  }
  return quantities;
}

function gradeOf(rows: TableRows<DemandField>, row: number, ofProduct: number | undefined): number | undefined {
  const grade = rows.number(row, "grade", GRADES);
  if (grade !== undefined && ofProduct !== undefined && grade < ofProduct)
    rows.report("I12", row, { field: "grade" }, { value: grade, other: ofProduct });
  return grade;
}

function partnerOf(rows: TableRows<DemandField>, row: number, field: "present", directory: Directory): string | undefined {
  const text = rows.text(row, field);
  return text === "" ? undefined : directory.anyFactory(rows, row, { field, text });
}

function partnersOf(rows: TableRows<DemandField>, row: number, field: "wished" | "only" | "not", directory: Directory): readonly string[] {
  const names = rows.list(row, field);
  return names.length === 0 ? names : names.map((text) => directory.anyFactory(rows, row, { field, text }));
}

function checkTotal(rows: TableRows<DemandField>, row: number, cells: readonly DemandCell[], decimals: number): void {
  const column = rows.columnOf.get("total");
  if (column === undefined || isNotCalculated(rows.cellAt(row, column))) return;
  const total = rows.number(row, "total", { minimum: 0, decimals });
  const sum = cells.reduce((all, { quantity }) => all + quantity, 0);
  if (total !== undefined && total !== sum)
    rows.report("E14 row", row, { field: "total" }, { value: total / 10 ** decimals, expected: sum / 10 ** decimals });
}
