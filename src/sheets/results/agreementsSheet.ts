/** The Agreements sheet · 协作协议: one row per demand line, supplier, place and basis. */
import { reconsiderSentence, whySentence } from "../../i18n/outputs";
import type { Product } from "../../engine/model";
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
  const cells = agreementCells(lookup, language);
  return draftSheet<AgreementRow, AgreementField>({
    ...{ table: agreementsTable, language, periods, rows, numberFields: ["no"] },
    cells: {
      cell: (field) => cells[field],
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

function agreementCells(lookup: Lookup, language: SheetLanguage): Readonly<Record<AgreementField, (row: AgreementRow) => CellValue>> {
  const productOf = ({ product }: AgreementRow): Product | undefined => lookup.products.get(product);
  // Many rows are there for the same reasons: their sentence is kept once.
  const sentences = new Map<string, string>();
  const once = (sentence: string): string => {
    const known = sentences.get(sentence);
    if (known === undefined) sentences.set(sentence, sentence);
    return known ?? sentence;
  };
  const valueIn = (row: AgreementRow, product: Product | undefined): CellValue => (product && valueOf(totalOf(row), product)) ?? null;
  return {
    no: ({ no }) => no,
    version: ({ version }) => version,
    status: ({ status }) => statusNames[status][language],
    settledAt: ({ settledAt }) => settledAt,
    supplier: ({ supplier }) => supplier,
    supplierPlace: ({ supplier }) => lookup.placeOf(supplier),
    buyer: ({ buyer }) => buyer,
    buyerPlace: ({ buyer }) => lookup.placeOf(buyer),
    demandNo: ({ demandNo }) => demandNo,
    product: (row) => productOf(row)?.name ?? row.product,
    specification: (row) => productOf(row)?.specification ?? "",
    unit: (row) => productOf(row)?.unit.name ?? "",
    total: (row) => quantityIn(totalOf(row), row.product, lookup),
    value: (row) => valueIn(row, productOf(row)),
    km: ({ reason }) => (reason.kind === "why" ? (reason.why.km ?? null) : reason.kind === "kept" ? reason.km : null),
    basis: ({ basis }) => basisNames[basis][language],
    why: (row) => once(agreementWhy(row, language)),
    supplierReply: ({ supplierReply }) => supplierReply,
    buyerReply: ({ buyerReply }) => buyerReply,
    remark: ({ remark }) => remark,
  };
}

/** Why the row is there, in a sentence; what stays from an earlier sheet keeps its words. */
export function agreementWhy({ reason, byHand }: AgreementRow, language: SheetLanguage): string {
  if (reason.kind === "kept") return cellText(reason.text);
  const sentence = reason.kind === "why" ? whySentence[language](reason.why) : reconsiderSentence[language](reason);
  return byHand ? `${BY_HAND[language]} ${sentence}` : sentence;
}

export function totalOf(row: { readonly quantities: readonly number[] }): number {
  let sum = 0;
  for (const quantity of row.quantities) sum += quantity;
  return sum;
}

/** Steps in the product's unit; as they are for a product that is not known. */
function quantityIn(steps: number, key: string, { products }: Lookup): number {
  const product = products.get(key);
  return product ? inUnits(steps, product) : steps;
}
