/**
 * Long-term proposals: where a line is recurrent (marked so, or met last year for the same buyer and product and asked again)
 * and a supplier that makes some of it could make a fourth of the yearly need in each quarter of the next year.
 *
 * The next year is the calendar year after the plan's first quarter's where the plan holds all of it, else the last whole year
 * it holds. The yearly need is what the line asks for in that year.
 */
import { firstQuarterOf } from "../booking";
import { roomFor, type Ledger } from "../ledger";
import type { LongTermProposal } from "../model";
import type { Line } from "../register/lines";
import { partnersOf } from "../register/portions";

/** Entries looked at between two yields. */
const SLICE = 8_192;

export function* longTermProposals(ledger: Ledger): Generator<void, readonly LongTermProposal[]> {
  const { register } = ledger;
  const year = nextYear(ledger);
  if (year === undefined) return [];
  const { lastYear, standingAgreements } = register.situation;
  const metLastYear = new Set(lastYear.map(({ buyer, product }) => `${buyer ?? ""}\n${product}`));
  const standing = new Set(standingAgreements.map(partnersOf));
  const made = new Map<Line, Map<string, number[]>>();
  for (let index = 0; index < ledger.entries.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const { line, supplier, quantities } = ledger.entries[index];
    if (line?.priority === undefined || !isRecurrent(line, metLastYear)) continue;
    const own = made.get(line) ?? new Map<string, number[]>();
    made.set(line, own);
    const known = own.get(supplier);
    own.set(
      supplier,
      quantities.map((quantity, quarter) => quantity + (known?.[quarter] ?? 0)),
    );
  }
  yield;
  const lines = [...made.keys()].sort((a, b) => a.index - b.index);
  return lines.flatMap((line) => {
    const need = yearlyNeed(line, year, ledger);
    const able = [...(made.get(line) ?? [])].filter(
      ([supplier, quantities]) => need > 0 && couldMake(ledger, { line, supplier, quantities, need, year }),
    );
    const best = able.sort(([one, a], [other, b]) => sum(b) - sum(a) || (one < other ? -1 : 1))[0];
    if (!best) return [];
    const partners = { supplier: best[0], buyer: line.demand.factory, product: line.product.key };
    return standing.has(partnersOf(partners)) ? [] : [{ demandNo: line.demand.no, ...partners, yearlyQuantity: need }];
  });
}

function nextYear({ register }: Ledger): number | undefined {
  const { horizon } = register.situation;
  const whole = (year: number): boolean => firstQuarterOf(year, horizon) >= 0 && firstQuarterOf(year, horizon) + 4 <= horizon.quarters;
  if (whole(horizon.firstYear + 1)) return horizon.firstYear + 1;
  for (let year = horizon.firstYear + Math.ceil(horizon.quarters / 4); year >= horizon.firstYear; year--) if (whole(year)) return year;
  return undefined;
}

/** `metLastYear`: buyer and product of last year's tasks. */
function isRecurrent({ demand }: Line, metLastYear: ReadonlySet<string>): boolean {
  return demand.recurrent || (metLastYear.size > 0 && metLastYear.has(`${demand.factory}\n${demand.product}`));
}

function yearlyNeed({ demand }: Line, year: number, { register }: Ledger): number {
  const first = firstQuarterOf(year, register.situation.horizon);
  return demand.cells.reduce((need, { period, quantity }) => {
    const inYear =
      period.kind === "year" ? period.year === year : period.kind === "quarter" && period.quarter >= first && period.quarter < first + 4;
    return inYear ? need + quantity : need;
  }, 0);
}

interface Candidate {
  readonly line: Line;
  readonly supplier: string;
  readonly quantities: readonly number[];
  readonly need: number;
  readonly year: number;
}

function couldMake({ register, free }: Ledger, { line, supplier, quantities, need, year }: Candidate): boolean {
  const way = line.eligible.find(({ factory }) => factory === supplier);
  if (!way) return false;
  const first = firstQuarterOf(year, register.situation.horizon);
  return [0, 1, 2, 3].every((part) => (roomFor(free, way, first + part, register.quarters) + quantities[first + part]) * 4 >= need);
}

function sum(quantities: readonly number[]): number {
  return quantities.reduce((total, quantity) => total + quantity, 0);
}
