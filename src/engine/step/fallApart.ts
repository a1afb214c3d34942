/** Lines that share a capacity cell, or could, belong to one part (union-find); parts can be balanced alone. */
import type { ColumnFinder, Offers } from "./columnFinder";
import { giveBack, takeNumbering } from "./numbering";
import type { StepLine } from "./stepLines";

export interface FallenApart {
  /** In the canonical order of their first lines. A line that nobody can deliver to is in none. */
  readonly parts: readonly (readonly StepLine[])[];
  /** Columns of all parts, joined lines each counted for itself. */
  readonly columns: number;
}

/** Columns, or lines, looked at between two yields. */
const SLICE = 16_384;

/** `cells`: capacity cells that there are. */
export function* fallApart(lines: readonly StepLine[], finder: ColumnFinder, { quarters, cells }: Cells): Generator<void, FallenApart> {
  const numbers = takeNumbering(cells);
  const leaders = new Leaders(lines.length);
  const firstUser: number[] = [];
  const firstOffered = new Map<Offers, number>();
  const own = new Int32Array(lines.length);
  let index = 0;
  const use = (key: number): void => {
    const cell = numbers.of(key);
    if (cell >= 0) leaders.join(firstUser[cell], index);
    else firstUser[numbers.add(key)] = index;
  };
  let columns = 0;
  let looked = 0;
  for (; index < lines.length; index++) {
    const stepLine = lines[index];
    const { makers, line, members } = stepLine;
    const offers = finder.offersTo(stepLine);
    const before = line.sharesMakers ? firstOffered.get(offers) : undefined;
    if (before !== undefined) leaders.join(before, index);
    else {
      for (let offer = 0; offer < offers.length; offer += 2)
        for (const row of makers[offers[offer]].rows) use(row * quarters + offers[offer + 1]);
      if (line.sharesMakers && offers.length > 0) firstOffered.set(offers, index);
      looked += makers.length;
    }
    own[index] = offers.length / 2;
    if (own[index] > 0) finder.eachHomeCell(stepLine, use);
    columns += own[index] * (members?.length ?? 1);
    looked++;
    if (looked < SLICE) continue;
    looked = 0;
    yield;
  }
  giveBack(numbers);
  return { parts: yield* dealtOut(lines, own, leaders), columns };
}

interface Cells {
  readonly quarters: number;
  readonly cells: number;
}

function* dealtOut(lines: readonly StepLine[], own: Int32Array, leaders: Leaders): Generator<void, readonly (readonly StepLine[])[]> {
  const parts: StepLine[][] = [];
  const partOf = new Int32Array(lines.length);
  for (let index = 0; index < lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    if (own[index] === 0) continue;
    const leader = leaders.of(index);
    if (leader === index) partOf[index] = parts.push([lines[index]]) - 1;
    else parts[partOf[leader]].push(lines[index]);
  }
  return parts;
}

/** Disjoint sets of positions; the first of a set is its leader. */
class Leaders {
  private readonly leader: Int32Array;

  constructor(count: number) {
    this.leader = new Int32Array(count);
    for (let index = 0; index < count; index++) this.leader[index] = index;
  }

  of(index: number): number {
    const { leader } = this;
    while (leader[index] !== index) index = leader[index] = leader[leader[index]];
    return index;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a < b) this.leader[b] = a;
    else this.leader[a] = b;
  }
}
