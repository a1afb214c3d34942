/**
 * The plan's time: the run of quarters that the column headings name, and how columns and periods are keyed.
 * Where nothing is dated, the horizon is one quarter keyed `any`.
 */
import type { Horizon, Period } from "../../engine/model";
import type { CoverSheet } from "./cover";
import type { Header } from "../table/findHeader";
import type { ProblemList } from "../table/problemList";
import { columnLetters } from "../table/ownRowFormula";
import { periodOrder, quarterName, speaksOfQuarter, type HeadingPeriod } from "../table/readPeriod";
import type { Keys } from "../reading";
import { NOT_CALCULATED, type Sheet } from "../../workbook/workbook";

/** A sheet whose headings name periods. */
export interface DatedSheet {
  readonly sheet: string;
  readonly header: Header<string>;
  readonly demand: boolean;
  readonly values: Sheet["values"];
}

export interface DemandColumn {
  readonly column: number;
  readonly period: Period;
}
/** What a capacity column is for: some quarters of the plan, available or own. */
export interface CapacityColumn {
  readonly column: number;
  readonly own: boolean;
  /** Quarters it is dealt out to: one, a year's four (of which the plan may hold fewer), or the whole undated plan. */
  readonly quarters: readonly number[];
  readonly parts: number;
  /** Position of the first of `quarters` among the parts. */
  readonly firstPart: number;
}

export class Plan {
  constructor(
    readonly horizon: Horizon,
    /** As headings count quarters; undefined where nothing is dated. */
    private readonly first: number | undefined,
    readonly keys: Keys,
  ) {}

  demandColumns(header: Header<string>): readonly DemandColumn[] {
    return header.periods.flatMap(({ column, period, own }) => {
      const read = own ? undefined : this.period(period);
      return read ? [{ column, period: read }] : [];
    });
  }

  capacityColumns(header: Header<string>): readonly CapacityColumn[] {
    return header.periods.flatMap(({ column, period, own }) => {
      const span = this.span(period);
      return span ? [{ column, own, ...span }] : [];
    });
  }

  /** `1956Q4`, `1957 any` or `any`. */
  key(period: Period): string {
    if (period.kind === "undated") return "any";
    return period.kind === "year" ? `${period.year} any` : this.keys.quarters[period.quarter];
  }

  /** The quarter a key names; undefined where the plan has none. */
  quarterOf(heading: HeadingPeriod): number | undefined {
    if (heading.kind === "undated" || heading.kind === "any") return this.first === undefined ? 0 : undefined;
    if (heading.kind !== "quarter" || this.first === undefined) return undefined;
    const quarter = heading.quarter - this.first;
    return quarter >= 0 && quarter < this.horizon.quarters ? quarter : undefined;
  }

  private period(heading: HeadingPeriod): Period | undefined {
    if (heading.kind === "undated") return { kind: "undated" };
    if (heading.kind === "any") return { kind: "year", year: heading.year };
    const quarter = this.quarterOf(heading);
    return quarter === undefined ? undefined : { kind: "quarter", quarter };
  }

  private span(heading: HeadingPeriod): Omit<CapacityColumn, "column" | "own"> | undefined {
    if (heading.kind === "undated") return this.first === undefined ? { quarters: [0], parts: 1, firstPart: 0 } : undefined;
    if (heading.kind === "quarter") {
      const quarter = this.quarterOf(heading);
      return quarter === undefined ? undefined : { quarters: [quarter], parts: 1, firstPart: 0 };
    }
    if (this.first === undefined) return undefined;
    const january = heading.year * 4 - this.first;
    const quarters = [0, 1, 2, 3].map((part) => january + part).filter((quarter) => quarter >= 0 && quarter < this.horizon.quarters);
    return quarters.length === 0 ? undefined : { quarters, parts: 4, firstPart: quarters[0] - january };
  }
}

/** The plan that the headings of all sheets name together. */
export function planOf(sheets: readonly DatedSheet[], cover: CoverSheet | undefined, problems: ProblemList): Plan {
  for (const sheet of sheets) reportHeadings(sheet, problems);
  const run = runOf(sheets);
  if (cover) checkCover(cover, run, problems);
  checkUndated(sheets, run, problems);
  const demandKeys = keysOf(sheets.filter(({ demand }) => demand));
  if (!run) return new Plan({ firstYear: 1, firstQuarter: 1, quarters: 1 }, undefined, { demand: demandKeys, quarters: ["any"] });
  const [first, last] = run;
  reportOutside(sheets, run, problems);
  const quarters = Array.from({ length: last - first + 1 }, (_, index) => quarterName(first + index));
  return new Plan({ firstYear: Math.floor(first / 4), firstQuarter: (first % 4) + 1, quarters: quarters.length }, first, {
    demand: demandKeys,
    quarters,
  });
}

/** First and last quarter named; years count only where no quarter is named at all. */
function runOf(sheets: readonly DatedSheet[]): readonly [number, number] | undefined {
  const periods = sheets.flatMap(({ header }) => header.periods.map(({ period }) => period));
  const quarters = periods.flatMap((period) =>
    period.kind === "quarter" ? [period.quarter] : period.kind === "year" ? [period.year * 4, period.year * 4 + 3] : [],
  );
  const years = periods.flatMap((period) => (period.kind === "any" ? [period.year * 4, period.year * 4 + 3] : []));
  const named = quarters.length > 0 ? quarters : years;
  return named.length === 0 ? undefined : [Math.min(...named), Math.max(...named)];
}

function keysOf(sheets: readonly DatedSheet[]): readonly string[] {
  const keys = new Map<string, readonly [number, string]>();
  for (const { period, own } of sheets.flatMap(({ header }) => header.periods)) {
    if (own || period.kind === "year") continue;
    if (period.kind === "quarter") keys.set(periodOrder(period), [period.quarter, quarterName(period.quarter)]);
    else if (period.kind === "any") keys.set(periodOrder(period), [1e6 + period.year, `${period.year} any`]);
    else keys.set("undated", [1e9, "any"]);
  }
  return [...keys.values()].sort(([one], [other]) => one - other).map(([, key]) => key);
}

function reportHeadings(dated: DatedSheet, problems: ProblemList): void {
  const { sheet, header, demand } = dated;
  reportUnread(dated, problems);
  for (const { column, heading } of header.unusable)
    problems.ofSheet("E16 period", { sheet, row: header.row, column }, { column: heading, value: heading });
  const seen = new Map<string, string>();
  for (const { column, heading, period, own } of header.periods) {
    const place = { sheet, row: header.row, column };
    // A need is dated with a quarter or `any`; only capacity has years to deal out, and own plans.
    if (demand && (own || period.kind === "year")) problems.ofSheet("E16 period", place, { column: heading, value: heading });
    const names = demand ? [periodOrder(period)] : namesOf(period);
    const other = names.flatMap((name) => seen.get(`${own} ${name}`) ?? [])[0];
    if (other !== undefined) problems.ofSheet("E06 column", place, { column: heading, other });
    for (const name of names) seen.set(`${own} ${name}`, heading);
  }
}

/** Columns with quantities under a heading that nobody can read: an error among ours, or one that speaks of a quarter in words not known. */
function reportUnread({ sheet, header, values }: DatedSheet, problems: ProblemList): void {
  const known = new Set<number>([...header.fields, ...header.periods, ...header.named, ...header.unusable].map(({ column }) => column));
  const last = Math.max(...known);
  for (let column = 0; column < values[header.row].length; column++) {
    if (known.has(column)) continue;
    const cell = values[header.row][column];
    const [heading, place] = [header.headings[column], { sheet, row: header.row, column }];
    if (typeof cell === "object" && cell && column < last)
      problems.ofSheet(cell.error === NOT_CALCULATED ? "E03 not calculated" : "E03 error", place, {
        column: columnLetters(column),
        value: cell.error,
      });
    else if (speaksOfQuarter(heading) && values.some((row, at) => at > header.row && typeof row[column] === "number"))
      problems.inRow("I19", place, { value: heading });
  }
}

/** What a capacity column is for: its quarter, or its year's four. */
function namesOf(period: HeadingPeriod): readonly string[] {
  if (period.kind === "undated" || period.kind === "quarter") return [periodOrder(period)];
  return [0, 1, 2, 3].map((quarter) => periodOrder({ kind: "quarter", quarter: period.year * 4 + quarter }));
}

function checkCover(cover: CoverSheet, run: readonly [number, number] | undefined, problems: ProblemList): void {
  if (!run || cover.firstQuarter === undefined) return;
  const [first, last] = run;
  const place = (field: "planStarts" | "quarters") => ({ sheet: cover.sheet, ...cover.rowOf.get(field) });
  if (cover.firstQuarter !== first)
    problems.ofSheet("E16 cover", place("planStarts"), { value: quarterName(cover.firstQuarter), expected: quarterName(first) });
  else if (cover.texts.has("quarters") && cover.quarters !== last - first + 1)
    problems.ofSheet("E16 cover", place("quarters"), { value: cover.quarters, expected: last - first + 1 });
}

/** Undated capacity beside dated demand: nobody can tell which quarter it is for. */
function checkUndated(sheets: readonly DatedSheet[], run: readonly [number, number] | undefined, problems: ProblemList): void {
  if (!run) return;
  for (const { sheet, header, demand } of sheets) {
    if (demand) continue;
    const undated = header.periods.find(({ period }) => period.kind === "undated");
    if (undated) problems.ofSheet("E16 undated", { sheet, row: header.row, column: undated.column }, { column: undated.heading });
  }
}

function reportOutside(sheets: readonly DatedSheet[], [first, last]: readonly [number, number], problems: ProblemList): void {
  for (const { sheet, header } of sheets) {
    for (const { column, heading, period } of header.periods) {
      if (period.kind === "any" && (period.year * 4 > last || period.year * 4 + 3 < first))
        problems.ofSheet("E16 outside", { sheet, row: header.row, column }, { column: heading });
    }
  }
}
