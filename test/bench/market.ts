/**
 * A seeded made-up province, for measuring: popularity of products after Zipf's law, 80 places, grades 1 to 5, three
 * priorities, five quarters, 3 to 8 eligible suppliers a line, about a fifth of the quantity more than anybody can make, a
 * twentieth of the lines with an agreement in the last plan. Half as many capacity rows as demand lines.
 *
 * Demand that shares neither product nor quarter never competes, so a market is a list of parts; each is built as a network
 * of the engine's shape when it is asked for, and may then be dropped.
 */
import type { Network } from "../../src/engine/flow/network";
import { PLACES, partNetwork, type Side, type Sides } from "./partNetwork";

export interface Market extends Iterable<Network> {
  readonly name: string;
  readonly demandLines: number;
  readonly capacityRows: number;
  readonly parts: number;
  readonly sides: Sides;
  part(index: number): Network;
  /** The part that a demand line belongs to. */
  partOf(line: number): number;
}

export interface MarketPlan {
  readonly name: string;
  readonly demandLines: number;
  /** Product and quarter pairs; 1: everybody wants the same in the same quarter. */
  readonly products: number;
  readonly quarters: number;
}

const GRADES = 5;
const KILOMETRES = 1_000;
/** Zipf's exponent. */
const POPULARITY = 0.7;

/** The usual sizes: as many products as 0.2 · lines^0.7. */
export function province(demandLines: number): MarketPlan {
  return { name: `A_${shortNumber(demandLines)}`, demandLines, products: Math.max(1, Math.round(0.2 * demandLines ** 0.7)), quarters: 5 };
}

/** A giant: one product in one quarter. */
export function giant(demandLines: number): MarketPlan {
  return { name: `G1_${shortNumber(demandLines)}`, demandLines, products: 1, quarters: 1 };
}

function shortNumber(lines: number): string {
  return lines >= 1_000_000 ? `${Math.round(lines / 1_000_000)}M` : `${Math.round(lines / 1_000)}k`;
}

/** Mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function market(plan: MarketPlan, seed = 1956): Market {
  const random = randomNumbers(seed);
  const parts = plan.products * plan.quarters;
  const partOf = popularParts(plan, random);
  const demand = side(plan.demandLines, parts, { random, partOf, largest: 40 });
  const capacity = side(Math.ceil(plan.demandLines / 2), parts, { random, partOf, largest: 72 });
  const priority = Uint8Array.from(demand.place, () => Math.floor(random() * 3));
  const kilometres = distances(random);
  const sides = { demand, capacity, priority, kilometres };
  const part = (index: number): Network => partNetwork(sides, { index, random: randomNumbers(seed + 7919 * (index + 1)) });
  return {
    name: plan.name,
    demandLines: plan.demandLines,
    capacityRows: capacity.place.length,
    parts,
    sides,
    part,
    *[Symbol.iterator]() {
      for (let index = 0; index < parts; index++) yield part(index);
    },
    partOf: (line) => lastUpTo(demand.firstOfPart, line),
  };
}

/** The last position whose value is no larger. */
function lastUpTo(rising: Int32Array, value: number): number {
  let low = 0;
  for (let high = rising.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if (rising[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Draws a part: the product by its popularity, the quarter evenly. */
function popularParts({ products, quarters }: MarketPlan, random: () => number): () => number {
  const upTo = new Float64Array(products);
  let sum = 0;
  for (let product = 0; product < products; product++) upTo[product] = sum += 1 / (product + 1) ** POPULARITY;
  return () => {
    const wanted = random() * sum;
    let low = 0;
    for (let high = products - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low * quarters + Math.floor(random() * quarters);
  };
}

function side(
  rows: number,
  parts: number,
  { random, partOf, largest }: { random: () => number; partOf: () => number; largest: number },
): Side {
  const part = Int32Array.from({ length: rows }, partOf).sort();
  const firstOfPart = new Int32Array(parts + 1);
  for (const one of part) firstOfPart[one + 1]++;
  for (let one = 0; one < parts; one++) firstOfPart[one + 1] += firstOfPart[one];
  const draw = (below: number): number => Math.floor(random() * below);
  return {
    firstOfPart,
    place: Uint8Array.from(part, () => draw(PLACES)),
    grade: Uint8Array.from(part, () => 1 + Math.min(draw(GRADES), draw(GRADES))),
    quantity: Int32Array.from(part, () => 1 + draw(largest)),
  };
}

function distances(random: () => number): Uint16Array {
  const where = Array.from({ length: PLACES }, () => [random() * 0.7 * KILOMETRES, random() * 0.7 * KILOMETRES]);
  return Uint16Array.from({ length: PLACES * PLACES }, (_, pair) => {
    const [one, other] = [where[Math.floor(pair / PLACES)], where[pair % PLACES]];
    return Math.round(Math.hypot(one[0] - other[0], one[1] - other[1]));
  });
}
