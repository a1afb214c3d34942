/**
 * The goals of a step, strictly one after another, each as a cost to be lessened.
 *
 * Most cost so much per step delivered in a column; "kept" gives for what agrees with the last plan, up to its quantity;
 * "on time" counts on the cells that deliveries are booked to. A cost is a small whole factor times what one step of the
 * line measures: its points (10⁻¹²) or, for "near", its weight (10⁻⁹ kg).
 */
import { book, type Window } from "../booking";
import type { Way } from "../register/eligibility";
import type { Goal } from "../model";
import type { Register } from "../register/register";
import type { Columns } from "./columns";
import type { Part } from "./step";
import type { StepLine } from "./stepLines";

export interface GoalTerm {
  readonly goal: Goal;
  /** partner: 0 present, 1 wished; on time: 0 late, 1 early; else 0. */
  readonly part: 0 | 1;
  readonly kind: "column" | "kept" | "booked";
  readonly measure: "points" | "weight";
  /** Factor of one step of a line; undefined where it is 0 whoever delivers, as for the other kinds. */
  ofLine(line: StepLine): Factor | undefined;
  /** Factor of one step booked to a window in a quarter; 0 for the other kinds. */
  ofBooking(window: Window, quarter: number): number;
}

/** The same whoever delivers, or by who does. */
export type Factor = number | ((way: Way) => number);

export function factorOf(factor: Factor, way: Way): number {
  return typeof factor === "number" ? factor : factor(way);
}

/** What one step of a line measures for a goal. */
export function measureOf(goal: GoalTerm, { line }: StepLine): bigint {
  return goal.measure === "points" ? line.points : line.weight;
}

/** All goals of a place's step in their order. */
export function goalsOf(register: Register, place: string): readonly GoalTerm[] {
  const later = {
    kept: () => [term("kept", 0, "kept", {})],
    fit: () => [fit],
    partner: () => [present, wished],
    near: () => near(register, place),
    "on time": () => [
      booked(0, (window, quarter) => quarter - (window.due ?? quarter)),
      booked(1, (window, quarter) => (window.due ?? quarter) - quarter),
    ],
  };
  return [...quantityGoals, ...register.laterGoals.flatMap((goal) => later[goal]())];
}

type Costs = Partial<Pick<GoalTerm, "ofLine" | "ofBooking" | "measure">>;

function term(goal: Goal, part: 0 | 1, kind: GoalTerm["kind"], costs: Costs): GoalTerm {
  return { goal, part, kind, measure: "points", ofLine: () => undefined, ofBooking: () => 0, ...costs };
}

function columns(goal: Goal, part: 0 | 1, ofLine: GoalTerm["ofLine"]): GoalTerm {
  return term(goal, part, "column", { ofLine });
}

function booked(part: 0 | 1, quartersOff: (window: Window, quarter: number) => number): GoalTerm {
  return term("on time", part, "booked", { ofBooking: (window, quarter) => Math.max(0, quartersOff(window, quarter)) });
}

function priority(level: 1 | 2 | 3): GoalTerm {
  return columns(`priority ${level}`, 0, ({ line }) => (line.priority === level ? -1 : undefined));
}

/** The most in-house work stays at home: the least is handed over. */
const handedOver = columns("in-house", 0, ({ line }) => (line.priority === undefined ? 1 : undefined));

/** The goals that come first in every step. They alone decide how much of a line is settled where no other line is in the step. */
export const quantityGoals: readonly GoalTerm[] = [priority(1), priority(2), priority(3), handedOver];

/** Factors that many lines have in common are made once. */
function shared<Key>(factorFor: (key: Key) => Factor): (key: Key) => Factor {
  const known = new Map<Key, Factor>();
  return (key) => {
    const factor = known.get(key) ?? factorFor(key);
    known.set(key, factor);
    return factor;
  };
}

const surplusOver = shared(
  (required: number): Factor =>
    ({ grade }) =>
      grade - required,
);

const fit = columns("fit", 0, ({ line }) => surplusOver(line.grade));

const present = columns("partner", 0, ({ line: { presentSuppliers } }) =>
  presentSuppliers.size === 0 ? undefined : ({ factory }) => (presentSuppliers.has(factory) ? -1 : 0),
);

const wished = columns("partner", 1, ({ line: { wishedSuppliers } }) =>
  wishedSuppliers.length === 0 ? undefined : ({ factory }) => (wishedSuppliers.includes(factory) ? -1 : 0),
);

/** Quantity × weight × km; a missing pair counts as the longest known among the places under this one. No distance known: nothing to lessen. */
function near(register: Register, place: string): GoalTerm[] {
  const longest = longestUnder(register, place);
  const kilometresTo = shared((to: string): Factor => {
    const known = new Map<string, number>();
    return ({ place: from }) => {
      const before = known.get(from);
      if (before !== undefined) return before;
      const km = register.distances.km(from, to) ?? longest ?? 0;
      known.set(from, km);
      return km;
    };
  });
  return [
    term("near", 0, "column", { measure: "weight", ofLine: ({ line }) => (longest === undefined ? undefined : kilometresTo(line.place)) }),
  ];
}

function longestUnder({ places, distances }: Register, place: string): number | undefined {
  const under = places.order.filter((other) => places.isUnder(other, place));
  let longest: number | undefined;
  for (const one of under) {
    for (const other of under) {
      const km = one < other ? distances.km(one, other) : undefined;
      if (km !== undefined && (longest === undefined || km > longest)) longest = km;
    }
  }
  return longest;
}

/** What the last plan had in this column's place. */
export function lastPlanned({ line }: StepLine, way: Way, quarter: number): number {
  return line.lastPlan.get(way.factory)?.[quarter] ?? 0;
}

/** The exact value of a goal for a plan (one quantity per column), as the rules define it. */
export function valueOf(goal: GoalTerm, part: Part, plan: readonly number[]): bigint {
  const factors = goal.kind === "booked" ? bookedFactors(goal, part, plan) : columnFactors(goal, part, plan);
  let value = 0n;
  factors.forEach((factor, index) => {
    if (factor !== 0) value += measureOf(goal, part.lines[index]) * BigInt(factor);
  });
  return value;
}

function columnFactors(goal: GoalTerm, { lines, columns }: Part, plan: readonly number[]): number[] {
  return lines.map((line, index) => {
    const ofLine = goal.ofLine(line);
    const { ways, quarters } = columns.offers[index];
    let factor = 0;
    for (let offer = 0; offer < ways.length; offer++) {
      const quantity = plan[columns.first[index] + offer];
      if (goal.kind === "kept") factor -= Math.min(quantity, lastPlanned(line, ways[offer], quarters[offer]));
      else factor += (ofLine === undefined ? 0 : factorOf(ofLine, ways[offer])) * quantity;
    }
    return factor;
  });
}

function bookedFactors(goal: GoalTerm, part: Part, plan: readonly number[]): number[] {
  const deliveries = deliveriesOf(part, plan);
  return part.lines.map(({ windows, open }, index) => {
    let factor = 0;
    for (const { cell, quarter, quantity } of book(windows, open, deliveries[index]))
      factor += goal.ofBooking(windows[cell], quarter) * quantity;
    return factor;
  });
}

/** So many quarters hold all columns. */
function quartersOf({ offers }: Columns): number {
  let most = 0;
  for (const { quarters } of offers) for (const quarter of quarters) most = Math.max(most, quarter + 1);
  return most;
}

/** What each line of a part gets, by quarter. */
export function deliveriesOf({ columns }: Part, plan: readonly number[]): readonly (readonly number[])[] {
  const most = quartersOf(columns);
  return columns.offers.map(({ quarters }, line) => {
    const deliveries = new Array<number>(most).fill(0);
    for (let offer = 0; offer < quarters.length; offer++) deliveries[quarters[offer]] += plan[columns.first[line] + offer];
    return deliveries;
  });
}
