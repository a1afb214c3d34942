/**
 * DIMACS minimum-cost flow files (DIMACS implementation challenge, 1991): `p min NODES ARCS`, `n NODE SUPPLY`,
 * `a FROM TO LOW CAPACITY COST`; a capacity below 0 means none. Read byte by byte, so that files of a million arcs take a
 * fraction of a second, as a network whose first goal is that every unit arrives.
 */
import type { Network } from "../../src/engine/flow/network";

export interface DimacsProblem {
  readonly network: Network;
  /** Cost of the lower bounds, which the network leaves out. */
  readonly fixedCost: bigint;
  /** What the nodes give less what they take; not 0: no flow can meet all. */
  readonly surplus: bigint;
  /** Lines of arcs whose lower bound is above their capacity: no flow can keep them. */
  readonly impossible: readonly number[];
}

/** Throws a RangeError that names the line where the bytes are no such file. */
export function readDimacs(bytes: Uint8Array): DimacsProblem {
  const text = new DimacsText(bytes);
  let problem: Problem | undefined;
  for (let kind = text.nextLine(); kind !== ""; kind = text.nextLine()) {
    if (kind === "c") continue;
    if (kind === "p") {
      if (problem) throw text.fault("has a second problem line");
      if (text.word() !== "min") throw text.fault("is no minimum-cost flow problem (p min NODES ARCS)");
      problem = new Problem(text, text.whole(), text.whole());
    } else if (!problem) throw text.fault("comes before the problem line (p min NODES ARCS)");
    else if (kind === "n") problem.readNode();
    else if (kind === "a") problem.readArc();
    else throw text.fault("begins with neither c, p, n nor a");
    text.endLine();
  }
  if (!problem) throw new RangeError("no problem line (p min NODES ARCS) in the file");
  return problem.finish();
}

/** The problem as its lines are read. Arcs to the root, one a node, come after those of the file. */
class Problem {
  private readonly supply: Float64Array;
  private readonly named: Uint8Array;
  private readonly tail: Int32Array;
  private readonly head: Int32Array;
  private readonly capacity: Float64Array;
  private readonly cost: Float64Array;
  private count = 0;
  private fixedCost = 0n;
  private readonly impossible: number[] = [];

  constructor(
    private readonly text: DimacsText,
    private readonly nodes: number,
    private readonly arcs: number,
  ) {
    if (nodes < 0 || arcs < 0 || nodes + arcs > MOST) throw text.fault("counts nodes and arcs as no memory holds them");
    this.supply = new Float64Array(nodes + 1);
    this.named = new Uint8Array(nodes + 1);
    this.tail = new Int32Array(arcs + nodes);
    this.head = new Int32Array(arcs + nodes);
    this.capacity = new Float64Array(arcs + nodes);
    this.cost = new Float64Array(arcs + nodes);
  }

  readNode(): void {
    const node = this.node();
    if (this.named[node] === 1) throw this.text.fault(`gives node ${node} a supply for the second time`);
    this.named[node] = 1;
    this.supply[node] += this.text.whole();
  }

  readArc(): void {
    const { text, count } = this;
    if (count === this.arcs) throw text.fault(`is more than the ${this.arcs} arcs of the problem line`);
    const from = this.node();
    const to = this.node();
    const low = text.whole();
    const capacity = text.whole();
    const cost = text.whole();
    if (capacity >= 0 && capacity < low) this.impossible.push(text.line);
    this.tail[count] = from;
    this.head[count] = to;
    this.capacity[count] = capacity < 0 ? Infinity : Math.max(0, capacity - low);
    this.cost[count] = cost;
    this.count++;
    if (low === 0) return;
    this.supply[from] -= low;
    this.supply[to] += low;
    this.fixedCost += BigInt(low) * BigInt(cost);
  }

  private node(): number {
    const node = this.text.whole();
    if (!(node >= 1 && node <= this.nodes)) throw this.text.fault(`names node ${node} of ${this.nodes}`);
    return node;
  }

  /** Every node but those that take units may send to the root, at a cost that the first goal keeps from being used. */
  finish(): DimacsProblem {
    const { supply, tail, head, capacity, cost, nodes, arcs, count, fixedCost, impossible } = this;
    if (count < arcs) throw new RangeError(`the file ends after ${count} of the ${arcs} arcs of its problem line`);
    const startArc = new Int32Array(nodes + 1).fill(-1);
    const missed = new Float64Array(arcs + nodes);
    let surplus = 0n;
    for (let node = 1; node <= nodes; node++) {
      const arc = arcs + node - 1;
      startArc[node] = arc;
      tail[arc] = node;
      capacity[arc] = supply[node] < 0 ? -supply[node] : Infinity;
      missed[arc] = supply[node] < 0 ? 0 : 1;
      surplus += BigInt(supply[node]);
    }
    const network = { nodes: nodes + 1, supply: supply.map((units) => Math.max(0, units)), tail, head, capacity, startArc };
    return { network: { ...network, costs: [missed, cost] }, fixedCost, surplus, impossible };
  }
}

/** Far more than this would not fit into memory. */
const MOST = 2 ** 27;

const [TAB, LINE_FEED, RETURN, SPACE, MINUS, PLUS, ZERO, NINE] = [9, 10, 13, 32, 45, 43, 48, 57];

/** The file's bytes, read from line to line and from number to number. */
class DimacsText {
  /** Number of the line that is being read, the first is 1. */
  line = 0;
  private position = 0;
  private start = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Goes to the next line that is not empty; its first letter, or "" at the end. The rest of a comment is skipped. */
  nextLine(): string {
    for (; this.position < this.bytes.length; this.endLine()) {
      this.line++;
      this.start = this.position;
      this.skipBlanks();
      const first = this.bytes[this.position];
      if (this.atEnd()) continue;
      this.position++;
      if (first === 99) while (this.position < this.bytes.length && this.bytes[this.position] !== LINE_FEED) this.position++;
      else if (!this.atBlank()) throw this.fault("begins with neither c, p, n nor a");
      return String.fromCharCode(first);
    }
    return "";
  }

  /** Passes the end of the line. */
  endLine(): void {
    this.skipBlanks();
    if (!this.atEnd()) throw this.fault("goes on after its last number");
    this.position++;
  }

  word(): string {
    this.skipBlanks();
    const from = this.position;
    while (!this.atBlank()) this.position++;
    return String.fromCharCode(...this.bytes.subarray(from, Math.min(this.position, from + 20)));
  }

  /** The next number of the line. */
  whole(): number {
    const { bytes } = this;
    this.skipBlanks();
    const sign = bytes[this.position];
    if (sign === MINUS || sign === PLUS) this.position++;
    const from = this.position;
    let number = 0;
    for (let digit = bytes[this.position]; digit >= ZERO && digit <= NINE; digit = bytes[++this.position])
      number = 10 * number + (digit - ZERO);
    if (this.position === from || !this.atBlank()) throw this.fault("has something else where a whole number should be");
    if (number > Number.MAX_SAFE_INTEGER) throw this.fault("has a number above 2^53");
    return sign === MINUS ? 0 - number : number;
  }

  fault(what: string): RangeError {
    let end = this.start;
    while (end < this.bytes.length && this.bytes[end] !== LINE_FEED) end++;
    const row = new TextDecoder().decode(this.bytes.subarray(this.start, Math.min(end, this.start + 80))).trim();
    return new RangeError(`line ${this.line} of the DIMACS file ${what}: ${row}`);
  }

  private skipBlanks(): void {
    for (let byte = this.bytes[this.position]; byte === SPACE || byte === TAB || byte === RETURN;) byte = this.bytes[++this.position];
  }

  private atEnd(): boolean {
    return this.position >= this.bytes.length || this.bytes[this.position] === LINE_FEED;
  }

  private atBlank(): boolean {
    const byte = this.bytes[this.position];
    return this.atEnd() || byte === SPACE || byte === TAB || byte === RETURN;
  }
}

/**
 * A market's network with one goal as the balanced transportation problem of the textbooks: cells, and a node for unused capacity
 * behind them, supply; rows, and the root for what stays unmet, ask. Its optimal cost is the network's.
 */
export function balanced({ nodes, supply, tail, head, capacity, startArc, costs: [cost] }: Network): Omit<Network, "startArc"> {
  const isRow = (node: number): boolean => node > 0 && Number.isFinite(capacity[startArc[node]]);
  const unused = nodes;
  const offered = supply.reduce((sum, units) => sum + units, 0);
  const toRows = head.map((to, arc) => (to === 0 && isRow(tail[arc]) ? 1 : 0));
  const asked = capacity.reduce((sum, units, arc) => (toRows[arc] === 1 ? sum + units : sum), 0);
  return {
    nodes: nodes + 1,
    supply: Float64Array.from([...supply, asked], (units, node) => (node < nodes && isRow(node) ? -capacity[startArc[node]] : units)),
    tail: Int32Array.from([...tail, unused], (from, arc) => (toRows[arc] === 1 ? unused : from)),
    head: Int32Array.from([...head, 0], (to, arc) => (toRows[arc] === 1 ? tail[arc] : to)),
    capacity: Float64Array.from([...capacity, asked], (units, arc) =>
      toRows[arc] === 1 || arc === tail.length ? units : Math.min(units, offered),
    ),
    costs: [Float64Array.from([...cost, 0], (value, arc) => (toRows[arc] === 1 ? 0 : value))],
  };
}

/** The balanced form as a file; the root is its last node. */
export function writeDimacs(network: Network): string {
  const { nodes, supply, tail, head, capacity, costs } = balanced(network);
  const all = supply.reduce((sum, units) => sum + units, 0);
  const lines = [`p min ${nodes} ${tail.length}`];
  for (let node = 1; node < nodes; node++) lines.push(`n ${node} ${supply[node]}`);
  lines.push(`n ${nodes} ${-all}`);
  tail.forEach((from, arc) => lines.push(`a ${from || nodes} ${head[arc] || nodes} 0 ${capacity[arc]} ${costs[0][arc]}`));
  return [...lines, ""].join("\n");
}
