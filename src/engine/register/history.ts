/** What earlier sheets say about each line: who was rejected, who made it last year, what was proposed. */
import type { EarlierAgreement, Demand, Situation } from "../model";

export interface History {
  /** Suppliers rejected for a demand number. */
  rejectedFor(no: string): ReadonlySet<string>;
  /** The present supplier a line names, else last year's suppliers to that buyer of that product. */
  presentSuppliers(demand: Demand): ReadonlySet<string>;
  /** The last plan: proposed quantities by quarter, by supplier. */
  lastPlan(no: string): ReadonlyMap<string, readonly number[]>;
}

/** Rows looked at between two yields. */
const SLICE = 8_192;

const NOBODY: ReadonlySet<string> = new Set();
const NO_PLAN: ReadonlyMap<string, readonly number[]> = new Map();

/** Yields now and then. */
export function* historyOf({ earlierAgreements, lastYear }: Situation): Generator<void, History> {
  const rejected = new Map<string, Set<string>>();
  const proposed = new Map<string, Map<string, number[]>>();
  for (let index = 0; index < earlierAgreements.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const row = earlierAgreements[index];
    if (row.status === "Rejected") addTo(rejected, row.demandNo, row.supplier);
    if (row.status !== "Proposed" || row.basis === "standing" || isFixed(row)) continue;
    const plan = proposed.get(row.demandNo) ?? new Map<string, number[]>();
    proposed.set(row.demandNo, plan);
    const known = plan.get(row.supplier) ?? [];
    plan.set(
      row.supplier,
      row.quantities.map((quantity, quarter) => quantity + (known[quarter] ?? 0)),
    );
  }
  const madeBefore = new Map<string, Set<string>>();
  for (const task of lastYear) if (task.buyer !== undefined) addTo(madeBefore, `${task.buyer}\n${task.product}`, task.supplier);
  const named = new Map<string, ReadonlySet<string>>();
  return {
    rejectedFor: (no) => rejected.get(no) ?? NOBODY,
    lastPlan: (no) => proposed.get(no) ?? NO_PLAN,
    presentSuppliers({ factory, product, presentSupplier }) {
      if (presentSupplier === undefined) return madeBefore.size === 0 ? NOBODY : (madeBefore.get(`${factory}\n${product}`) ?? NOBODY);
      const set = named.get(presentSupplier) ?? new Set([presentSupplier]);
      named.set(presentSupplier, set);
      return set;
    },
  };
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
