/** The ledger as agreements, what stayed open, and what is left of each capacity row. */
import type { Way } from "./eligibility";
import type { Entry, Ledger } from "./ledger";
import type { Line } from "./lines";
import type { Agreement, Remaining } from "./model";
import type { Register } from "./register";

/** One agreement per entry, in canonical order; `no` is only unique, the sheets give the numbers people use. */
export function agreementsOf(ledger: Ledger): readonly Agreement[] {
  const makers = new MakersUnder(ledger.register);
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
        why: whyOf(ledger, { entry, line: entry.line, makers }),
      } satisfies Agreement,
    ];
  });
}

/** How many factories of a list of makers sit under a place. Many lines share a list, so it is counted once. */
class MakersUnder {
  private readonly counts = new Map<string, Map<readonly Way[], number>>();

  constructor(private readonly register: Register) {}

  count(makers: readonly Way[], place: string): number {
    const { places } = this.register;
    if (place === places.root) return makers.length;
    const here = this.counts.get(place) ?? new Map<readonly Way[], number>();
    this.counts.set(place, here);
    const count = here.get(makers) ?? makers.filter((way) => places.isUnder(way.place, place)).length;
    here.set(makers, count);
    return count;
  }
}

interface Explained {
  readonly entry: Entry;
  readonly line: Line;
  readonly makers: MakersUnder;
}

function whyOf({ register }: Ledger, { entry: { supplier, place, way }, line, makers }: Explained): Agreement["why"] {
  const { factories, distances } = register;
  const from = factories.get(supplier)?.place;
  return {
    present: line.presentSuppliers.has(supplier),
    wished: line.demand.wishedSuppliers.includes(supplier),
    samePlace: from === line.place,
    km: from === undefined ? undefined : distances.km(from, line.place),
    gradeSurplus: way ? way.grade - line.grade : 0,
    eligible: makers.count(line.eligible, place),
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
