/** The rows of the Unresolved sheet as facts: one per demand line and reason, the lines left out by leave among them. */
import type { Balance, Cure, Priority, Product, ReasonCode, UnresolvedCell } from "../../engine/model";
import { inUnits } from "./agreementRows";
import { cureFacts } from "./cureFacts";
import type { CureFacts } from "../../i18n/cures";
import type { Lookup } from "./lookup";
import { naturalOrder } from "../table/naturalOrder";
import { periodKey } from "../table/periodKeys";
import type { ProofFacts } from "./proofFacts";
import type { LeftOutLine, Reading } from "../reading";
import type { ReasonGiven } from "./reasonFacts";

export interface UnresolvedRow {
  /** Demand number and reason code: the same issue keeps its number. */
  readonly no: string;
  readonly demandNo: string;
  readonly factory: string;
  /** Key of the product; the text as written for a line left out. */
  readonly product: string;
  /** Absent where it is not listed, which happens to a line left out only. */
  readonly asked: Product | undefined;
  /** In the product's unit, by key of the Demand sheet. */
  readonly quantities: ReadonlyMap<string, number>;
  readonly total: number;
  /** Of the line's whole need; absent for a line left out. */
  readonly share?: number;
  readonly priority?: Priority;
  readonly reason: ReasonCode;
  readonly proof: ReasonGiven;
  readonly cures: readonly CureGiven[];
}

/** A measure and what it settles, in the product's unit. */
export interface CureGiven {
  readonly measure: CureFacts;
  readonly resolves: number;
}

/** Lines between two yields: to gather the proof of one looks at everybody who can make its product. */
const LINES_AT_ONCE = 100;

/** With a yield now and then. */
export function* unresolvedRows(
  reading: Reading,
  balance: Balance,
  { lookup, proofs }: { lookup: Lookup; proofs: ProofFacts },
): Generator<void, readonly UnresolvedRow[]> {
  const rows: UnresolvedRow[] = [];
  let seen = 0;
  for (const unresolved of balance.unresolved) {
    if (++seen % LINES_AT_ONCE === 0) yield;
    const demand = lookup.demands.get(unresolved.demandNo);
    const product = demand && lookup.products.get(demand.product);
    if (!demand || !product) throw new RangeError(`unresolved demand ${unresolved.demandNo} is not in the situation`);
    const need = demand.cells.reduce((sum, cell) => sum + cell.quantity, 0);
    for (const [reason, cells] of byReason(unresolved.cells)) {
      const steps = cells.reduce((sum, cell) => sum + cell.quantity, 0);
      rows.push({
        no: `${demand.no}-${reason}`,
        demandNo: demand.no,
        factory: demand.factory,
        product: product.key,
        asked: product,
        reason,
        priority: demand.priority,
        quantities: new Map(cells.map((cell) => [periodKey(reading.situation.horizon, cell.period), inUnits(cell.quantity, product)])),
        total: inUnits(steps, product),
        share: need === 0 ? 0 : steps / need,
        proof: proofs.of({ demand, product }, cells),
        cures: curesOf(balance.cures.get(demand.no) ?? [], reading, lookup).map((given) => ({
          ...given,
          resolves: inUnits(given.resolves, product),
        })),
      });
    }
  }
  const problems = mustFixByRow(reading);
  for (const line of reading.leftOut) rows.push(leftOutRow(line, problems.get(`${line.sheet}\n${line.row}`) ?? 0, lookup));
  return rows.sort((a, b) => naturalOrder(a.demandNo, b.demandNo) || (a.reason < b.reason ? -1 : 1));
}

function byReason(cells: readonly UnresolvedCell[]): ReadonlyMap<ReasonCode, readonly UnresolvedCell[]> {
  const groups = new Map<ReasonCode, UnresolvedCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.reason);
    if (group) group.push(cell);
    else groups.set(cell.reason, [cell]);
  }
  return groups;
}

function curesOf(cures: readonly Cure[], reading: Reading, lookup: Lookup): CureGiven[] {
  return cures.map((cure) => ({ measure: cureFacts(cure.measure, reading, lookup), resolves: cure.resolves }));
}

/** How many must-fix problems each row has, by sheet and row. */
function mustFixByRow({ problems }: Reading): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, sheet, row } of problems)
    if (severity === "must fix") counts.set(`${sheet}\n${row}`, 1 + (counts.get(`${sheet}\n${row}`) ?? 0));
  return counts;
}

function leftOutRow(line: LeftOutLine, problems: number, { products }: Lookup): UnresolvedRow {
  const quantities = new Map(Object.entries(line.quantities));
  return {
    no: `${line.demandNo}-U0`,
    demandNo: line.demandNo,
    factory: line.factory,
    product: line.product,
    asked: products.get(line.product),
    reason: "U0",
    quantities,
    cures: [],
    total: [...quantities.values()].reduce((sum, quantity) => sum + quantity, 0),
    proof: { code: "U0", facts: { problems: Math.max(1, problems) } },
  };
}
