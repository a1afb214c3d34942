/** Books a plan's deliveries to the cells of its lines once more, step by step, and compares what stays open with the plan. */
import type { Agreement, Balance, Demand, DemandCell, Period, Situation } from "../model";
import type { Fault } from "./fault";

export interface Booked {
  readonly line: Demand;
  readonly agreement: Agreement;
  readonly cell: DemandCell;
  readonly quarter: number;
  readonly quantity: number;
}

export function bookLines(
  situation: Situation,
  balance: Balance,
): { readonly faults: readonly Fault[]; readonly booked: readonly Booked[] } {
  const faults: Fault[] = [];
  const booked: Booked[] = [];
  const seen = new Set<string>();
  for (const entry of balance.unresolved) {
    if (!situation.demands.some(({ no }) => no === entry.demandNo)) faults.push({ code: "unknown line", no: entry.demandNo });
    if (seen.has(entry.demandNo)) faults.push({ code: "cell repeated", no: entry.demandNo });
    seen.add(entry.demandNo);
  }
  for (const line of situation.demands) {
    const rows = stages(situation, balance, line);
    const open = new Map(line.cells.map((cell) => [cell, cell.quantity]));
    for (const stage of rows) booked.push(...bookStage(situation, line, open, stage, faults));
    faults.push(...compareOpen(situation, balance, line, open));
  }
  return { faults, booked };
}

/** Agreed rows one by one, then standing ones, then what each place made new: lower before higher. */
function stages(situation: Situation, balance: Balance, line: Demand): readonly (readonly Agreement[])[] {
  const mine = balance.agreements.filter(({ demandNo }) => demandNo === line.no);
  const agreed = mine.filter(({ status }) => status === "Agreed").sort((a, b) => (a.no < b.no ? -1 : 1));
  const standing = mine.filter((row) => row.status !== "Agreed" && row.basis === "standing");
  const fresh = mine.filter((row) => row.status !== "Agreed" && row.basis !== "standing");
  const depth = (name: string): number => depthOf(situation, name);
  const places = [...new Set(fresh.map(({ settledAt }) => settledAt))].sort((a, b) => depth(b) - depth(a));
  return [
    ...agreed.map((row) => [row]),
    ...standing.map((row) => [row]),
    ...places.map((place) => fresh.filter(({ settledAt }) => settledAt === place)),
  ];
}

function depthOf(situation: Situation, name: string): number {
  let depth = 0;
  for (let at = name; at !== situation.office && depth <= situation.places.length; depth += 1) {
    at = situation.places.find((place) => place.name === at)?.under ?? situation.office;
  }
  return depth;
}

export function yearStart(situation: Situation, year: number): number {
  return 4 * (year - situation.horizon.firstYear) + 1 - situation.horizon.firstQuarter;
}

/** First and last quarter a cell may be delivered in. */
export function cellSpan(situation: Situation, line: Demand, cell: DemandCell): readonly [number, number] {
  const final = situation.horizon.quarters - 1;
  const { period } = cell;
  if (period.kind === "undated") return [0, final];
  const start = period.kind === "quarter" ? period.quarter - line.early : yearStart(situation, period.year);
  const end = period.kind === "quarter" ? period.quarter + line.late : start + 3;
  return [Math.max(start, 0), Math.min(end, final)];
}

function bookStage(
  situation: Situation,
  line: Demand,
  open: Map<DemandCell, number>,
  stage: readonly Agreement[],
  faults: Fault[],
): readonly Booked[] {
  const booked: Booked[] = [];
  const sorted = line.cells.map((cell) => ({ cell, span: cellSpan(situation, line, cell) })).sort((a, b) => compareCells(situation, a, b));
  for (let quarter = 0; quarter < situation.horizon.quarters; quarter += 1) {
    for (const agreement of stage) {
      let rest = agreement.quantities[quarter] ?? 0;
      for (const { cell, span } of sorted) {
        const left = open.get(cell) ?? 0;
        const quantity = quarter < span[0] || quarter > span[1] ? 0 : Math.min(rest, left);
        if (quantity <= 0) continue;
        open.set(cell, left - quantity);
        rest -= quantity;
        booked.push({ line, agreement, cell, quarter, quantity });
      }
      if (rest > 0) faults.push({ code: "not asked for then", no: agreement.no, quarter });
    }
  }
  return booked;
}

type Spanned = { readonly cell: DemandCell; readonly span: readonly [number, number] };
function compareCells(situation: Situation, one: Spanned, other: Spanned): number {
  const kind = ({ cell }: Spanned): number => ["quarter", "year", "undated"].indexOf(cell.period.kind);
  const date = ({ cell: { period } }: Spanned): number =>
    period.kind === "quarter" ? period.quarter : period.kind === "year" ? yearStart(situation, period.year) : 0;
  return one.span[1] - other.span[1] || other.span[0] - one.span[0] || kind(one) - kind(other) || date(one) - date(other);
}

const periodKey = (period: Period): string =>
  JSON.stringify([period.kind, period.kind === "quarter" ? period.quarter : period.kind === "year" ? period.year : 0]);

function compareOpen(situation: Situation, balance: Balance, line: Demand, open: ReadonlyMap<DemandCell, number>): readonly Fault[] {
  const faults: Fault[] = [];
  const stated = new Map<string, number>();
  for (const { period, quantity } of balance.unresolved.filter(({ demandNo }) => demandNo === line.no).flatMap(({ cells }) => cells)) {
    const key = periodKey(period);
    if (!line.cells.some((cell) => periodKey(cell.period) === key)) faults.push({ code: "unknown cell", no: line.no });
    if (stated.has(key)) faults.push({ code: "cell repeated", no: line.no });
    stated.set(key, quantity);
  }
  if (line.inHouse) return stated.size > 0 ? [...faults, { code: "in-house unresolved", no: line.no }] : faults;
  const sum = (values: Iterable<number>): number => [...values].reduce((total, each) => total + each, 0);
  if (sum(open.values()) !== sum(stated.values())) faults.push({ code: "line does not add up", no: line.no });
  // standing quantities go to cells by quarter, priority and number over several lines, so the cells of such a line may differ
  const fixed =
    situation.standingAgreements.some((row) => row.buyer === line.factory && row.product === line.product) ||
    situation.earlierAgreements.some((row) => row.status === "Agreed" && row.demandNo === line.no);
  if (!fixed && [...open].some(([cell, left]) => left !== (stated.get(periodKey(cell.period)) ?? 0)))
    faults.push({ code: "cell does not add up", no: line.no });
  return faults;
}
