/** Why one row differs from the plan before: a refusal, the clerk's hand, a need, a capacity. Other rows of the plan are not looked at. */
import type { AgreementStatus, EarlierAgreement, Reconsideration } from "../../engine/model";
import { rowRates } from "../../engine/register/rates";
import { inUnits } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import type { ChangeInput, Differing } from "./changes";
import { capacitySteps } from "./cureFacts";
import type { EarlierOutput } from "../table/earlierOutput";
import { replyWords } from "../table/words";

export type OwnCause =
  | { readonly kind: "refused"; readonly by: "supplier" | "buyer" | "both" | "status" }
  | { readonly kind: "decided"; readonly status: AgreementStatus }
  | { readonly kind: "by hand" }
  | { readonly kind: "reconsider"; readonly of: Reconsideration["cause"] }
  | { readonly kind: "line gone" | "line new" }
  | { readonly kind: "need changed"; readonly before: number; readonly after: number }
  | { readonly kind: "capacity changed"; readonly capacityNo: string; readonly before: number; readonly after: number };

/** Tells the causes of rows one by one; what stood before is added up once. */
export class ChangeCauses {
  private readonly planned: ReadonlyMap<string, readonly EarlierAgreement[]>;
  private readonly madeBy: ReadonlyMap<string, readonly EarlierAgreement[]>;
  private readonly open: ReadonlyMap<string, number>;
  private readonly reconsidered: ReadonlyMap<string, Reconsideration["cause"]>;
  private readonly capacityCauses = new Map<string, OwnCause | undefined>();
  private readonly refusals: ReadonlyMap<string, OwnCause>;
  private readonly handingOver: ReadonlySet<string>;

  constructor(private readonly input: ChangeInput) {
    const { reading, agreements, earlier } = input;
    const wereInPlan = reading.situation.earlierAgreements.filter(({ no }) =>
      ["Proposed", "Agreed"].includes(earlier.record?.agreements.get(no)?.status ?? ""),
    );
    this.planned = groupedBy(wereInPlan, ({ demandNo }) => demandNo);
    this.madeBy = groupedBy(wereInPlan, ({ supplier }) => supplier);
    this.open = totalsOf(earlier.tables.get("Unresolved"), "demandNo");
    this.reconsidered = new Map(
      agreements.rows.flatMap(({ reason }) => (reason.kind === "reconsider" ? [[reason.of, reason.cause] as const] : [])),
    );
    this.refusals = refusalsOf(input);
    this.handingOver = handingOver(input);
  }

  of(row: Differing): OwnCause | undefined {
    const { earlier } = this.input;
    const before = earlier.record?.agreements.get(row.no)?.status;
    const status = row.row?.status;
    if (row.was === undefined) return { kind: "by hand" };
    const refused = this.refusals.get(row.no);
    if (refused && before !== "Rejected") return refused;
    if (
      status !== undefined &&
      before !== undefined &&
      status !== before &&
      (status === "Void" || before === "Rejected" || before === "Void")
    )
      return { kind: "decided", status };
    const reconsidered = this.reconsidered.get(row.no);
    if (reconsidered) return { kind: "reconsider", of: reconsidered };
    return this.needCause(row) ?? this.capacityCause(row.supplier);
  }

  /** The line's need before is what was planned of it and what stayed open; in-house work has none. */
  private needCause({ demandNo }: Differing): OwnCause | undefined {
    const { lookup, changedByHand, earlier } = this.input;
    const demand = lookup.demands.get(demandNo);
    const planned = this.planned.get(demandNo) ?? [];
    if (!demand) return { kind: "line gone" };
    const product = lookup.products.get(demand.product);
    if (demand.inHouse || !product || planned.some(({ no }) => changedByHand.has(no))) return undefined;
    const after = inUnits(demand.cells.reduce((sum, { quantity }) => sum + quantity, 0), product); // prettier-ignore
    const known = planned.length > 0 || this.open.has(demandNo);
    if (!known) return earlier.tables.has("Unresolved") ? { kind: "line new" } : undefined;
    const before = planned.reduce((sum, row) => sum + inUnits(totalOf(row), product), this.open.get(demandNo) ?? 0);
    return Math.abs(before - after) < HALF_A_STEP ? undefined : { kind: "need changed", before: rounded(before), after };
  }

  /** A capacity row's amount before is what was left of it and what the plan used. */
  private capacityCause(supplier: string): OwnCause | undefined {
    if (!this.capacityCauses.has(supplier)) this.capacityCauses.set(supplier, this.findCapacityCause(supplier));
    return this.capacityCauses.get(supplier);
  }

  private findCapacityCause(supplier: string): OwnCause | undefined {
    const { reading, lookup, earlier, changedByHand } = this.input;
    const remaining = earlier.tables.get("Remaining capacity");
    const made = this.madeBy.get(supplier) ?? [];
    const { situation } = reading;
    if (!remaining || this.handingOver.has(supplier) || made.some(({ no }) => changedByHand.has(no))) return undefined;
    const rows = situation.capacities.filter(({ factory }) => factory === supplier);
    const rates = rowRates({ ...situation, capacities: rows }, lookup.products);
    const byItem = (product: string): boolean => rows.some(({ item }) => item.kind === "products" && item.products.includes(product));
    for (const [index, row] of rows.entries()) {
      const { perRowStep, perProductStep } = rates[index];
      const left = remaining.row(row.no) === undefined ? undefined : Number(remaining.cell(row.no, "total"));
      if (left === undefined) continue;
      const used = made
        .filter(({ product }) => (row.item.kind === "products") === byItem(product))
        .reduce((sum, each) => sum + (totalOf(each) * (perProductStep.get(each.product) ?? 0)) / perRowStep, 0);
      const after = sumOf(row.available) - sumOf(row.own);
      const steps = capacitySteps(row);
      if (Math.abs(left * steps + used - after) >= ROUNDING * situation.horizon.quarters * (situation.places.length + 1))
        return { kind: "capacity changed", capacityNo: row.no, before: rounded(left + used / steps), after: after / steps };
    }
    return undefined;
  }
}

const HALF_A_STEP = 0.0005;
/** Steps that writing down may take off a row in each quarter at each tier. */
const ROUNDING = 1;

/** Factories whose in-house work was or is handed over: that frees capacity, so their rows' sums do not tell. */
function handingOver({ reading, agreements }: ChangeInput): ReadonlySet<string> {
  const rows: readonly { readonly basis: string; readonly buyer: string }[] = [...agreements.rows, ...reading.situation.earlierAgreements];
  return new Set(rows.flatMap(({ basis, buyer }) => (basis === "transfer" ? [buyer] : [])));
}

function refusalsOf({ reading, earlier }: ChangeInput): ReadonlyMap<string, OwnCause> {
  const sheet = earlier.tables.get("Agreements");
  const refuses = (no: string, field: string): boolean => replyWords.get(sheet?.text(no, field).toLowerCase() ?? "") === "refuse";
  const rejected = reading.situation.earlierAgreements.filter(({ status }) => status === "Rejected");
  return new Map(
    rejected.map(({ no }): [string, OwnCause] => {
      const [supplier, buyer] = [refuses(no, "supplierReply"), refuses(no, "buyerReply")];
      return [no, { kind: "refused", by: supplier && buyer ? "both" : supplier ? "supplier" : buyer ? "buyer" : "status" }];
    }),
  );
}

/** The Total column summed by what stands in another. */
function totalsOf(sheet: EarlierOutput | undefined, field: string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const no of sheet?.numbers() ?? []) {
    const key = sheet?.text(no, field) ?? "";
    totals.set(key, (totals.get(key) ?? 0) + (Number(sheet?.cell(no, "total")) || 0));
  }
  return totals;
}

function groupedBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
