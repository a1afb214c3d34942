/** The Agreements sheet as the clerk left it: what is agreed, rejected and proposed. */
import type { AgreementStatus, EarlierAgreement } from "../../engine/model";
import type { Directory } from "./directory";
import type { AgreementField } from "../outputs";
import type { Plan } from "./plan";
import { readQuantity } from "../table/readQuantity";
import type { TableRows } from "../table/tableRows";
import { basisWords, replyWords, statusWords } from "../table/words";

export interface AgreementReading {
  readonly agreements: readonly EarlierAgreement[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Where problems of a whole row are shown. */
  readonly column?: number;
}

/**
 * Reads the rows. Agreed where both replies agree, rejected where either refuses; a row that the clerk typed (it has no
 * number) or whose computed cells he changed (`changedByHand`) counts as agreed.
 */
export function readAgreements(
  rows: TableRows<AgreementField>,
  { directory, plan, changedByHand }: { directory: Directory; plan: Plan; changedByHand: ReadonlySet<number> },
): AgreementReading {
  const agreements: EarlierAgreement[] = [];
  const rowOf = new Map<string, number>();
  for (const row of rows.rows()) {
    const product = productOf(rows, row, directory);
    const quantities = new Array<number>(plan.horizon.quarters).fill(0);
    for (const { column: at, period } of product ? rows.header.periods : []) {
      const quarter = plan.quarterOf(period);
      const quantity = product && readQuantity(rows, row, { column: at, unit: product.unit, written: product.unit });
      if (quarter !== undefined && quantity !== undefined) quantities[quarter] += quantity;
    }
    const partner = (field: "supplier" | "buyer"): string => {
      const text = rows.required(row, field);
      return text === "" ? "" : directory.anyFactory(rows, row, { field, text });
    };
    const no = rows.text(row, "no");
    const typed = no === "" || changedByHand.has(row);
    const entry: EarlierAgreement = {
      no: no === "" ? `+${row + 1}` : no,
      status: statusOf(rows, row, typed),
      supplier: partner("supplier"),
      buyer: partner("buyer"),
      demandNo: rows.text(row, "demandNo"),
      product: product?.key ?? "",
      quantities,
      basis: rows.word(row, "basis", basisWords) ?? "new",
      settledAt: rows.text(row, "settledAt"),
    };
    if (typed) rows.report("I17", row, { field: "status" }, { no: entry.no });
    if (!rows.isValid(row)) continue;
    if (rowOf.has(entry.no)) {
      rows.report("E06 number", row, { field: "no" }, { value: entry.no });
      continue;
    }
    rowOf.set(entry.no, row);
    agreements.push(entry);
  }
  return { agreements, rowOf, column: rows.columnOf.get("supplier") };
}

function productOf(rows: TableRows<AgreementField>, row: number, directory: Directory): ReturnType<Directory["product"]> {
  const name = rows.required(row, "product");
  const specification = rows.text(row, "specification");
  const whole = specification === "" ? name : `${name} ${specification}`;
  return directory.product(rows, row, {
    field: "product",
    text: directory.products.index.entry(whole) ? whole : name,
    unitText: rows.text(row, "unit"),
  });
}

function statusOf(rows: TableRows<AgreementField>, row: number, typed: boolean): AgreementStatus {
  const status = rows.word(row, "status", statusWords);
  const replies = (["supplierReply", "buyerReply"] as const).map((field) => replyWords.get(rows.text(row, field).toLowerCase()));
  if (status === "Void" || status === "Reconsider") return status;
  if (replies.includes("refuse") || status === "Rejected") return "Rejected";
  if (replies.every((reply) => reply === "agree") || status === "Agreed") return "Agreed";
  return typed ? "Agreed" : "Proposed";
}
