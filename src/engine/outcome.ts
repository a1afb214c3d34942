/** The ledger as agreements, what stayed open, and what is left of each capacity row. */
import type { Entry, Ledger } from "./ledger";
import type { Line } from "./register/lines";
import { MakersUnder } from "./register/makersUnder";
import type { Agreement, Remaining, Why } from "./model";
import type { Register, Row } from "./register/register";
import { eachInSlices } from "./slices";

/** Agreements made, or rows looked at, between two yields. */
const SLICE = 4_096;

/** One agreement per entry, in canonical order; `no` is only unique, the sheets give the numbers people use. Yields now and then. */
export function* agreementsOf(ledger: Ledger): Generator<void, readonly Agreement[]> {
  const { entries, register } = ledger;
  const makers = new MakersByPlace(register);
  const whys = new Whys();
  const statuses = new Map(register.agreed.map(({ no, status }) => [no, status]));
  const agreements: Agreement[] = [];
  for (let index = 0; index < entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const entry = entries[index];
    const { line, earlierNo } = entry;
    if (!line) continue;
    const { no: demandNo, factory: buyer, product } = line.demand;
    agreements.push({
      no: earlierNo ?? `#${index + 1}`,
      status: (earlierNo === undefined ? undefined : statuses.get(earlierNo)) ?? "Proposed",
      settledAt: entry.place,
      basis: entry.basis,
      supplier: entry.supplier,
      buyer,
      demandNo,
      product,
      quantities: entry.quantities,
      why: whys.same(whyOf(register, { entry, line, makers })),
    });
  }
  return agreements;
}

interface Explained {
  readonly entry: Entry;
  readonly line: Line;
  readonly makers: MakersByPlace;
}

/** Who may make a line under each place that settled something. */
class MakersByPlace {
  private readonly known = new Map<string, MakersUnder>();

  constructor(private readonly register: Register) {}

  count(line: Line, place: string): number {
    const under = this.known.get(place) ?? new MakersUnder(this.register, place);
    this.known.set(place, under);
    return under.of(line).length;
  }
}

/** One account of why for all agreements that have the same: there are far fewer of them. */
class Whys {
  /** By distance, then by the number of makers, then by what remains as one number. */
  private readonly known = new Map<number | undefined, Map<number, Map<number, Why>>>();

  same(why: Why): Why {
    const { present, wished, samePlace, km, gradeSurplus, eligible, outside } = why;
    const rest = 16 * gradeSurplus + (outside ? 8 : 0) + (present ? 4 : 0) + (wished ? 2 : 0) + (samePlace ? 1 : 0);
    const byMakers = this.known.get(km) ?? new Map<number, Map<number, Why>>();
    const byRest = byMakers.get(eligible) ?? new Map<number, Why>();
    const known = byRest.get(rest);
    if (known) return known;
    this.known.set(km, byMakers.set(eligible, byRest.set(rest, why)));
    return why;
  }
}

function whyOf({ factories, distances }: Register, { entry: { supplier, place, way }, line, makers }: Explained): Why {
  const from = way?.place ?? factories.get(supplier)?.place;
  return {
    present: line.presentSuppliers.has(supplier),
    wished: line.wishedSuppliers.includes(supplier),
    samePlace: from === line.place,
    km: from === undefined ? undefined : distances.km(from, line.place),
    gradeSurplus: way ? way.grade - line.grade : 0,
    eligible: makers.count(line, place),
    ...(way ? {} : { outside: true }),
  };
}

/** What is left of every row, in canonical order. Yields now and then. */
export function* remainingOf(ledger: Ledger): Generator<void, readonly Remaining[]> {
  return yield* eachInSlices(ledger.register.rows, (row) => remainingOfRow(row, ledger), SLICE);
}

/** Available − own (net of what was handed over) − used. */
function remainingOfRow({ index, capacity, rate }: Row, { register: { quarters }, free, freed }: Ledger): Remaining {
  const quantities = new Array<number>(quarters);
  const gained = new Array<number>(quarters);
  const used = new Array<number>(quarters);
  for (let quarter = 0; quarter < quarters; quarter++) {
    const key = index * quarters + quarter;
    quantities[quarter] = Math.floor(free[key] / rate.perRowStep);
    gained[quarter] = freed[key] / rate.perRowStep;
    used[quarter] = (capacity.available[quarter] ?? 0) - (capacity.own[quarter] ?? 0) + gained[quarter] - quantities[quarter];
  }
  return { capacityNo: capacity.no, quantities, freed: gained, used };
}
