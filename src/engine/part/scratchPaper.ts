/**
 * Memory in which one network after another is laid. Most are small and come by the thousand; memory of their own would cost more
 * than what is put there. Nothing of the network before is ever read.
 */
export interface Room {
  readonly nodes: number;
  readonly arcs: number;
  readonly columns: number;
  readonly cells: number;
}

/** Numbers in a row. Networks of one size come by the thousand, so what stands first in it is cut off once for each size. */
class Strip<Row extends { readonly length: number; subarray(begin: number, end: number): Row }> {
  /** By how many. */
  private readonly cut: (Row | undefined)[] = [];

  constructor(readonly whole: Row) {}

  first(count: number): Row {
    return (this.cut[count] ??= this.whole.subarray(0, count));
  }
}

export class ScratchPaper {
  supply = new Strip(new Float64Array(0));
  startArc = new Strip(new Int32Array(0));
  tail = new Strip(new Int32Array(0));
  head = new Strip(new Int32Array(0));
  capacity = new Strip(new Float64Array(0));
  keptArc = new Int32Array(0);
  freeArc = new Int32Array(0);
  cellNode = new Int32Array(0);
  /** Costs of the arcs, goal by goal. */
  private readonly costs: Strip<Float64Array>[] = [];

  /** Numbers that there is room for. */
  get size(): number {
    return this.supply.whole.length + this.tail.whole.length * (4 + this.costs.length);
  }

  /** Makes room for a network; what stood here is lost. */
  clear({ nodes, arcs, columns, cells }: Room): void {
    if (this.supply.whole.length < nodes) {
      this.supply = new Strip(new Float64Array(roomFor(nodes)));
      this.startArc = new Strip(new Int32Array(roomFor(nodes)));
    }
    if (this.freeArc.length < columns) [this.freeArc, this.keptArc] = [new Int32Array(roomFor(columns)), new Int32Array(roomFor(columns))];
    if (this.cellNode.length < cells) this.cellNode = new Int32Array(roomFor(cells));
    if (this.tail.whole.length >= arcs) return;
    const room = roomFor(arcs);
    this.tail = new Strip(new Int32Array(room));
    this.head = new Strip(new Int32Array(room));
    this.capacity = new Strip(new Float64Array(room));
    this.costs.length = 0;
  }

  /** Zeros for the costs of so many arcs; another row for each goal. */
  cost(goal: number, arcs: number): Float64Array {
    return (this.costs[goal] ??= new Strip(new Float64Array(this.tail.whole.length))).whole.fill(0, 0, arcs);
  }

  /** What was written there of the first so many arcs. */
  costOf(goal: number, arcs: number): Float64Array {
    return this.costs[goal].first(arcs);
  }
}

/** Of more numbers than this it is not kept. */
const MOST_KEPT = 2 ** 22;

/** Twice as much as asked for by small networks, so that most of those that follow find room. */
function roomFor(count: number): number {
  return count < 2 ** 16 ? 2 * count + 64 : count;
}

let spare: ScratchPaper | undefined;

/** Whoever takes it has it alone until it is given back. */
export function takePaper(): ScratchPaper {
  const paper = spare ?? new ScratchPaper();
  spare = undefined;
  return paper;
}

export function giveBackPaper(paper: ScratchPaper): void {
  if (paper.size <= MOST_KEPT) spare = paper;
}
