/**
 * A part of a step as rows and columns in whole numbers: several rows a way, lots, unsplit lines, and the booking rule
 * where it matters.
 */
import { book, bookingOrder } from "../booking";
import { commonDivisor, exactNumber } from "../exact";
import { deliveriesOf, lastPlanned, measureOf, valueOf, type GoalTerm } from "../step/goals";
import type { DualBound } from "../linear/dualBound";
import type { LinearModel, Terms } from "../linear/model";
import { fixByReducedCost } from "../linear/reducedCostFixing";
import { pairsOf } from "../step/rules";
import type { Part } from "../step/step";

export interface Objective extends Terms {
  /** What one unit of the scaled objective is worth. */
  readonly unit: bigint;
}

/** The rows and columns of a part; x first (one per part column), then what lots, splits, booking and the last plan need. */
export class PartModel implements LinearModel {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: Terms[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  /** Booking columns of shared lines: y[line][window][quarter]. */
  private readonly bookings = new Map<number, Map<number, number>[]>();
  private readonly columnsOfLine: readonly number[][];
  private readonly kept = new Map<number, number>();
  /** Yes/no columns: does this supplier take part in a line; is a cell full by the end of a quarter. */
  private readonly chosen: { take: number; columns: readonly number[] }[] = [];
  private readonly full: { full: number; soFar: readonly number[]; open: number }[] = [];
  private readonly reached: { goal: GoalTerm; value: bigint }[] = [];
  private ordered = false;

  constructor(
    private readonly part: Part,
    private readonly quarters: number,
  ) {
    this.columnsOfLine = part.lines.map(() => []);
    part.columns.forEach(({ line, upper }) => this.columnsOfLine[line].push(this.column(upper)));
    part.lines.forEach((_, line) => this.addDemand(line));
    this.addCapacity();
    this.addWholeRules();
    part.lines.forEach(({ line, shared }, index) => {
      if (shared && line.home) this.addBookingOrder(index);
    });
  }

  get columns(): number {
    return this.upper.length;
  }

  /** The goal as a scaled objective in whole numbers; undefined where it is zero for every plan. */
  objectiveOf(goal: GoalTerm): Objective | undefined {
    const terms = new Map<number, bigint>();
    const add = (column: number, factor: number, line: number): void => {
      if (factor !== 0) terms.set(column, BigInt(factor) * measureOf(goal, this.part.lines[line]));
    };
    if (goal.kind === "kept") this.addKept();
    const ofLines = this.part.lines.map((line) => goal.ofLine(line));
    this.part.columns.forEach((column, index) => {
      const line = this.part.lines[column.line];
      if (goal.kind === "column") add(index, ofLines[column.line]?.(column.way) ?? 0, column.line);
      const kept = this.kept.get(index);
      if (goal.kind === "kept" && kept !== undefined) add(kept, -1, column.line);
      if (goal.kind !== "booked" || line.shared) return;
      const window = line.windows.find(({ first, last }) => first <= column.quarter && column.quarter <= last);
      if (window) add(index, goal.ofBooking(window, column.quarter), column.line);
    });
    if (goal.kind === "booked") {
      for (const [line, windows] of this.bookings)
        windows.forEach((quarters, window) =>
          quarters.forEach((column, quarter) => add(column, goal.ofBooking(this.part.lines[line].windows[window], quarter), line)),
        );
      if (terms.size > 0) this.orderBookings();
    }
    if (terms.size === 0) return undefined;
    const unit = commonDivisor(terms.values());
    const coefficient = [...terms.values()].map((value) => exactNumber(value / unit, "what a step measures"));
    return { column: [...terms.keys()], coefficient, unit };
  }

  /** From now on no plan may be worse in this goal; what `bound` proves about such plans is put into the model. */
  keep(goal: GoalTerm, { objective, value, bound }: { objective: Objective; value: bigint; bound: DualBound | undefined }): void {
    this.reached.push({ goal, value });
    const scaled = value / objective.unit;
    if (bound) fixByReducedCost(this, { lower: this.rowLower, upper: this.rowUpper }, { bound, value: scaled });
    this.addRow(objective, -Infinity, exactNumber(scaled, "a goal's value"));
  }

  /** Every column of the model for a plan: what it books by the rule, chooses and keeps. */
  startFrom(plan: readonly number[]): number[] {
    const start = new Array<number>(this.columns).fill(0);
    plan.forEach((quantity, column) => (start[column] = quantity));
    deliveriesOf(this.part, plan).forEach((deliveries, line) => {
      const { windows, open } = this.part.lines[line];
      const bookings = this.bookings.get(line);
      for (const { cell, quarter, quantity } of bookings ? book(windows, open, deliveries) : [])
        start[bookings?.[cell].get(quarter) ?? 0] += quantity;
    });
    for (const { take, columns } of this.chosen) start[take] = columns.some((column) => plan[column] > 0) ? 1 : 0;
    for (const [column, kept] of this.kept) start[kept] = Math.min(plan[column], this.upper[kept]);
    for (const { full, soFar, open } of this.full) start[full] = soFar.reduce((sum, column) => sum + start[column], 0) >= open ? 1 : 0;
    return start;
  }

  keepsGoals(plan: readonly number[]): boolean {
    return this.reached.every(({ goal, value }) => valueOf(goal, this.part, plan) <= value);
  }

  private column(upper: number): number {
    this.lower.push(0);
    this.upper.push(upper);
    return this.upper.length - 1;
  }

  private row(terms: readonly (readonly [number, number])[], lower: number, upper: number): void {
    this.addRow({ column: terms.map(([column]) => column), coefficient: terms.map(([, coefficient]) => coefficient) }, lower, upper);
  }

  private addRow({ column, coefficient }: Terms, lower: number, upper: number): void {
    this.rows.push({ column, coefficient });
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  /** What is delivered is booked: to the one cell whose window holds the quarter, or through booking columns where several do. */
  private addDemand(line: number): void {
    const { windows, open, shared } = this.part.lines[line];
    const columns = this.columnsOfLine[line];
    if (!shared) {
      windows.forEach(({ first, last }, cell) => {
        const inside = columns.filter((column) => first <= this.part.columns[column].quarter && this.part.columns[column].quarter <= last);
        this.row(
          inside.map((column) => [column, 1]),
          -Infinity,
          open[cell],
        );
      });
      return;
    }
    const quartersServed = [...new Set(columns.map((column) => this.part.columns[column].quarter))].sort((a, b) => a - b);
    const bookings = windows.map(
      ({ first, last }, cell) =>
        new Map(
          quartersServed.filter((quarter) => first <= quarter && quarter <= last).map((quarter) => [quarter, this.column(open[cell])]),
        ),
    );
    this.bookings.set(line, bookings);
    bookings.forEach((quarters, cell) =>
      this.row(
        [...quarters.values()].map((column) => [column, 1]),
        -Infinity,
        open[cell],
      ),
    );
    for (const quarter of quartersServed) {
      const delivered = columns.filter((column) => this.part.columns[column].quarter === quarter).map((column) => [column, 1] as const);
      const booked = bookings.flatMap((quarters) => (quarters.has(quarter) ? [[quarters.get(quarter) ?? 0, -1] as const] : []));
      this.row([...delivered, ...booked], 0, 0);
    }
  }

  private addCapacity(): void {
    const terms: [number, number][][] = this.part.cells.map(() => []);
    const use = (rows: readonly number[], perStep: readonly number[], quarter: number, column: number, sign: number): void => {
      rows.forEach((row, position) => {
        const cell = this.part.cellAt.get(row * this.quarters + quarter);
        if (cell !== undefined) terms[cell].push([column, sign * perStep[position]]);
      });
    };
    this.part.columns.forEach(({ way, quarter }, index) => use(way.rows, way.perStep, quarter, index, 1));
    this.part.lines.forEach(({ line, windows, shared }, index) => {
      if (!line.home) return;
      for (let cell = 0; cell < windows.length; cell++) {
        const { first, last, due } = windows[cell];
        const booked = shared
          ? [...(this.bookings.get(index)?.[cell].values() ?? [])]
          : this.columnsOfLine[index].filter(
              (column) => first <= this.part.columns[column].quarter && this.part.columns[column].quarter <= last,
            );
        for (const column of booked) use(line.home.rows, line.home.perStep, due ?? 0, column, -1);
      }
    });
    terms.forEach((cell, index) => this.addCapacityRow(merged(cell), Math.max(0, this.part.cells[index].free)));
  }

  /** Divided by what all amounts have in common: whole plans lose nothing, and the numbers stay small. */
  private addCapacityRow(terms: readonly (readonly [number, number])[], free: number): void {
    const divisor = Number(commonDivisor(terms.map(([, amount]) => BigInt(amount))));
    this.row(
      terms.map(([column, amount]) => [column, amount / divisor]),
      -Infinity,
      Math.floor(free / divisor),
    );
  }

  private addWholeRules(): void {
    for (const { line, pairs } of pairsOf(this.part)) {
      const { line: registered, total } = this.part.lines[line];
      const lot = registered.demand.inHouse ? 1 : (registered.product.minimumLot ?? 1);
      const whole = !registered.demand.maySplit;
      if (lot <= 1 && !whole) continue;
      const chosen = pairs.map((columns) => {
        const take = this.column(1);
        this.chosen.push({ take, columns });
        const sum = columns.map((column) => [column, 1] as const);
        const most = Math.min(
          total,
          columns.reduce((most_, column) => most_ + this.part.columns[column].upper, 0),
        );
        const least = whole ? total : lot;
        if (least > most || lot > most) this.upper[take] = 0;
        this.row([...sum, [take, -Math.max(least, 1)]], 0, Infinity);
        this.row([...sum, [take, -most]], -Infinity, 0);
        return take;
      });
      if (whole)
        this.row(
          chosen.map((take) => [take, 1]),
          -Infinity,
          1,
        );
    }
  }

  private addKept(): void {
    this.part.columns.forEach((column, index) => {
      const last = lastPlanned(this.part.lines[column.line], column);
      if (last === 0 || this.kept.has(index)) return;
      const kept = this.column(Math.min(last, column.upper));
      this.kept.set(index, kept);
      this.row(
        [
          [kept, 1],
          [index, -1],
        ],
        -Infinity,
        0,
      );
    });
  }

  private orderBookings(): void {
    if (this.ordered) return;
    this.ordered = true;
    this.part.lines.forEach(({ line, shared }, index) => {
      if (shared && !line.home) this.addBookingOrder(index);
    });
  }

  /**
   * The booking rule: in a quarter nothing goes to a cell while one that is served before it is open. A yes/no column
   * tells, per cell and quarter, whether the cell is full by the end of the quarter.
   */
  private addBookingOrder(line: number): void {
    const { windows, open } = this.part.lines[line];
    const bookings = this.bookings.get(line);
    if (!bookings) return;
    const order = bookingOrder(windows);
    order.forEach((earlier, position) => {
      for (const quarter of bookings[earlier].keys()) {
        const waiting = order
          .slice(position + 1)
          .flatMap((later) => (bookings[later].has(quarter) ? [{ column: bookings[later].get(quarter) ?? 0, open: open[later] }] : []));
        if (waiting.length === 0) continue;
        const full = this.column(1);
        const soFar = [...bookings[earlier]].filter(([other]) => other <= quarter).map(([, column]) => column);
        this.full.push({ full, soFar, open: open[earlier] });
        this.row([...soFar.map((column) => [column, 1] as const), [full, -open[earlier]]], 0, Infinity);
        for (const later of waiting)
          this.row(
            [
              [later.column, 1],
              [full, -later.open],
            ],
            -Infinity,
            0,
          );
      }
    });
  }
}

function merged(terms: readonly (readonly [number, number])[]): [number, number][] {
  const sums = new Map<number, number>();
  for (const [column, amount] of terms) sums.set(column, (sums.get(column) ?? 0) + amount);
  return [...sums].filter(([, amount]) => amount !== 0);
}
