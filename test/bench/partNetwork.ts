/** A part of a made-up market as a network of the engine's shape. */
import type { Network } from "../../src/engine/flow/network";

export const PLACES = 80;

/** Rows of one side, sorted by part. */
export interface Side {
  readonly firstOfPart: Int32Array;
  readonly place: Uint8Array;
  readonly grade: Uint8Array;
  readonly quantity: Int32Array;
}

export interface Sides {
  readonly demand: Side;
  readonly capacity: Side;
  /** Of each demand line: 0, 1 or 2. */
  readonly priority: Uint8Array;
  /** From place to place. */
  readonly kilometres: Uint16Array;
}

/** What a unit over an arc is for each goal, in their order: one met of its priority (three goals), kept, grades too good, … */
const Goal = { kept: 3, fit: 4, present: 5, wished: 6, near: 7 } as const;
const GOALS = 8;

/** A network as it grows: cells are nodes 1 to n, rows follow; arcs to the root are laid as the others are. */
export class NetworkDraft {
  private count = 0;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly room: Float64Array;
  private readonly costs: readonly Float64Array[];
  private readonly startArc: Int32Array;
  private readonly supply: Float64Array;

  constructor({ nodes, mostArcs }: { nodes: number; mostArcs: number }) {
    this.tail = new Int32Array(mostArcs);
    this.head = new Int32Array(mostArcs);
    this.room = new Float64Array(mostArcs);
    this.costs = Array.from({ length: GOALS }, () => new Float64Array(mostArcs));
    this.startArc = new Int32Array(nodes).fill(-1);
    this.supply = new Float64Array(nodes);
  }

  /** A node with its arc to the root: for what a cell does not get, or for what a row has. */
  node(node: number, { units = 0, room = Infinity }: { units?: number; room?: number }): void {
    this.supply[node] = units;
    this.startArc[node] = this.lay(node, 0, room);
  }

  private lay(tail: number, head: number, room: number): number {
    this.tail[this.count] = tail;
    this.head[this.count] = head;
    this.room[this.count] = room;
    return this.count++;
  }

  pair(cell: number, row: number, { room = Infinity, priority, kept = 0, fit, present = 0, wished = 0, near }: Pair): void {
    const arc = this.lay(cell, row, room);
    this.costs[priority][arc] = -1;
    this.costs[Goal.kept][arc] = -kept;
    this.costs[Goal.fit][arc] = fit;
    this.costs[Goal.present][arc] = -present;
    this.costs[Goal.wished][arc] = -wished;
    this.costs[Goal.near][arc] = near;
  }

  finish(): Network {
    return {
      nodes: this.supply.length,
      supply: this.supply,
      tail: this.tail.slice(0, this.count),
      head: this.head.slice(0, this.count),
      capacity: this.room.slice(0, this.count),
      startArc: this.startArc,
      costs: this.costs.map((cost) => cost.slice(0, this.count)),
    };
  }
}

interface Pair {
  readonly room?: number;
  readonly priority: number;
  readonly kept?: number;
  readonly fit: number;
  readonly present?: number;
  readonly wished?: number;
  readonly near: number;
}

interface PartPlan {
  readonly index: number;
  readonly random: () => number;
}

/** Each line is a cell and has a few of the capable rows as makers. */
export function partNetwork({ demand, capacity, priority, kilometres }: Sides, { index, random }: PartPlan): Network {
  const cells = demand.firstOfPart[index + 1] - demand.firstOfPart[index];
  const rows = capacity.firstOfPart[index + 1] - capacity.firstOfPart[index];
  const draft = new NetworkDraft({ nodes: 1 + cells + rows, mostArcs: 10 * cells + rows });
  const chosen = new Int32Array(8);
  for (let cell = 0; cell < cells; cell++) {
    const line = demand.firstOfPart[index] + cell;
    draft.node(cell + 1, { units: demand.quantity[line] });
    const suppliers = choose(chosen, {
      random,
      rows,
      eligible: (row) => capacity.grade[capacity.firstOfPart[index] + row] >= demand.grade[line],
    });
    const lastPlan = random() < 0.05 ? 0 : -1;
    for (let choice = 0; choice < suppliers; choice++) {
      const row = capacity.firstOfPart[index] + chosen[choice];
      const pair = {
        priority: priority[line],
        fit: capacity.grade[row] - demand.grade[line],
        present: choice === 0 ? 1 : 0,
        wished: choice === 1 ? 1 : 0,
        near: kilometres[demand.place[line] * PLACES + capacity.place[row]],
      };
      const to = 1 + cells + chosen[choice];
      if (choice === lastPlan) draft.pair(cell + 1, to, { ...pair, room: Math.ceil(demand.quantity[line] / 2), kept: 1 });
      draft.pair(cell + 1, to, pair);
    }
  }
  for (let row = 0; row < rows; row++) draft.node(1 + cells + row, { room: capacity.quantity[capacity.firstOfPart[index] + row] });
  return draft.finish();
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
