/**
 * The rows of the Agreements sheet as facts: what the balance made, what no longer fits (reconsider), and what stays from
 * the earlier sheet because somebody decided it (rejected, void, reconsider).
 */
import { inRankOrder, ranksOf } from "../../engine/register/ranks";
import { eachInSlices } from "../../engine/slices";
import type {
  Agreement,
  AgreementStatus,
  Balance,
  Basis,
  Demand,
  EarlierAgreement,
  Product,
  Reconsideration,
  Why,
} from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import type { CellValue } from "../../workbook/workbook";
import type { EarlierOutput } from "../table/earlierOutput";
import type { Lookup } from "./lookup";
import { naturalOrder } from "../table/naturalOrder";
import { numberAgreements, type RunningNumbers } from "../table/numbering";
import type { Reading } from "../reading";
import { isFromBelow } from "../sharing/rejections";
import { isWithAbove } from "../sharing/sentUp";
import { WrittenAgreements } from "./writtenAgreements";

export interface AgreementRow {
  readonly no: string;
  readonly version: number;
  readonly status: AgreementStatus;
  readonly settledAt: string;
  readonly supplier: string;
  readonly buyer: string;
  /** Blank for a factory outside this office. */
  readonly supplierPlace: string;
  readonly buyerPlace: string;
  readonly demandNo: string;
  /** Absent where no line of this office has that number. */
  readonly demand: Demand | undefined;
  readonly product: string;
  /** Absent where the product is not listed. */
  readonly made: Product | undefined;
  /** Steps of the product's unit, by quarter of the horizon. */
  readonly quantities: readonly number[];
  readonly basis: Basis;
  readonly reason: AgreementReason;
  /** Typed by the clerk, or changed by him where Balance computes: counts as agreed. */
  readonly byHand: boolean;
  readonly supplierReply: CellValue;
  readonly buyerReply: CellValue;
  readonly remark: CellValue;
}

/** Why the row is there: the supplier's merits, the cause of a reconsideration, or what the sheet said before. */
export type AgreementReason =
  | { readonly kind: "why"; readonly why: Why }
  | { readonly kind: "reconsider"; readonly cause: Reconsideration["cause"]; readonly of: string }
  | { readonly kind: "kept"; readonly text: CellValue; readonly km: CellValue };

export interface AgreementRows {
  readonly rows: readonly AgreementRow[];
  /** Those of them that the balance made. */
  readonly made: readonly AgreementRow[];
  /** The number on the sheet of what has this number in the engine. */
  readonly numberOf: (no: string) => string;
}

export interface AgreementsBefore {
  /** The Agreements sheet as the last run and the clerk left it. */
  readonly sheet: EarlierOutput | undefined;
  /** Numbers of the rows that the clerk typed or changed since the last run. */
  readonly changedByHand: ReadonlySet<string>;
  readonly running: RunningNumbers;
  readonly lookup: Lookup;
}

/** Composes the rows, in order of demand number, then agreement number; with a yield now and then. */
export function* agreementRows(
  { situation, shared, language }: Reading,
  balance: Balance,
  { sheet, changedByHand, running, lookup }: AgreementsBefore,
): Generator<void, AgreementRows> {
  const before = shared.whole.earlierAgreements;
  const earlier = new Map<string, EarlierAgreement>();
  for (const row of before) earlier.set(row.no, row);
  const { reconsider } = balance;
  const agreements = yield* byDemandNo(balance.agreements);
  yield;
  const numbers = yield* numberAgreements(agreements, before, running);
  const written = new WrittenAgreements({ sheet, earlier, changedByHand, running, lookup, language, replies: shared.replies });
  yield;
  const made = yield* eachInSlices(agreements, (agreement, index) => written.made(agreement, numbers[index]));
  const rows = made.slice();
  let byNo: ReadonlyMap<string, string> | undefined;
  const numberOf = (no: string): string =>
    (byNo ??= new Map(agreements.map((agreement, index) => [agreement.no, numbers[index]]))).get(no) ?? no;
  for (const row of written.forOthers(situation, reconsider)) rows.push(row);
  // Only numbers that stood on the sheet before are asked for.
  yield;
  const used = new Set<string>();
  if (before.length > 0) for (const { no } of rows) if (earlier.has(no)) used.add(no);
  yield;
  const standing = new Map(situation.standingAgreements.map((row) => [row.no, row]));
  for (const entry of reconsider) {
    const row = written.reconsidered(entry, { standing: standing.get(entry.no), used, of: numberOf(entry.no) });
    if (row) rows.push(row);
    if (row) used.add(row.no);
  }
  let balanced: ReadonlySet<EarlierAgreement> | undefined;
  const isBalanced = (row: EarlierAgreement): boolean => (balanced ??= new Set(situation.earlierAgreements)).has(row);
  for (const row of before) {
    if (!(staysOnTheSheet(row) || (isWithAbove(row) && !isBalanced(row))) || used.has(row.no)) continue;
    rows.push(written.kept(row));
    used.add(row.no);
  }
  // What was made first stands in that order already.
  if (before.length > 0 || rows.length > made.length) rows.sort((a, b) => naturalOrder(a.demandNo, b.demandNo) || naturalOrder(a.no, b.no));
  return { rows, made, numberOf };
}

/** Each demand number is compared once for all its agreements. */
function* byDemandNo(agreements: readonly Agreement[]): Generator<void, readonly Agreement[]> {
  const demandNoOf = ({ demandNo }: Agreement): string => demandNo;
  const order = inRankOrder(yield* ranksOf(agreements, { key: demandNoOf, text: demandNoOf, order: naturalOrder }));
  return Array.from(order, (index) => agreements[index]);
}

/** What a meeting decided stays to be seen; reconsidered standing agreements are worked out anew each time. */
function staysOnTheSheet(row: EarlierAgreement): boolean {
  if (isFromBelow(row)) return false;
  if (row.status === "Reconsider") return row.basis !== "standing";
  return row.status === "Rejected" || row.status === "Void";
}

/** A quantity in the product's unit: steps of 0.001 for mass, else whole. */
export function inUnits(steps: number, product: Product): number {
  return steps / stepsPerUnit(product.unit);
}

/** Value at the constant price, in yuan with two decimals; undefined without a price. */
export function valueOf(steps: number, product: Product): number | undefined {
  if (product.price === undefined) return undefined;
  return Math.round((steps * product.price) / (product.normBase * stepsPerUnit(product.unit))) / 100;
}
