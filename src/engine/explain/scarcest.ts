/**
 * The scarcest capacities: where a little more would settle something that stayed open, all agreements staying as they are.
 * For each capacity row the open line that gains the most points from it, and the quarters in which it does; nothing is solved
 * again, so what is told is certain, and balancing again may settle more.
 */
import { openOf, type Ledger } from "../ledger";
import type { Scarcity } from "../model";
import { THOUSANDTHS } from "../model";
import { stepsPerUnit } from "../register/rates";
import type { Line } from "../register/lines";
import { firstOf } from "./firstOf";
import type { Way } from "../register/eligibility";
import { eachInSlices } from "../slices";

/** Makers looked at between two yields. */
const SLICE = 4_096;

/** So many are told. */
const MOST = 10;

/** For these open lines, the most points per unit of capacity first. Lines that bind a lot or may not be split are left out: a little does not help them. Yields now and then. */
export function* scarcest(ledger: Ledger, open: readonly Line[]): Generator<void, readonly Scarcity[]> {
  const { register } = ledger;
  const unitOf = yield* eachInSlices(register.rows, ({ rate, capacity }) => rate.perRowStep * stepsOf(capacity.item));
  const known: Known = {
    unitOf,
    best: new Array<Gain | undefined>(unitOf.length),
    about: new Float64Array(unitOf.length),
    asked: new Map(),
  };
  let looked = 0;
  for (const line of open) {
    looked += 1 + line.eligible.length;
    if (looked > SLICE) {
      looked = 0;
      yield;
    }
    if (!line.demand.maySplit || (line.product.minimumLot ?? 1) > 1) continue;
    takeGains(ledger, line, known);
  }
  const gains = known.best.filter((gain) => gain !== undefined);
  const first = yield* firstOf(gains, MOST, (one, other) => compare(one, other) || one.row - other.row);
  return first.map(({ row, quarters, units, line, steps }) => ({
    capacityNo: register.rows[row].capacity.no,
    ...{ quarters, units, demandNo: line.demand.no, steps },
  }));
}

interface Gain {
  readonly row: number;
  readonly quarters: number[];
  /** Whole units of the row: hours, tonnes, pieces. */
  readonly units: number;
  readonly line: Line;
  readonly steps: number;
  /** Points per unit, about. */
  readonly about: number;
}

interface Known {
  /** By row, the finest units in one that a clerk would add. */
  readonly unitOf: readonly number[];
  /** By row, the best gain so far and its points per unit; 0 where there is none. */
  readonly best: (Gain | undefined)[];
  readonly about: Float64Array;
  /**
   * By makers that lines share and by quarter, the most that one of these lines wants. A later line that wants no more gains no
   * more anywhere.
   */
  readonly asked: Map<readonly Way[], number[]>;
}

/** Numbers that differ by more than this share of them differ exactly too. */
const NEARLY = 1e-9;

function isClearlyLess(one: number, other: number): boolean {
  return other - one > NEARLY * (one + other);
}

/** More points per unit first, then the line that stands first. */
function compare(one: Gain, other: Gain): number {
  if (isClearlyLess(one.about, other.about)) return 1;
  if (isClearlyLess(other.about, one.about)) return -1;
  const [mine, yours] = [
    BigInt(one.steps) * one.line.points * BigInt(other.units),
    BigInt(other.steps) * other.line.points * BigInt(one.units),
  ];
  if (mine !== yours) return mine > yours ? -1 : 1;
  return one.line.index - other.line.index;
}

/**
 * What the fewest whole units that help would settle of a line, at each row and quarter that could be its only lack: taken as the
 * row's best where none better is known.
 */
function takeGains({ register: { quarters }, open, free }: Ledger, line: Line, { unitOf, best, about, asked }: Known): void {
  const wanted = openOf(open, line);
  const points = Number(line.points);
  const before = (line.sharesMakers ? asked.get(line.eligible) : undefined) ?? new Array<number>(quarters).fill(0);
  if (line.sharesMakers) asked.set(line.eligible, before);
  for (let quarter = 0; quarter < quarters; quarter++) {
    const most = openIn(line, wanted, quarter);
    if (most <= before[quarter]) continue;
    before[quarter] = most;
    for (const way of line.eligible) {
      const lack = onlyLack(way, free, { quarter, quarters });
      if (lack === undefined) continue;
      const row = way.rows[lack];
      if (isClearlyLess(most * points, about[row])) continue;
      const unit = unitOf[row];
      const units = Math.max(1, Math.ceil((way.perStep[lack] - free[row * quarters + quarter]) / unit));
      let steps = most;
      for (let position = 0; position < way.rows.length; position++) {
        const there = free[way.rows[position] * quarters + quarter] + (position === lack ? units * unit : 0);
        steps = Math.min(steps, Math.floor(there / way.perStep[position]));
      }
      const gained = (steps * points) / units;
      if (steps <= 0 || isClearlyLess(gained, about[row])) continue;
      const known = best[row];
      if (known?.steps === steps && known.units === units && known.line.points === line.points) {
        // of lines that gain as much the first stays
        if (known.line === line) known.quarters.push(quarter);
        continue;
      }
      const gain = { row, quarters: [quarter], units, line, steps, about: gained };
      if (!known || compare(gain, known) < 0) [best[row], about[row]] = [gain, gained];
    }
  }
}

type Item = Ledger["register"]["rows"][number]["capacity"]["item"];

/** Steps of a row in one unit that a clerk would add: an hour, a tonne, a piece. */
function stepsOf(item: Item): number {
  return item.kind === "products" ? stepsPerUnit(item.unit) : THOUSANDTHS;
}

/** How much of a line's open cells could be delivered in a quarter. */
function openIn(line: Line, open: readonly number[], quarter: number): number {
  return line.windows.reduce((sum, { first, last }, cell) => (first <= quarter && quarter <= last ? sum + open[cell] : sum), 0);
}

/** The one row of a way that has no room for a step; undefined where none or several lack it. */
function onlyLack(
  { rows, perStep }: Way,
  free: Float64Array,
  { quarter, quarters }: { readonly quarter: number; readonly quarters: number },
): number | undefined {
  let lacking: number | undefined;
  for (let position = 0; position < rows.length; position++) {
    if (free[rows[position] * quarters + quarter] >= perStep[position]) continue;
    if (lacking !== undefined) return undefined;
    lacking = position;
  }
  return lacking;
}
