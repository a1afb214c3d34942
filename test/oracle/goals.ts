/** What every delivery is worth for every goal of a step, as exact whole numbers; all goals are written to be minimised. */
import type { Demand, Goal } from "../../src/engine/model";
import { askedQuarter, gradeRequired } from "./reading";
import type { Reading, Way } from "./reading";

export interface Delivery {
  readonly line: Demand;
  readonly supplier: string;
  readonly way: Way;
  readonly quarter: number;
}

export interface GoalPart {
  readonly goal: Goal;
  readonly part: 0 | 1;
}

/** The goals of a step in the clerk's order. */
export function goalParts(reading: Reading): readonly GoalPart[] {
  const parts: GoalPart[] = [
    { goal: "priority 1", part: 0 },
    { goal: "priority 2", part: 0 },
    { goal: "priority 3", part: 0 },
    { goal: "in-house", part: 0 },
  ];
  for (const goal of reading.situation.laterGoals) {
    parts.push({ goal, part: 0 });
    if (goal === "partner" || goal === "on time") parts.push({ goal, part: 1 });
  }
  return parts;
}

/** The weight of one step delivered, for goals that look at line, supplier and quarter; "kept" and "on time" are counted elsewhere. */
export function deliveryWeight(reading: Reading, place: string, part: GoalPart): (delivery: Delivery) => bigint {
  const points = (delivery: Delivery): bigint => reading.points(delivery.line.product);
  switch (part.goal) {
    case "priority 1":
    case "priority 2":
    case "priority 3": {
      const priority = Number(part.goal.slice(-1));
      return (delivery) => (!delivery.line.inHouse && delivery.line.priority === priority ? -points(delivery) : 0n);
    }
    case "in-house":
      return (delivery) => (delivery.line.inHouse ? points(delivery) : 0n);
    case "fit":
      return (delivery) =>
        points(delivery) * BigInt(delivery.way.grade - gradeRequired(delivery.line, reading.product(delivery.line.product)));
    case "partner":
      return part.part === 0
        ? (delivery) => (isPresent(reading, delivery) ? -points(delivery) : 0n)
        : (delivery) => (delivery.line.wishedSuppliers.includes(delivery.supplier) ? -points(delivery) : 0n);
    case "near": {
      const distance = distances(reading, place);
      return (delivery) => reading.weight(delivery.line.product) * BigInt(distance(delivery.supplier, delivery.line.factory));
    }
    case "kept":
    case "on time":
      return () => 0n;
  }
}

/** Last plan's quantity of this place's step on the same line, supplier and quarter. */
export function lastPlan(reading: Reading, _place: string, delivery: Delivery): number {
  return reading.situation.earlierAgreements
    .filter((row) => row.status === "Proposed" && row.basis !== "standing")
    .filter((row) => row.demandNo === delivery.line.no && row.supplier === delivery.supplier)
    .reduce((sum, row) => sum + (row.quantities[delivery.quarter] ?? 0), 0);
}

/** Points × quarters late (part 0) or early (part 1) of one step delivered in a quarter and booked to a cell. */
export function lateness(reading: Reading, line: Demand, booked: { cell: number; quarter: number; part: 0 | 1 }): bigint {
  const asked = askedQuarter(line.cells[booked.cell], reading.situation.horizon);
  if (asked === undefined) return 0n;
  const late = booked.part === 0 ? booked.quarter - asked : asked - booked.quarter;
  return late > 0 ? reading.points(line.product) * BigInt(late) : 0n;
}

function isPresent(reading: Reading, delivery: Delivery): boolean {
  const { line, supplier } = delivery;
  if (line.presentSupplier !== undefined) return line.presentSupplier === supplier;
  return reading.situation.lastYear.some(
    (task) => task.buyer === line.factory && task.product === line.product && task.supplier === supplier,
  );
}

/** Whole km between two factories as the step at `place` counts them. */
function distances(reading: Reading, place: string): (one: string, other: string) => number {
  const { situation, places } = reading;
  const under = [...places.under(place)];
  let longest = 0;
  for (const one of under) for (const other of under) longest = Math.max(longest, knownKm(reading, one, other) ?? 0);
  const at = new Map(situation.factories.map((factory) => [factory.name, factory.place]));
  return (one, other) => {
    const [from, to] = [at.get(one), at.get(other)];
    if (from === undefined || to === undefined) throw new RangeError(`no place of ${one} or ${other}`);
    // nothing known at all: every missing pair counts 0, so there is no goal among them
    return knownKm(reading, from, to) ?? longest;
  };
}

const EARTH_RADIUS_KM = 6371;

function knownKm(reading: Reading, one: string, other: string): number | undefined {
  if (one === other) return 0;
  const { distances: listed, places } = reading.situation;
  const pair = listed.find((each) => (each.from === one && each.to === other) || (each.from === other && each.to === one));
  if (pair) return pair.km;
  const [from, to] = [places.find((each) => each.name === one), places.find((each) => each.name === other)];
  if (from?.longitude === undefined || from.latitude === undefined || to?.longitude === undefined || to.latitude === undefined)
    return undefined;
  const radians = Math.PI / 180;
  const north = Math.sin(((to.latitude - from.latitude) * radians) / 2) ** 2;
  const east = Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
  const chord = north + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * east;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord)));
}
