/**
 * A plan in whole numbers near one that is not whole: what is whole of it first, then what still fits, urgent lines first.
 * It keeps every rule, and promises nothing about how good it is.
 */
import { book } from "../booking";
import { pairsOf } from "../step/rules";
import type { Part } from "../step/step";
import type { StepLine } from "../step/stepLines";

/** Values this close to a whole number are it. */
const NOISE = 1e-6;

/** One quantity per column of the part; `wanted` may have more entries. */
export function roundPlan(part: Part, wanted: readonly number[], quarters: number): readonly number[] {
  const desk = new RoundingDesk(part, quarters);
  const pairs = pairsByLine(part);
  const order = part.lines
    .map((_, index) => index)
    .sort((one, other) => urgency(part.lines[one]) - urgency(part.lines[other]) || one - other);
  for (const line of order) for (const pair of pairs[line]) desk.insertPair(line, pair, (column) => Math.floor(wanted[column] + NOISE));
  for (const most of [(column: number) => Math.ceil(wanted[column] - NOISE), () => Infinity]) {
    for (const line of order) {
      if (part.lines[line].line.demand.inHouse) continue;
      const rest = (pair: readonly number[]): number =>
        pair.reduce((sum, column) => sum + wanted[column], 0) - pair.reduce((sum, column) => sum + desk.plan[column], 0);
      for (const pair of [...pairs[line]].sort((one, other) => rest(other) - rest(one)))
        desk.insertPair(line, pair, (column) => most(column) - desk.plan[column]);
    }
  }
  return desk.plan;
}

/** In-house work first, because it makes room. */
function urgency({ line: { demand } }: StepLine): number {
  return demand.inHouse ? 0 : demand.priority;
}

function pairsByLine(part: Part): (readonly number[])[][] {
  const pairs: number[][][] = part.lines.map(() => []);
  for (const { line, pairs: own } of pairsOf(part)) pairs[line] = own;
  return pairs;
}

/** A plan that always keeps the rules, and what is left to plan with. */
class RoundingDesk {
  readonly plan: number[];
  private readonly free: number[];
  private readonly deliveries: number[][];
  private readonly delivered: number[];

  constructor(
    private readonly part: Part,
    private readonly quarters: number,
  ) {
    this.plan = new Array<number>(part.columns.length).fill(0);
    this.free = part.cells.map(({ free }) => free);
    this.deliveries = part.lines.map(() => new Array<number>(quarters).fill(0));
    this.delivered = part.lines.map(() => 0);
  }

  /** Adds to the columns of one line and supplier; undone where a lot or an unsplit line would be broken. */
  insertPair(line: number, pair: readonly number[], wanted: (column: number) => number): void {
    const { line: registered, total } = this.part.lines[line];
    const { demand, product } = registered;
    const before = pair.reduce((sum, column) => sum + this.plan[column], 0);
    if (!demand.maySplit && this.delivered[line] > before) return;
    const least = !demand.maySplit ? total : demand.inHouse ? 1 : (product.minimumLot ?? 1);
    const done: [number, number][] = [];
    const insert = (most: (column: number) => number): void => {
      for (const column of pair) {
        const quantity = this.insert(column, most(column));
        if (quantity > 0) done.push([column, quantity]);
      }
    };
    insert(wanted);
    const amount = (): number => done.reduce((sum, [, quantity]) => sum + quantity, before);
    if (done.length > 0 && amount() < least) insert(() => least - amount());
    if (amount() < least) for (const [column, quantity] of done) this.change(column, -quantity);
  }

  private insert(column: number, wanted: number): number {
    const line = this.part.columns.line(column);
    const stepLine = this.part.lines[line];
    const quantity = Math.min(wanted, stepLine.total - this.delivered[line], this.room(column));
    if (quantity <= 0) return 0;
    const bookable = this.bookable(column, quantity);
    if (bookable <= 0) return 0;
    this.change(column, bookable);
    if (stepLine.line.home && this.free.some((left, cell) => left < Math.min(0, this.part.cells[cell].free))) {
      this.change(column, -bookable);
      return 0;
    }
    return bookable;
  }

  private room(column: number): number {
    const { columns, cellAt } = this.part;
    const { rows, perStep } = columns.way(column);
    return rows.reduce((room, row, position) => {
      const cell = cellAt.get(row * this.quarters + columns.quarter(column));
      return cell === undefined ? room : Math.min(room, Math.floor(this.free[cell] / perStep[position]));
    }, Infinity);
  }

  /** How much of a quantity the line's cells can take in the column's quarter beside what is delivered already. */
  private bookable(column: number, quantity: number): number {
    const { columns, lines } = this.part;
    const [line, quarter] = [columns.line(column), columns.quarter(column)];
    const { windows, open } = lines[line];
    const deliveries = this.deliveries[line].with(quarter, this.deliveries[line][quarter] + quantity);
    const booked = book(windows, open, deliveries).reduce((sum, each) => sum + each.quantity, 0);
    return booked - this.delivered[line];
  }

  private change(column: number, quantity: number): void {
    const { columns } = this.part;
    const [line, way, quarter] = [columns.line(column), columns.way(column), columns.quarter(column)];
    this.bookHome(line, -1);
    this.plan[column] += quantity;
    this.delivered[line] += quantity;
    this.deliveries[line][quarter] += quantity;
    this.use(way.rows, way.perStep, quarter, quantity);
    this.bookHome(line, 1);
  }

  /** Gives back (or, with −1, takes away) the capacity at home that handing a line over frees. */
  private bookHome(line: number, sign: 1 | -1): void {
    const {
      line: { home },
      windows,
      open,
    } = this.part.lines[line];
    if (!home) return;
    for (const { cell, quantity } of book(windows, open, this.deliveries[line]))
      this.use(home.rows, home.perStep, windows[cell].due ?? 0, -sign * quantity);
  }

  private use(rows: readonly number[], perStep: readonly number[], quarter: number, quantity: number): void {
    rows.forEach((row, position) => {
      const cell = this.part.cellAt.get(row * this.quarters + quarter);
      if (cell !== undefined) this.free[cell] -= quantity * perStep[position];
    });
  }
}
