/** Standing agreements · 长期协作. Only those in force take part in a balance. */
import type { StandingAgreement } from "../../engine/model";
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Directory } from "./directory";
import { fullYear } from "../table/readPeriod";
import { readQuantity } from "../table/readQuantity";
import { isReceived, received } from "./received";
import type { TableRows } from "../table/tableRows";
import { decimalsOf } from "../table/units";
import { standingWords } from "../table/words";

export type StandingField = "no" | "supplier" | "buyer" | "product" | "from" | "to" | "quantity" | "tolerance" | "status" | "basis";

export const standingTable: SheetTable<StandingField> = {
  kind: "Standing agreements",
  names: { "zh-CN": "长期协作", en: "Standing agreements" },
  aliases: ["长期协作协议", "长期协议", "Standing agreement", "Long-term agreements"],
  columns: [
    column("no", "协议编号", "Agreement no.", { required: true, aliases: ["编号", "No."] }),
    column("supplier", "承制厂", "Supplier", { required: true }),
    column("buyer", "需方工厂", "Buyer", { required: true, aliases: ["需方", "Demander"] }),
    column("product", "产品", "Product", { required: true }),
    column("from", "起年", "From", { required: true }),
    column("to", "止年", "To", { required: true }),
    column("quantity", "年协作量", "Yearly quantity", { required: true }),
    column("tolerance", "允许增减", "Tolerance"),
    column("status", "状态", "Status", { required: true }),
    column("basis", "依据", "Basis"),
  ],
};

export const receivedStandingTable = received(standingTable, "Received standing agreements", {
  "zh-CN": "上报长期协作",
  en: "Received standing agreements",
});

/** A standing agreement with what only checks need. */
export interface StandingRow extends StandingAgreement {
  readonly row: number;
  readonly column?: number;
  readonly sheet: string;
  readonly tolerance: number;
  /** Of the product's unit. */
  readonly steps: number;
  readonly inForce: boolean;
}

/**
 * Reads the rows; numbers in `before` are known. Of what lower offices sent, the row that is known first holds (Collect puts
 * the buyer's first), and another figure for the same agreement must be explained.
 */
export function* readStanding(
  rows: TableRows<StandingField>,
  { directory, century, before }: { directory: Directory; century?: number; before: readonly StandingRow[] },
): Generator<void, readonly StandingRow[]> {
  const found: StandingRow[] = [];
  const known = new Map(before.map((entry) => [entry.no, entry]));
  yield* rows.eachRow((row) => {
    const entry = readRow(rows, row, { directory, century });
    const other = entry && known.get(entry.no);
    if (entry && other && isReceived(rows.table)) {
      if (other.yearlyQuantity !== entry.yearlyQuantity)
        rows.report("W12", row, { field: "quantity" }, { no: entry.no, value: inUnits(entry), expected: inUnits(other) });
      return;
    }
    if (entry && other) rows.report("E06 number", row, { field: "no" }, { value: entry.no });
    if (!entry || !rows.isValid(row)) return;
    known.set(entry.no, entry);
    found.push(entry);
  });
  return found;
}

function inUnits({ yearlyQuantity, steps }: StandingRow): number {
  return yearlyQuantity / steps;
}

function readRow(
  rows: TableRows<StandingField>,
  row: number,
  { directory, century }: { directory: Directory; century: number | undefined },
): StandingRow | undefined {
  const no = rows.required(row, "no");
  const partner = (field: "supplier" | "buyer"): string => {
    const text = rows.required(row, field);
    return text === "" ? "" : directory.anyFactory(rows, row, { field, text });
  };
  const supplier = partner("supplier");
  const buyer = partner("buyer");
  const product = directory.product(rows, row, { field: "product", text: rows.required(row, "product") });
  const fromYear = year(rows, row, { field: "from", century });
  const toYear = year(rows, row, { field: "to", century });
  const at = rows.columnOf.get("quantity");
  const quantity =
    product && at !== undefined ? readQuantity(rows, row, { column: at, unit: product.unit, written: product.unit }) : undefined;
  if (product && quantity === undefined && rows.isValid(row)) rows.report("E02", row, { field: "quantity" });
  const statusText = rows.required(row, "status");
  const status = statusText === "" ? undefined : rows.word(row, "status", standingWords);
  if (supplier !== "" && supplier === buyer) rows.report("E10 same", row, { field: "buyer" }, { value: buyer });
  if (fromYear !== undefined && toYear !== undefined && toYear < fromYear)
    rows.report("E10 years", row, { field: "to" }, { value: toYear, other: fromYear });
  const tolerance = rows.number(row, "tolerance", { minimum: 0, maximum: 100, decimals: 2 }) ?? 1_000;
  if (!product || fromYear === undefined || toYear === undefined || quantity === undefined) return undefined;
  return {
    no,
    supplier,
    buyer,
    product: product.key,
    fromYear,
    toYear,
    yearlyQuantity: quantity,
    row,
    sheet: rows.sheet.name,
    column: rows.columnOf.get("quantity"),
    tolerance: tolerance / 10_000,
    steps: 10 ** decimalsOf(product.unit),
    inForce: status === "In force",
  };
}

function year(
  rows: TableRows<StandingField>,
  row: number,
  { field, century }: { field: "from" | "to"; century: number | undefined },
): number | undefined {
  const value = rows.number(row, field, { minimum: 0, maximum: 2_199 });
  if (value === undefined && rows.isValid(row)) rows.report("E02", row, { field });
  return value === undefined || value >= 100 ? value : fullYear(String(value).padStart(2, "0"), century);
}
