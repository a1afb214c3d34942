/** What earlier sheets say about each line: who was rejected, who made it last year, what was proposed. */
import type { EarlierAgreement, Demand, Situation } from "../model";

export interface History {
  /** What earlier agreements say of a demand number; absent where none names it. */
  of(no: string): Past | undefined;
  /** The present supplier a line names, else last year's suppliers to that buyer of that product. */
  presentSuppliers(demand: Demand): ReadonlySet<string>;
}

export interface Past {
  readonly rejected: Set<string>;
  /** The last plan: proposed quantities by quarter, by supplier. */
  readonly plan: Map<string, readonly number[]>;
}

/** Rows looked at between two yields. */
const SLICE = 8_192;

/** What is not there, one for all. */
const NOBODY = new Set<string>();
const NO_PLAN = new Map<string, readonly number[]>();
export const NO_PAST: Past = { rejected: NOBODY, plan: NO_PLAN };

/** Yields now and then. */
export function* historyOf({ earlierAgreements, lastYear }: Situation): Generator<void, History> {
  const past = new Map<string, Past>();
  for (let index = 0; index < earlierAgreements.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const row = earlierAgreements[index];
    past.set(row.demandNo, withRow(past.get(row.demandNo) ?? NO_PAST, row));
  }
  const madeBefore = new Map<string, Set<string>>();
  for (const task of lastYear) if (task.buyer !== undefined) addTo(madeBefore, `${task.buyer}\n${task.product}`, task.supplier);
  const named = new Map<string, ReadonlySet<string>>();
  return {
    of: (no) => (past.size === 0 ? undefined : past.get(no)),
    presentSuppliers({ factory, product, presentSupplier }) {
      if (presentSupplier === undefined) return madeBefore.size === 0 ? NOBODY : (madeBefore.get(`${factory}\n${product}`) ?? NOBODY);
      const set = named.get(presentSupplier) ?? new Set([presentSupplier]);
      named.set(presentSupplier, set);
      return set;
    },
  };
}

/** What is said of a line once this row is read. */
function withRow({ rejected, plan }: Past, row: EarlierAgreement): Past {
  if (row.status === "Rejected") return { plan, rejected: rejected === NOBODY ? new Set([row.supplier]) : rejected.add(row.supplier) };
  if (row.status !== "Proposed" || row.basis === "standing" || isFixed(row)) return { rejected, plan };
  const own = plan === NO_PLAN ? new Map<string, readonly number[]>() : plan;
  const known = own.get(row.supplier);
  const quantities = known ? row.quantities.map((quantity, quarter) => quantity + (known[quarter] ?? 0)) : row.quantities;
  return { rejected, plan: own.set(row.supplier, quantities) };
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

/** Agreed, or settled above this office and not refused since. */
export function isFixed({ status, settledAbove }: EarlierAgreement): boolean {
  return status === "Agreed" || (settledAbove === true && status === "Proposed");
}
