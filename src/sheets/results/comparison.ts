/**
 * This year against last year: tasks, quantities by unit family, and value at constant prices; and who stayed with whom.
 * One task is one agreement row, proposed or agreed, here or at a lower office. Unit families are never added; a base of zero has no ratio.
 */
import type { Unit, UnitFamily } from "../../engine/model";
import { valueOf, type AgreementRow } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import type { Lookup } from "./lookup";
import { quarterKey } from "../table/periodKeys";
import type { LastYearRow, Reading } from "../reading";
import type { SettledBelow } from "./settledBelow";
import { FAMILIES, familyAmount, isSettled, type CountedRow } from "./totals";
import { unitOf } from "../table/units";

export interface Compared {
  readonly now: number;
  readonly before: number;
}

export interface Comparison {
  /** The latest year on the Last year sheet. */
  readonly year: number;
  readonly tasks: Compared;
  readonly families: ReadonlyMap<UnitFamily, Compared>;
  /** Yuan; absent where neither year states any. */
  readonly value: Compared | undefined;
  /** The same for a calendar year that the plan holds whole, where the plan is longer than four quarters. */
  readonly wholeYear:
    { readonly year: number; readonly families: ReadonlyMap<UnitFamily, Compared>; readonly value: Compared | undefined } | undefined;
}

/** What there is this year: rows of this office's Agreements, and what lower offices settled. */
export interface ThisYear {
  readonly rows: readonly CountedRow[];
  readonly below: readonly SettledBelow[];
}

/** Undefined where there is no Last year. */
export function compareWithLastYear(reading: Reading, { rows, below }: ThisYear, lookup: Lookup): Comparison | undefined {
  if (reading.lastYear.length === 0) return undefined;
  const year = reading.lastYear.reduce((latest, row) => Math.max(latest, row.year), -Infinity);
  const before = reading.lastYear.filter((row) => row.year === year);
  const settled = [...rows.filter(isSettled), ...below];
  const whole = wholeYearQuarters(reading);
  return {
    year,
    tasks: { now: settled.length, before: before.reduce((sum, row) => sum + row.tasks, 0) },
    families: families(settled, before, lookup),
    value: values(settled, before),
    wholeYear: whole && {
      year: whole.year,
      families: families(within(settled, whole), before, lookup),
      value: values(within(settled, whole), before),
    },
  };
}

type Quantities = Pick<AgreementRow, "made" | "quantities"> & { readonly unit?: Unit };

function families(rows: readonly Quantities[], before: readonly LastYearRow[], { products }: Lookup): ReadonlyMap<UnitFamily, Compared> {
  const now = new Map<UnitFamily, number>();
  const last = new Map<UnitFamily, number>();
  for (const row of rows) {
    const unit = row.unit ?? row.made?.unit;
    if (unit) now.set(unit.family, (now.get(unit.family) ?? 0) + familyAmount(totalOf(row), unit));
  }
  for (const row of before) {
    const unit = row.unit === undefined ? products.get(row.product)?.unit : unitOf(row.unit);
    if (!unit || row.quantity === undefined) continue;
    const amount = unit.family === "mass" ? (row.quantity * unit.size) / 1_000_000 : row.quantity * unit.size;
    last.set(unit.family, (last.get(unit.family) ?? 0) + amount);
  }
  const shown = FAMILIES.filter((family) => now.has(family) || last.has(family));
  return new Map(shown.map((family) => [family, { now: rounded(now.get(family)), before: rounded(last.get(family)) }]));
}

function values(rows: readonly Quantities[], before: readonly LastYearRow[]): Compared | undefined {
  const stated = before.filter((row) => row.value !== undefined);
  const priced = rows.filter(({ made }) => made?.price !== undefined);
  if (stated.length === 0 && priced.length === 0) return undefined;
  const cents = priced.reduce((sum, row) => sum + Math.round(100 * valueIn(row)), 0);
  return { now: cents / 100, before: stated.reduce((sum, row) => sum + (row.value ?? 0), 0) / 100 };
}

function valueIn(row: Quantities): number {
  return (row.made && valueOf(totalOf(row), row.made)) ?? 0;
}

/** Three decimals, the most a quantity has. */
function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1_000) / 1_000;
}

interface WholeYear {
  readonly year: number;
  readonly first: number;
}

/** The first calendar year whose four quarters all lie in a horizon of more than four. */
function wholeYearQuarters({ situation, keys }: Reading): WholeYear | undefined {
  const { horizon } = situation;
  if (horizon.quarters <= 4 || keys.quarters[0] === "any") return undefined;
  const first = (5 - horizon.firstQuarter) % 4;
  return first + 4 <= horizon.quarters ? { year: Number(quarterKey(horizon, first).slice(0, 4)), first } : undefined;
}

function within(rows: readonly Quantities[], { first }: WholeYear): Quantities[] {
  return rows.map(({ made, unit, quantities }) => ({ made, unit, quantities: quantities.slice(first, first + 4) }));
}

/** How many agreements stayed with the present supplier, went to another, or had none before; and what came to an end. */
export interface Continuity {
  readonly kept: number;
  readonly changed: number;
  readonly new: number;
  /** Last year's buyer and product for which nothing is agreed now. */
  readonly ended: number;
}

/** Of what was settled below only Last year can tell who made it before: what that does not know is counted at that office alone. */
export function continuity(reading: Reading, { rows, below }: ThisYear): Continuity {
  const lastYear = new Map<string, Set<string>>();
  for (const { buyer, product, supplier } of reading.situation.lastYear) {
    if (buyer !== undefined && buyer !== "")
      lastYear.set(pair(buyer, product), (lastYear.get(pair(buyer, product)) ?? new Set()).add(supplier));
  }
  const count = { kept: 0, changed: 0, new: 0 };
  const ended = new Set(lastYear.keys());
  for (const row of rows) {
    const { demand } = row;
    if (!isSettled(row) || !demand || demand.inHouse) continue;
    const before = lastYear.size === 0 ? undefined : lastYear.get(pair(row.buyer, row.product));
    if (before) ended.delete(pair(row.buyer, row.product));
    const present = demand.presentSupplier ?? before;
    if (present === undefined) count.new++;
    else if (typeof present === "string" ? present === row.supplier : present.has(row.supplier)) count.kept++;
    else count.changed++;
  }
  for (const { supplier, buyer, product } of below) {
    const before = lastYear.get(pair(buyer, product));
    if (!before) continue;
    ended.delete(pair(buyer, product));
    if (before.has(supplier)) count.kept++;
    else count.changed++;
  }
  return { ...count, ended: ended.size };
}

function pair(buyer: string, product: string): string {
  return `${buyer}\n${product}`;
}
