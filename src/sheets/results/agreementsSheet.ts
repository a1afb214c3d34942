/** The Agreements sheet · 协作协议: one row per demand line, supplier, place and basis. */
import { reconsiderSentence, whySentence } from "../../i18n/outputs";
import type { CellValue } from "../../workbook/workbook";
import { inUnits, valueOf, type AgreementReason, type AgreementRow } from "./agreementRows";
import { BY_HAND } from "./writtenAgreements";
import { cellText } from "../table/earlierOutput";
import { agreementsTable, basisNames, replyNames, statusNames, type AgreementField } from "../outputs";
import type { SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";

export interface AgreementsInput {
  readonly rows: readonly AgreementRow[];
  readonly periods: readonly string[];
  readonly language: SheetLanguage;
}

export function agreementsSheet({ rows, periods, language }: AgreementsInput): Generator<void, SheetDraft> {
  const cells = agreementCells(language);
  return draftSheet<AgreementRow, AgreementField>({
    ...{ table: agreementsTable, language, periods, rows, numberFields: ["no"] },
    cells: {
      cell: (field) => cells[field],
      quantity: (row, period) => quantityIn(row.quantities[period] ?? 0, row),
      hasDecimals: ({ made }) => made?.unit.family === "mass",
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

function agreementCells(language: SheetLanguage): Readonly<Record<AgreementField, (row: AgreementRow) => CellValue>> {
  // Many rows are there for the same reasons: their sentence is made once.
  const sentences = new Map<AgreementReason, string>();
  const whyOf = (row: AgreementRow): string => {
    if (row.byHand || row.reason.kind !== "why") return agreementWhy(row, language);
    const known = sentences.get(row.reason) ?? agreementWhy(row, language);
    sentences.set(row.reason, known);
    return known;
  };
  return {
    no: ({ no }) => no,
    version: ({ version }) => version,
    status: ({ status }) => statusNames[status][language],
    settledAt: ({ settledAt }) => settledAt,
    supplier: ({ supplier }) => supplier,
    supplierPlace: ({ supplierPlace }) => supplierPlace,
    buyer: ({ buyer }) => buyer,
    buyerPlace: ({ buyerPlace }) => buyerPlace,
    demandNo: ({ demandNo }) => demandNo,
    product: ({ made, product }) => made?.name ?? product,
    specification: ({ made }) => made?.specification ?? "",
    unit: ({ made }) => made?.unit.name ?? "",
    total: (row) => quantityIn(totalOf(row), row),
    value: (row) => (row.made && valueOf(totalOf(row), row.made)) ?? null,
    km: ({ reason }) => (reason.kind === "why" ? (reason.why.km ?? null) : reason.kind === "kept" ? reason.km : null),
    basis: ({ basis }) => basisNames[basis][language],
    why: whyOf,
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
function quantityIn(steps: number, { made }: AgreementRow): number {
  return made ? inUnits(steps, made) : steps;
}
