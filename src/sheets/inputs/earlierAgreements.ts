/** The Agreements sheet as the clerk left it: what is agreed, rejected and proposed. */
import type { AgreementStatus, EarlierAgreement } from "../../engine/model";
import type { DemandRow } from "./demand";
import type { Directory } from "./directory";
import type { AgreementField } from "../outputs";
import type { Plan } from "./plan";
import { typedNumber } from "../table/earlierOutput";
import { readQuantity } from "../table/readQuantity";
import type { TableRows } from "../table/tableRows";
import { REPLY_FIELDS, replyOf, SIDES, type Heard, type Side } from "../sharing/replies";
import { basisWords, statusWords } from "../table/words";

/** What each side's own office answered, by agreement number. */
export type Replies = ReadonlyMap<string, Readonly<Partial<Record<Side, string>>>>;

export interface AgreementReading {
  readonly agreements: readonly EarlierAgreement[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Replies from below that count: given to the figures that stand here. */
  readonly replies: Replies;
  /** Where problems of a whole row are shown. */
  readonly column?: number;
}

interface AgreementScene {
  readonly directory: Directory;
  readonly plan: Plan;
  readonly changedByHand: ReadonlySet<number>;
  readonly heard: Heard;
}

/**
 * Reads the rows. Agreed where both replies agree, rejected where either refuses; a row that the clerk typed (it has no
 * number) or whose computed cells he changed (`changedByHand`) counts as agreed. What an office below answered for its own
 * side (`heard`) stands before what the clerk wrote for it.
 */
export function* readAgreements(
  rows: TableRows<AgreementField>,
  { directory, plan, changedByHand, heard }: AgreementScene,
): Generator<void, AgreementReading> {
  const agreements: EarlierAgreement[] = [];
  const rowOf = new Map<string, number>();
  const replies = new Map<string, Partial<Record<Side, string>>>();
  yield* rows.eachRow((row) => {
    const product = productOf(rows, row, directory);
    const quantities = new Array<number>(plan.horizon.quarters).fill(0);
    for (const { column: at, period } of product ? rows.header.periods : []) {
      const quarter = plan.quarterOf(period);
      const quantity = product && readQuantity(rows, row, { column: at, unit: product.unit, written: product.unit });
      if (quarter !== undefined && quantity !== undefined) quantities[quarter] += quantity;
    }
    const settledAt = rows.text(row, "settledAt");
    const above = directory.isOutside(settledAt);
    const partner = (field: "supplier" | "buyer"): string => {
      const text = rows.required(row, field);
      // An office above settles with partners that lie outside this one: nothing to hint at.
      return text === "" ? "" : above ? directory.knownAs(text) : directory.anyFactory(rows, row, { field, text });
    };
    const no = rows.text(row, "no");
    const typed = no === "" || changedByHand.has(row);
    const answered = answeredHere(heard.get(no), Number(rows.text(row, "version")) || 1);
    if (answered) replies.set(no, answered);
    const entry: EarlierAgreement = {
      no: no === "" ? typedNumber(row) : no,
      status: statusOf(rows, row, { typed, answered }),
      supplier: partner("supplier"),
      buyer: partner("buyer"),
      demandNo: rows.text(row, "demandNo"),
      product: product?.key ?? "",
      quantities,
      basis: rows.word(row, "basis", basisWords) ?? "new",
      settledAt,
    };
    if (typed && entry.status === "Agreed") rows.report("I17", row, { field: "status" }, { no });
    if (!rows.isValid(row)) return;
    if (rowOf.has(entry.no)) {
      rows.report("E06 number", row, { field: "no" }, { value: entry.no });
      return;
    }
    rowOf.set(entry.no, row);
    agreements.push(entry);
  });
  return { agreements, rowOf, replies, column: rows.columnOf.get("supplier") };
}

function productOf(rows: TableRows<AgreementField>, row: number, directory: Directory): ReturnType<Directory["product"]> {
  const name = rows.required(row, "product");
  const specification = rows.text(row, "specification");
  const whole = specification === "" ? name : `${name} ${specification}`;
  return directory.product(rows, row, {
    field: "product",
    text: directory.products.index.entry(whole) ? whole : name,
  });
}

/** A reply to other figures than those that stand here is none. */
function answeredHere(heard: ReturnType<Heard["get"]>, version: number): Partial<Record<Side, string>> | undefined {
  const entries = [...(heard ?? [])].filter(([, answer]) => answer.version === version);
  return entries.length === 0 ? undefined : Object.fromEntries(entries.map(([side, { text }]) => [side, text]));
}

function statusOf(
  rows: TableRows<AgreementField>,
  row: number,
  { typed, answered }: { readonly typed: boolean; readonly answered: Partial<Record<Side, string>> | undefined },
): AgreementStatus {
  const status = rows.word(row, "status", statusWords);
  const replies = SIDES.map((side) => replyOf(answered?.[side] ?? rows.text(row, REPLY_FIELDS[side])));
  if (status === "Void" || status === "Reconsider") return status;
  if (replies.includes("refuse") || status === "Rejected") return "Rejected";
  if (replies.every((reply) => reply === "agree") || status === "Agreed") return "Agreed";
  return typed ? "Agreed" : "Proposed";
}

/** A row that the clerk typed without a demand number is for the buyer's one line of that product, where there is just one. */
export function withDemandNo(rows: readonly EarlierAgreement[], demands: readonly DemandRow[]): readonly EarlierAgreement[] {
  if (rows.every(({ demandNo }) => demandNo !== "")) return rows;
  /** The number of the one line of a pair; undefined where there are more. */
  const onlyLine = new Map<string, string | undefined>();
  for (const { demand, valid } of demands) {
    const pair = `${demand.factory}\n${demand.product}`;
    if (valid && !demand.inHouse) onlyLine.set(pair, onlyLine.has(pair) ? undefined : demand.no);
  }
  return rows.map((row) => {
    const demandNo = row.demandNo === "" && row.basis !== "standing" ? onlyLine.get(`${row.buyer}\n${row.product}`) : undefined;
    return demandNo === undefined ? row : { ...row, demandNo };
  });
}

/** Marks the rows that an office above settled. */
export function withAbove(rows: readonly EarlierAgreement[], tree: ReadonlySet<string>): readonly EarlierAgreement[] {
  return rows.map((row) => (row.settledAt === "" || tree.has(row.settledAt) ? row : { ...row, settledAbove: true }));
}
