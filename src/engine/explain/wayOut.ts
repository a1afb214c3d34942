/**
 * Which lines have a way out: from some capacity cell they could use, room can be reached by letting work that stands there
 * move to another cell it could use, and so on. All lines at once, in time that grows with the number of line and cell pairs:
 * first forward from the lines asked about, then backward from where there is room.
 */
import { Buckets } from "../buckets";
import { giveBack, takeNumbering, type Numbering } from "../step/numbering";
import type { Line } from "../register/lines";

export interface Surroundings {
  /** Capacity cells, and lines, that there are. */
  readonly cells: number;
  readonly lines: number;
  /** Visits the cells a line's work could stand on; false where nothing can be said about them. */
  readonly eachCell: (line: Line, visit: (key: number, takes: number) => void) => boolean;
  /** Has a cell room for so much? Asked with the most that any line takes of it, so that no line finds it full. */
  readonly hasRoom: (key: number, takes: number) => boolean;
  /** Visits the lines whose work stands on a cell and could move. */
  readonly eachStanding: (key: number, visit: (line: Line) => void) => void;
}

/** Lines, or cells, looked at between two yields. */
const SLICE = 2_048;

export function* linesWithWayOut(asked: readonly Line[], surroundings: Surroundings): Generator<void, ReadonlySet<Line>> {
  const reach = new Reach(surroundings);
  for (const line of asked) reach.meet(line);
  for (let index = 0; index < reach.lines.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    reach.look(index);
  }
  giveBack(reach.numbers);
  yield;
  return yield* reach.withWayOut();
}

/** A line and a cell, many times over. */
class Pairs {
  readonly lines: number[] = [];
  readonly cells: number[] = [];

  add(line: number, cell: number): void {
    this.lines.push(line);
    this.cells.push(cell);
  }
}

/** The lines and cells that were reached, each by the position at which it was. */
class Reach {
  readonly lines: Line[] = [];
  readonly numbers: Numbering;
  /** By a line's position among all lines, 1 more than its position here; 0 where it was not met. */
  private readonly met: Int32Array;
  private readonly keys: number[] = [];
  /** The most that any line takes of each cell. */
  private readonly most: number[] = [];
  private readonly uses = new Pairs();
  private readonly stands = new Pairs();
  private readonly out: number[] = [];

  constructor(private readonly surroundings: Surroundings) {
    this.numbers = takeNumbering(surroundings.cells);
    this.met = new Int32Array(surroundings.lines);
  }

  meet(line: Line): number {
    if (this.met[line.index] === 0) this.met[line.index] = this.lines.push(line);
    return this.met[line.index] - 1;
  }

  look(line: number): void {
    const told = this.surroundings.eachCell(this.lines[line], (key, takes) => {
      const cell = this.cellOf(key);
      this.uses.add(line, cell);
      if (takes > this.most[cell]) this.most[cell] = takes;
    });
    if (!told) this.out.push(line);
  }

  /** Backward from where there is room. */
  *withWayOut(): Generator<void, ReadonlySet<Line>> {
    const usersOf = yield* Buckets.of(this.uses.cells, this.keys.length, this.uses.lines);
    yield;
    const standsOn = yield* Buckets.of(this.stands.lines, this.lines.length, this.stands.cells);
    const isOut = new Uint8Array(this.lines.length);
    for (const line of this.out) isOut[line] = 1;
    const add = (cell: number): void => {
      usersOf.each(cell, (line) => {
        if (isOut[line] === 1) return;
        isOut[line] = 1;
        this.out.push(line);
      });
    };
    for (let cell = 0; cell < this.keys.length; cell++) {
      if (cell % SLICE === 0) yield;
      if (this.surroundings.hasRoom(this.keys[cell], this.most[cell])) add(cell);
    }
    for (let index = 0; index < this.out.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      standsOn.each(this.out[index], add);
    }
    return new Set(this.out.map((line) => this.lines[line]));
  }

  private cellOf(key: number): number {
    const known = this.numbers.of(key);
    if (known >= 0) return known;
    const cell = this.numbers.add(key);
    this.keys.push(key);
    this.most.push(0);
    this.surroundings.eachStanding(key, (line) => this.stands.add(this.meet(line), cell));
    return cell;
  }
}
