/** The Agreements sheet · 协作协议: one row per demand line, supplier, place and basis. */
import { reconsiderSentence, whySentence } from "../../i18n/outputs";
import type { CellValue } from "../../workbook/workbook";
import { inUnits, valueOf, type AgreementRow } from "./agreementRows";
import { BY_HAND } from "./writtenAgreements";
import { cellText } from "../table/earlierOutput";
import type { Lookup } from "./lookup";
import { agreementsTable, basisNames, replyNames, statusNames, type AgreementField } from "../outputs";
import type { SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";

export interface AgreementsInput {
  readonly rows: readonly AgreementRow[];
  readonly lookup: Lookup;
  readonly periods: readonly string[];
  readonly language: SheetLanguage;
}

export function agreementsSheet({ rows, lookup, periods, language }: AgreementsInput): Generator<void, SheetDraft> {
  const { products } = lookup;
  return draftSheet<AgreementRow, AgreementField>({
    ...{ table: agreementsTable, language, periods, rows, numberFields: ["no"] },
    cells: {
      cell: (row, field) => agreementCell(row, field, lookup, language),
      quantity: (row, period) => quantityIn(row.quantities[period] ?? 0, row.product, lookup),
      hasDecimals: (row) => products.get(row.product)?.unit.family === "mass",
    },
  });
}

/** Drop-downs: a status, and the two replies. */
export function agreementChoices(language: SheetLanguage): ReadonlyMap<string, readonly string[]> {
  const replies = Object.values(replyNames).map((names) => names[language]);
  return new Map<string, readonly string[]>([
    ["status", Object.values(statusNames).map((names) => names[language])],
    ["supplierReply", replies],
    ["buyerReply", replies],
  ]);
}

function agreementCell(row: AgreementRow, field: AgreementField, lookup: Lookup, language: SheetLanguage): CellValue {
  const product = lookup.products.get(row.product);
  switch (field) {
    case "status":
      return statusNames[row.status][language];
    case "supplierPlace":
      return lookup.placeOf(row.supplier);
    case "buyerPlace":
      return lookup.placeOf(row.buyer);
    case "product":
      return product?.name ?? row.product;
    case "specification":
      return product?.specification ?? "";
    case "unit":
      return product?.unit.name ?? "";
    case "total":
      return quantityIn(totalOf(row), row.product, lookup);
    case "value":
      return (product && valueOf(totalOf(row), product)) ?? null;
    case "km":
      return row.reason.kind === "why" ? (row.reason.why.km ?? null) : row.reason.kind === "kept" ? row.reason.km : null;
    case "basis":
      return basisNames[row.basis][language];
    case "why":
      return agreementWhy(row, language);
    default:
      return row[field];
  }
}

/** Why the row is there, in a sentence; what stays from an earlier sheet keeps its words. */
export function agreementWhy({ reason, byHand }: AgreementRow, language: SheetLanguage): string {
  if (reason.kind === "kept") return cellText(reason.text);
  const sentence = reason.kind === "why" ? whySentence[language](reason.why) : reconsiderSentence[language](reason);
  return byHand ? `${BY_HAND[language]} ${sentence}` : sentence;
}

export function totalOf(row: { readonly quantities: readonly number[] }): number {
  return row.quantities.reduce((sum, quantity) => sum + quantity, 0);
}

/** Steps in the product's unit; as they are for a product that is not known. */
function quantityIn(steps: number, key: string, { products }: Lookup): number {
  const product = products.get(key);
  return product ? inUnits(steps, product) : steps;
}
