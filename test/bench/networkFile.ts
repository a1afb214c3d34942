/** Networks on disk, for more of them than memory should hold: written once, read as often as they are to be solved. */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { Network } from "../../src/engine/flow/network";

type Row = Int32Array | Float64Array;

export class NetworkFile implements Iterable<Network> {
  private readonly descriptor: number;
  private size = 0;

  constructor(path: string) {
    this.descriptor = openSync(path, "w+");
  }

  add({ nodes, supply, tail, head, capacity, startArc, costs }: Network): void {
    for (const row of [Int32Array.of(nodes, tail.length, costs.length), supply, tail, head, capacity, startArc, ...costs]) this.write(row);
  }

  *[Symbol.iterator](): Generator<Network> {
    let position = 0;
    const read = <T extends Row>(row: T): T => {
      position += readSync(this.descriptor, row, 0, row.byteLength, position);
      return row;
    };
    while (position < this.size) {
      const [nodes, arcs, goals] = read(new Int32Array(3));
      yield {
        nodes,
        supply: read(new Float64Array(nodes)),
        tail: read(new Int32Array(arcs)),
        head: read(new Int32Array(arcs)),
        capacity: read(new Float64Array(arcs)),
        startArc: read(new Int32Array(nodes)),
        costs: Array.from({ length: goals }, () => read(new Float64Array(arcs))),
      };
    }
  }

  close(): void {
    closeSync(this.descriptor);
  }

  private write(row: Row): void {
    this.size += writeSync(this.descriptor, row, 0, row.byteLength, this.size);
  }
}
