/** The ledger as agreements, what stayed open, and what is left of each capacity row. */
import type { Entry, Ledger } from "./ledger";
import type { Agreement, Remaining } from "./model";

/** One agreement per entry, in canonical order; `no` is only unique, the sheets give the numbers people use. */
export function agreementsOf(ledger: Ledger): readonly Agreement[] {
  const statuses = new Map(ledger.register.agreed.map(({ no, status }) => [no, status]));
  return ledger.entries.flatMap((entry, index) => {
    if (!entry.line) return [];
    const { demand } = entry.line;
    return [
      {
        no: entry.earlierNo ?? `#${index + 1}`,
        status: statuses.get(entry.earlierNo ?? "") ?? "Proposed",
        settledAt: entry.place,
        basis: entry.basis,
        supplier: entry.supplier,
        buyer: demand.factory,
        demandNo: demand.no,
        product: demand.product,
        quantities: entry.quantities,
        why: whyOf(ledger, entry, entry.line),
      } satisfies Agreement,
    ];
  });
}

function whyOf({ register }: Ledger, { supplier, place, way }: Entry, line: NonNullable<Entry["line"]>): Agreement["why"] {
  const { factories, distances, places } = register;
  const from = factories.get(supplier)?.place;
  const under = line.eligible.filter((other) => places.isUnder(factories.get(other.factory)?.place ?? "", place));
  return {
    present: line.presentSuppliers.has(supplier),
    wished: line.demand.wishedSuppliers.includes(supplier),
    samePlace: from === line.place,
    km: from === undefined ? undefined : distances.km(from, line.place),
    gradeSurplus: way ? way.grade - line.grade : 0,
    eligible: under.length,
  };
}

/** What is left of every row, in the order the situation gave them: available − own (net of what was handed over) − used. */
export function remainingOf({ register, free, freed }: Ledger): readonly Remaining[] {
  const { quarters, rows } = register;
  return rows.map(({ index, capacity, rate }) => {
    const cell = (amounts: Float64Array, quarter: number): number => amounts[index * quarters + quarter] / rate.perRowStep;
    const each = (value: (quarter: number) => number): number[] => Array.from({ length: quarters }, (_, quarter) => value(quarter));
    const quantities = each((quarter) => Math.floor(cell(free, quarter)));
    const gained = each((quarter) => cell(freed, quarter));
    return {
      capacityNo: capacity.no,
      quantities,
      freed: gained,
      used: each((quarter) => (capacity.available[quarter] ?? 0) - (capacity.own[quarter] ?? 0) + gained[quarter] - quantities[quarter]),
    };
  });
}
