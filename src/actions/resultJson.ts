/**
 * The result as JSON: English names in any language, quantities in the product's unit, capacity in the row's, keyed by
 * `1956Q4`, `1957 any` or `any`. Sentences (why, proof, measure, text) are in the language asked for.
 */
import type { Goal, UnitFamily } from "../engine/model";
import { measureSentence } from "../i18n/cures";
import type { Language } from "../i18n/language";
import { reasonSentence } from "../i18n/reasons";
import type { AgreementRow } from "../sheets/results/agreementRows";
import { inUnits } from "../sheets/results/agreementRows";
import { agreementWhy } from "../sheets/results/agreementsSheet";
import { goalsInOrder } from "../sheets/results/goalsInOrder";
import type { PriceFacts } from "../sheets/results/priceFacts";
import { problemSentence } from "../sheets/table/problemSentence";
import { inOrder } from "../sheets/results/problemsSheet";
import { problemAddress } from "../sheets/table/problemAddress";
import type { Problem } from "../sheets/reading";
import type { Result } from "../sheets/results/result";
import { PRIORITIES } from "../sheets/results/totals";
import { periodOrderOf } from "../sheets/sharing/periodKeyOrder";
import { ENGINE_VERSION } from "./engineVersion";
import type { BalanceOutcome } from "./balanceWorkbook";

type Told = Omit<Extract<BalanceOutcome, { kind: "done" }>, "sheetNames" | "forms"> | Extract<BalanceOutcome, { kind: "must fix" }>;

type Quantities = Readonly<Record<string, number>>;
interface Fulfilled {
  readonly demanded: number;
  readonly fulfilled: number;
}

export interface ResultJson {
  readonly engine: string;
  readonly complete: boolean;
  readonly goals: readonly Goal[];
  readonly proof: {
    readonly status: string;
    readonly by: readonly string[];
    readonly gap: number;
    readonly firstUnproved: { readonly goal: string; readonly place: string } | null;
  } | null;
  readonly totals: Readonly<Record<string, Fulfilled | Readonly<Partial<Record<UnitFamily, Fulfilled>>>>>;
  /** Points by priority, place by place and all at once; absent where there is one place only, or too many lines. */
  readonly priceOfLocalFirst?: {
    readonly points: Readonly<Record<string, { readonly localFirst: number; readonly pooled: number }>>;
    readonly estimate: boolean;
  };
  readonly agreements: readonly AgreementJson[];
  readonly unresolved: readonly UnresolvedJson[];
  readonly remaining: readonly { readonly capacityNo: string; readonly quantities: Quantities }[];
  readonly transfers: readonly TransferJson[];
  readonly problems: readonly ProblemJson[];
  readonly checkCode: string;
}
export interface AgreementJson {
  readonly no: string;
  readonly status: string;
  readonly settledAt: string;
  readonly basis: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly demandNo: string;
  readonly product: string;
  readonly specification: string;
  readonly unit: string;
  readonly quantities: Quantities;
  readonly why: string;
}
export interface UnresolvedJson {
  readonly demandNo: string;
  readonly quantities: Quantities;
  readonly reason: string;
  readonly proof: string;
  readonly cures: readonly { readonly measure: string; readonly resolves: number }[];
}
export interface TransferJson {
  readonly no: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
  readonly quantities: Quantities;
  readonly enables: readonly string[];
}
export interface ProblemJson {
  readonly severity: Problem["severity"];
  readonly sheet: string;
  readonly cell: string;
  readonly rule: string;
  readonly text: string;
}

/** The JSON of a balance. Where something had to be fixed first it is incomplete: only problems are filled. */
export function resultJson(outcome: Told, language: Language): ResultJson {
  const problems = problemsJson(outcome.problems, language);
  if (outcome.kind === "must fix") {
    const goals = goalsInOrder(outcome.reading.situation);
    return {
      engine: ENGINE_VERSION,
      complete: false,
      goals,
      proof: null,
      totals: {},
      agreements: [],
      unresolved: [],
      remaining: [],
      transfers: [],
      problems,
      checkCode: "",
    };
  }
  const { result } = outcome;
  const { reading, balance } = result;
  return {
    engine: ENGINE_VERSION,
    complete: true,
    goals: goalsInOrder(reading.situation),
    proof: { status: balance.proof.status, by: balance.proof.by, gap: balance.proof.gap, firstUnproved: balance.proof.firstUnproved },
    totals: totalsJson(result),
    ...(result.price ? { priceOfLocalFirst: priceJson(result.price) } : {}),
    agreements: result.agreements.rows.map((row) => agreementJson(row, result, language)),
    unresolved: result.unresolved.map((row) => ({
      demandNo: row.demandNo,
      quantities: Object.fromEntries([...row.quantities].sort(([one], [other]) => periodOrderOf(one) - periodOrderOf(other))),
      reason: row.reason,
      proof: reasonSentence(row.proof, language),
      cures: row.cures.map((cure) => ({ measure: measureSentence(cure.measure, language), resolves: cure.resolves })),
    })),
    remaining: result.remaining.map((row) => ({ capacityNo: row.capacity.no, quantities: keyed(row.quantities, reading.keys.quarters) })),
    transfers: transfersJson(result),
    problems,
    checkCode: result.checkCode,
  };
}

export function transfersJson(result: Result): readonly TransferJson[] {
  return result.transfers.map(({ no, product, from, to, quantities, enables }) => ({
    ...{ no, product, from, to },
    quantities: inProductUnits(quantities, product, result),
    enables,
  }));
}

export function problemsJson(problems: readonly Problem[], language: Language): readonly ProblemJson[] {
  return inOrder(problems).map((problem) => ({
    severity: problem.severity,
    sheet: problem.sheet,
    cell: problemAddress(problem),
    rule: problem.rule,
    text: problemSentence(problem, language),
  }));
}

function totalsJson({ totals }: Result): ResultJson["totals"] {
  const priorities = PRIORITIES.map((priority): [string, Fulfilled] => [
    `priority ${priority}`,
    totals.priorities.get(priority) ?? { demanded: 0, fulfilled: 0 },
  ]);
  return { ...Object.fromEntries(priorities), quantities: Object.fromEntries(totals.families) };
}

function priceJson({ priorities, estimate }: PriceFacts): ResultJson["priceOfLocalFirst"] {
  const points = priorities.map(({ priority, localFirst, pooled }) => [`priority ${priority}`, { localFirst, pooled }] as const);
  return { points: Object.fromEntries(points), estimate };
}

function agreementJson(row: AgreementRow, result: Result, language: Language): AgreementJson {
  const { no, status, settledAt, basis, supplier, buyer, demandNo, made } = row;
  return {
    ...{ no, status, settledAt, basis, supplier, buyer, demandNo },
    product: made?.name ?? row.product,
    specification: made?.specification ?? "",
    unit: made?.unit.name ?? "",
    quantities: inProductUnits(row.quantities, row.product, result),
    why: agreementWhy(row, language),
  };
}

function inProductUnits(quantities: readonly number[], key: string, { lookup, reading }: Result): Quantities {
  const product = lookup.products.get(key);
  return keyed(product ? quantities.map((steps) => inUnits(steps, product)) : quantities, reading.keys.quarters);
}

/** Only periods with a quantity. */
function keyed(quantities: readonly number[], keys: readonly string[]): Quantities {
  return Object.fromEntries(
    keys.map((key, index): [string, number] => [key, quantities[index] ?? 0]).filter(([, quantity]) => quantity !== 0),
  );
}
