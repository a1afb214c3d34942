/**
 * A seeded made-up province, for measuring: popularity of products after Zipf's law, 80 places, grades 1 to 5, three
 * priorities, five quarters, 3 to 8 eligible suppliers a line, about a fifth of the quantity more than anybody can make, a
 * twentieth of the lines with an agreement in the last plan. Half as many capacity rows as demand lines.
 *
 * Demand that shares neither product nor quarter never competes, so a market is a list of parts; each is built as a network
 * of the engine's shape when it is asked for, and may then be dropped.
 */
import type { Network } from "../../src/engine/flow/network";

export interface Market extends Iterable<Network> {
  readonly name: string;
  readonly demandLines: number;
  readonly capacityRows: number;
  readonly parts: number;
  /** Goals in order: priority 1, 2, 3, kept, fit, present, wished, near. */
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

const PLACES = 80;
const GRADES = 5;
const KILOMETRES = 1_000;
const GOALS = 8;
/** Zipf's exponent. */
const POPULARITY = 0.7;
const UNMET = Infinity;

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

/** Rows of one side, sorted by part. */
interface Side {
  readonly firstOfPart: Int32Array;
  readonly place: Uint8Array;
  readonly grade: Uint8Array;
  readonly quantity: Int32Array;
}

export function market(plan: MarketPlan, seed = 1956): Market {
  const random = randomNumbers(seed);
  const parts = plan.products * plan.quarters;
  const partOf = popularParts(plan, random);
  const demand = side(plan.demandLines, parts, { random, partOf, largest: 40 });
  const capacity = side(Math.ceil(plan.demandLines / 2), parts, { random, partOf, largest: 72 });
  const priority = Uint8Array.from(demand.place, () => Math.floor(random() * 3));
  const kilometres = distances(random);
  const part = (index: number): Network =>
    partNetwork({ index, demand, capacity, priority, kilometres, random: randomNumbers(seed + 7919 * (index + 1)) });
  return {
    name: plan.name,
    demandLines: plan.demandLines,
    capacityRows: capacity.place.length,
    parts,
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

interface PartPlan {
  readonly index: number;
  readonly demand: Side;
  readonly capacity: Side;
  readonly priority: Uint8Array;
  readonly kilometres: Uint16Array;
  readonly random: () => number;
}

/** Cells are nodes 1 to n, rows follow; each cell's unmet arc comes before its suppliers, the rows' arcs to the root come last. */
function partNetwork({ index, demand, capacity, priority, kilometres, random }: PartPlan): Network {
  const cells = demand.firstOfPart[index + 1] - demand.firstOfPart[index];
  const rows = capacity.firstOfPart[index + 1] - capacity.firstOfPart[index];
  const most = 10 * cells + rows;
  const arcs = {
    count: 0,
    tail: new Int32Array(most),
    head: new Int32Array(most),
    room: new Float64Array(most),
    costs: Array.from({ length: GOALS }, () => new Float64Array(most)),
  };
  const startArc = new Int32Array(1 + cells + rows).fill(-1);
  const supply = new Float64Array(1 + cells + rows);
  const lay = (tail: number, head: number, room: number): number => {
    arcs.tail[arcs.count] = tail;
    arcs.head[arcs.count] = head;
    arcs.room[arcs.count] = room;
    return arcs.count++;
  };
  const chosen = new Int32Array(8);
  for (let cell = 0; cell < cells; cell++) {
    const line = demand.firstOfPart[index] + cell;
    supply[cell + 1] = demand.quantity[line];
    startArc[cell + 1] = lay(cell + 1, 0, UNMET);
    const suppliers = choose(chosen, {
      random,
      rows,
      eligible: (row) => capacity.grade[capacity.firstOfPart[index] + row] >= demand.grade[line],
    });
    const lastPlan = random() < 0.05 ? 0 : -1;
    for (let choice = 0; choice < suppliers; choice++) {
      const row = capacity.firstOfPart[index] + chosen[choice];
      const lay1 = (room: number, kept: number): void => {
        const arc = lay(cell + 1, 1 + cells + chosen[choice], room);
        arcs.costs[priority[line]][arc] = -1;
        arcs.costs[3][arc] = -kept;
        arcs.costs[4][arc] = capacity.grade[row] - demand.grade[line];
        arcs.costs[5][arc] = choice === 0 ? -1 : 0;
        arcs.costs[6][arc] = choice === 1 ? -1 : 0;
        arcs.costs[7][arc] = kilometres[demand.place[line] * PLACES + capacity.place[row]];
      };
      if (choice === lastPlan) lay1(Math.ceil(demand.quantity[line] / 2), 1);
      lay1(Infinity, 0);
    }
  }
  for (let row = 0; row < rows; row++)
    startArc[1 + cells + row] = lay(1 + cells + row, 0, capacity.quantity[capacity.firstOfPart[index] + row]);
  return {
    nodes: 1 + cells + rows,
    supply,
    tail: arcs.tail.slice(0, arcs.count),
    head: arcs.head.slice(0, arcs.count),
    capacity: arcs.room.slice(0, arcs.count),
    startArc,
    costs: arcs.costs.map((cost) => cost.slice(0, arcs.count)),
  };
}

/** Up to 3 to 8 different rows among those that are eligible, found in a few tries each. Returns how many. */
function choose(
  into: Int32Array,
  { random, rows, eligible }: { random: () => number; rows: number; eligible: (row: number) => boolean },
): number {
  const wanted = Math.min(rows, 3 + Math.floor(random() * 6));
  let found = 0;
  for (let tries = 0; found < wanted && tries < 4 * wanted; tries++) {
    const row = Math.floor(random() * rows);
    if (!eligible(row) || into.subarray(0, found).includes(row)) continue;
    into[found++] = row;
  }
  return found;
}
