/**
 * What is open at a place, step line by step line, joined where nothing tells them apart. They are many, so they are rows of
 * numbers here; a step line is made of them when its part is balanced, and then let go.
 */
import { ALONE } from "../register/likeness";
import type { Line } from "../register/lines";
import type { MakersUnder } from "../register/makersUnder";
import type { Way } from "../register/eligibility";
import type { Window } from "../booking";
import type { ColumnFinder, Offers } from "./columnFinder";
import type { FallingApart } from "./fallApart";
import { eachHomeCell } from "./home";
import { doMeet, isOpen, joined, stepLineOf, totalOf, WHOLE, windowsOf, type OpenCell, type StepLine } from "./stepLines";

/** In place of the number of offers: no other line has the same. */
const OWN = -1;

export interface Scene {
  /** Of the place, in canonical order. */
  readonly lines: readonly Line[];
  readonly open: Float64Array;
  readonly quarters: number;
  readonly makersUnder: MakersUnder;
  readonly finder: ColumnFinder;
}

export class OpenLines {
  /** Columns of all of them, joined lines each counted for itself. */
  columns = 0;
  /** Of each step line, one after another, the numbers named below. */
  private readonly rows: Int32Array;
  /** By likeness, the step line that came first. */
  private readonly firstAlike = new Map<number, number>();
  /** Line and cell of all that are balanced as one with a step line, one after another; the first are those of whoever is alone. */
  private readonly others: number[][] = [[]];

  /** `most`: so many step lines come at most. */
  constructor(
    private readonly scene: Scene,
    private readonly apart: FallingApart,
    most: number,
  ) {
    this.rows = new Int32Array(ROW * most);
  }

  /** Adds what is open of a line; what nobody can deliver to is left out. Returns how many makers were looked at. */
  add(position: number): number {
    const { lines, open, makersUnder, finder } = this.scene;
    const { looked } = finder;
    const line = lines[position];
    const makers = makersUnder.of(line);
    if (makers.length === 0) return 0;
    if (doMeet(line, open)) this.addCell(position, WHOLE, makers);
    else for (const cell of line.order) if (isOpen(line, cell, open)) this.addCell(position, cell, makers);
    return finder.looked - looked;
  }

  private addCell(position: number, cell: number, makers: readonly Way[]): void {
    const { lines, finder, open, quarters } = this.scene;
    const line = lines[position];
    const number = cell === WHOLE || !line.sharesMakers ? OWN : finder.numberOf(makers, line.apart[cell]);
    const own = number === OWN ? finder.offers(makers, windowsOf(line, cell, open)) : undefined;
    const width = own ? own.ways.length : finder.widthOf(number);
    if (width === 0) return;
    this.columns += width;
    const alike = cell === WHOLE || line.alike === ALONE ? ALONE : likeness(line.alike, line.windows[cell], quarters);
    const first = alike === ALONE ? undefined : this.firstAlike.get(alike);
    if (first !== undefined) {
      this.rows[ROW * first + OTHERS] ||= this.others.push([]) - 1;
      this.others[this.rows[ROW * first + OTHERS]].push(position, cell);
      return;
    }
    const index = own ? this.apart.add(own) : this.apart.addShared(number, finder);
    if (line.home) eachHomeCell(line.home, windowsOf(line, cell, open), (row, quarter) => this.apart.use(index, row * quarters + quarter));
    if (alike !== ALONE) this.firstAlike.set(alike, index);
    this.rows[ROW * index + LINE] = position;
    this.rows[ROW * index + CELL] = cell;
    this.rows[ROW * index + OFFERS] = number;
  }

  lineOf(index: number): Line {
    return this.scene.lines[this.rows[ROW * index + LINE]];
  }

  /** How much is open of a step line. */
  totalOf(index: number): number {
    return totalOf(this.lineOf(index), this.rows[ROW * index + CELL], this.scene.open);
  }

  /** The step line, with all that are balanced as one with it; `total`: how much is open of itself. */
  stepLine(index: number, total: number): StepLine {
    const { rows } = this;
    const offers = this.offersOf(index);
    const first = this.single({ position: rows[ROW * index + LINE], cell: rows[ROW * index + CELL], total }, offers);
    const others = this.others[rows[ROW * index + OTHERS]];
    if (others.length === 0) return first;
    const members = [first];
    for (let at = 0; at < others.length; at += 2) {
      const [position, cell] = [others[at], others[at + 1]];
      members.push(this.single({ position, cell, total: totalOf(this.scene.lines[position], cell, this.scene.open) }, offers));
    }
    return joined(members);
  }

  private offersOf(index: number): Offers {
    const { finder, makersUnder, open } = this.scene;
    const number = this.rows[ROW * index + OFFERS];
    if (number !== OWN) return finder.numbered(number);
    const line = this.lineOf(index);
    return finder.offers(makersUnder.of(line), windowsOf(line, this.rows[ROW * index + CELL], open));
  }

  private single({ position, cell, total }: Omit<OpenCell, "line">, offers: Offers): StepLine {
    return stepLineOf({ line: this.scene.lines[position], position, cell, total }, this.scene.open, offers);
  }
}

/**
 * A row's numbers: the position of its line, its cell (or WHOLE), the number of what its makers offer (or OWN), and the place in
 * `others` of those that are balanced as one with it.
 */
const [LINE, CELL, OFFERS, OTHERS] = [0, 1, 2, 3];
const ROW = 4;

/** Equal for cells of lines that can be told apart by their quantities alone. */
function likeness(alike: number, { first, last, due, dated }: Window, quarters: number): number {
  const window = ((first * quarters + last) * (quarters + 1) + (due ?? quarters)) * 2 + Number(dated);
  return alike * 2 * quarters * quarters * (quarters + 1) + window;
}
