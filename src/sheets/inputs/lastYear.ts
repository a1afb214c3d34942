/** Last year · 上年成果: what was settled before, to compare with and to know who made what. */
import type { SheetTable } from "../table/column";
import { column } from "../table/column";
import type { Directory } from "./directory";
import { plainNumber, readNumber } from "../table/readNumber";
import { fullYear } from "../table/readPeriod";
import type { LastYearRow } from "../reading";
import { received } from "./received";
import type { TableRows } from "../table/tableRows";
import { unitOf } from "../table/units";
import { currencyWords } from "../table/words";

export type LastYearField = "year" | "office" | "supplier" | "buyer" | "product" | "tasks" | "quantity" | "unit" | "value" | "currency";

export const lastYearTable: SheetTable<LastYearField> = {
  kind: "Last year",
  names: { "zh-CN": "上年成果", en: "Last year" },
  aliases: ["上年", "上年协作", "Last year's results"],
  columns: [
    column("year", "年度", "Year", { required: true }),
    column("office", "地区", "Office", { aliases: ["填报单位", "Place"] }),
    column("supplier", "承制厂", "Supplier"),
    column("buyer", "需方工厂", "Buyer", { aliases: ["需方"] }),
    column("product", "产品", "Product", { required: true, aliases: ["产品或类别"] }),
    column("tasks", "协作任务项数", "Tasks", { aliases: ["任务项数"] }),
    column("quantity", "数量", "Quantity"),
    column("unit", "单位", "Unit"),
    column("value", "不变价格金额", "Value", { aliases: ["金额"] }),
    column("currency", "币制", "Currency"),
  ],
};

export const receivedLastYearTable = received(lastYearTable, "Received last year", { "zh-CN": "上报上年成果", en: "Received last year" });

/** One row; `product` is the key of a known product, else the text as it stands (a group of products, say). */
export interface LastYearEntry extends LastYearRow {
  readonly row: number;
  readonly column?: number;
  readonly sheet: string;
  readonly oldCurrency: boolean;
}

/** Old yuan in a new one, since 1 March 1955. */
const OLD_YUAN = 10_000;

export function* readLastYear(
  rows: TableRows<LastYearField>,
  directory: Directory,
  century?: number,
): Generator<void, readonly LastYearEntry[]> {
  const found: LastYearEntry[] = [];
  yield* rows.eachRow((row) => {
    const year = rows.number(row, "year", { minimum: 0, maximum: 2_199 });
    if (year === undefined && rows.isValid(row)) rows.report("E02", row, { field: "year" });
    const text = rows.required(row, "product");
    const unitText = rows.text(row, "unit");
    if (unitText !== "" && !unitOf(unitText)) rows.report("E05 unit", row, { field: "unit" }, { value: unitText });
    const oldCurrency = rows.word(row, "currency", currencyWords) === "old";
    const value = rows.number(row, "value", { minimum: 0, decimals: 2 });
    const partner = (field: "supplier" | "buyer"): string => {
      const name = rows.text(row, field);
      return name === "" ? "" : directory.anyFactory(rows, row, { field, text: name });
    };
    const entry: LastYearEntry = {
      year: year === undefined || year >= 100 ? (year ?? 0) : fullYear(String(year).padStart(2, "0"), century),
      office: rows.text(row, "office"),
      supplier: partner("supplier"),
      buyer: partner("buyer"),
      product: directory.products.index.entry(text)?.product.key ?? text,
      tasks: rows.number(row, "tasks", { minimum: 0 }) ?? 1,
      quantity: quantityOf(rows, row),
      unit: unitText === "" ? undefined : unitText,
      value: value === undefined ? undefined : oldCurrency ? Math.round(value / OLD_YUAN) : value,
      row,
      sheet: rows.sheet.name,
      column: rows.columnOf.get("value"),
      oldCurrency,
    };
    if (rows.isValid(row)) found.push(entry);
  });
  return found;
}

function quantityOf(rows: TableRows<LastYearField>, row: number): number | undefined {
  const at = rows.columnOf.get("quantity");
  const reading = at === undefined ? undefined : readNumber(rows.cellAt(row, at));
  if (!reading || reading.kind === "empty") return undefined;
  if (reading.kind === "not a number") {
    rows.report("E03", row, { field: "quantity" }, { value: reading.found, decimals: 3 });
    return undefined;
  }
  return plainNumber(reading.value);
}

/** Last year's results; what the office has itself is not counted again where a lower office states it too. */
export function withReceived(own: readonly LastYearEntry[], received: readonly LastYearEntry[]): readonly LastYearEntry[] {
  if (received.length === 0) return own;
  const task = ({ year, supplier, buyer, product }: LastYearEntry): string => JSON.stringify([year, supplier, buyer, product]);
  const known = new Set(own.map(task));
  return [...own, ...received.filter((entry) => !known.has(task(entry)))];
}
