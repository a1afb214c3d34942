/** The rows of the sample workbook, by code, before they are put into a language. */
import { readCsv } from "./csv";

export interface DemandRow {
  readonly buyer: string;
  readonly product: string;
  /** By quarter of the horizon, 1956Q4 first; then any quarter of 1957. In the product's unit. */
  readonly quantities: readonly number[];
  readonly any?: number;
  readonly inHouse?: boolean;
  readonly recurrent?: boolean;
  /** Absent: 2. */
  readonly priority?: 1 | 2 | 3;
  readonly grade?: number;
  readonly early?: number;
  readonly late?: number;
  readonly unsplit?: boolean;
  readonly present?: string;
  readonly wished?: string;
  readonly only?: string;
  readonly not?: string;
  readonly material?: "maker's" | "buyer's" | "not secured";
}

export interface CapacityRow {
  readonly factory: string;
  /** A code of an equipment class (two digits), of a product (P01 …), or the name of a product class. */
  readonly item: string;
  readonly grade?: number;
  readonly largestPiece?: number;
  /** By quarter of the horizon, in the item's unit. */
  readonly available: readonly number[];
  readonly own?: readonly number[];
}

export const QUARTERS = 5;

/** A demand line with its number: the code of the buyer's place and a running number. */
export interface NumberedDemand extends DemandRow {
  readonly no: string;
}

export const factories = readCsv<"code" | "zh" | "en" | "place" | "ownership" | "grade">("factories");
export const products = readCsv<
  | "code"
  | "zh"
  | "en"
  | "specification_zh"
  | "specification_en"
  | "unit"
  | "class"
  | "grade"
  | "weight"
  | "base"
  | "norms"
  | "points"
  | "price"
  | "lot"
>("products");
export const equipment = readCsv<"code" | "zh" | "en" | "unit">("equipment");
export const places = readCsv<"code" | "zh" | "en" | "longitude" | "latitude">("places");
export const distances = readCsv<"from" | "to" | "km">("distances");

const placeOf = new Map(factories.map(({ code, place }) => [code, place]));

/** Numbers the lines place by place, in the order given. */
export function numbered(rows: readonly DemandRow[]): readonly NumberedDemand[] {
  const last = new Map<string, number>();
  return rows.map((row) => {
    const place = placeOf.get(row.buyer);
    if (place === undefined) throw new RangeError(`no such factory: ${row.buyer}`);
    const number = (last.get(place) ?? 0) + 1;
    last.set(place, number);
    return { ...row, no: `${place}-${String(number).padStart(4, "0")}` };
  });
}
