/**
 * A part of a step as rows and columns in whole numbers: several rows a way, lots, unsplit lines, and the booking rule
 * where it matters.
 */
import { commonDivisor, exactNumber } from "../exact";
import type { DualBound } from "../linear/dualBound";
import { GrowingModel, type Term } from "../linear/growingModel";
import type { Terms } from "../linear/model";
import { fixByReducedCost } from "../linear/reducedCostFixing";
import { deliveriesOf, factorOf, lastPlanned, measureOf, valueOf, type GoalTerm } from "../step/goals";
import type { Part } from "../step/step";
import { BookingColumns } from "./bookingColumns";
import { SupplierChoices } from "./supplierChoices";

export interface Objective extends Terms {
  /** What one unit of the scaled objective is worth. */
  readonly unit: bigint;
}

/** The rows and columns of a part; x first (one per part column), then what lots, splits, booking and the last plan need. */
export class PartModel extends GrowingModel {
  private readonly bookings: BookingColumns;
  private readonly choices: SupplierChoices;
  private readonly columnsOfLine: readonly number[][];
  /** By part column: the column of what the last plan gave it. */
  private readonly kept = new Map<number, number>();
  private readonly reached: { goal: GoalTerm; value: bigint }[] = [];
  private ordered = false;

  constructor(
    private readonly part: Part,
    private readonly quarters: number,
  ) {
    super();
    this.bookings = new BookingColumns(this, part);
    this.choices = new SupplierChoices(this, part);
    this.columnsOfLine = part.lines.map(() => []);
    const { columns } = part;
    for (let column = 0; column < columns.length; column++)
      this.columnsOfLine[columns.line(column)].push(this.addColumn(columns.upper(column)));
    part.lines.forEach(({ shared }, line) => {
      if (shared) this.bookings.add(line, this.columnsOfLine[line]);
      else this.addDemand(line);
    });
    this.addCapacity();
    this.choices.addAll();
    part.lines.forEach(({ line, shared }, index) => {
      if (shared && line.home) this.bookings.addOrder(index);
    });
  }

  /** The goal as a scaled objective in whole numbers; undefined where it is zero for every plan. */
  objectiveOf(goal: GoalTerm): Objective | undefined {
    const terms = new Map<number, bigint>();
    const add = (column: number, factor: number, line: number): void => {
      if (factor !== 0) terms.set(column, BigInt(factor) * measureOf(goal, this.part.lines[line]));
    };
    if (goal.kind === "kept") this.addKept();
    const ofLines = this.part.lines.map((line) => goal.ofLine(line));
    const { columns, lines } = this.part;
    for (let column = 0; column < columns.length; column++) {
      const line = columns.line(column);
      const factor = ofLines[line];
      if (factor !== undefined) add(column, factorOf(factor, columns.way(column)), line);
      const kept = this.kept.get(column);
      if (goal.kind === "kept" && kept !== undefined) add(kept, -1, line);
      if (goal.kind !== "booked" || lines[line].shared) continue;
      const quarter = columns.quarter(column);
      const window = lines[line].windows.find(({ first, last }) => first <= quarter && quarter <= last);
      if (window) add(column, goal.ofBooking(window, quarter), line);
    }
    if (goal.kind === "booked") {
      this.bookings.forEach(({ column, line, window, quarter }) =>
        add(column, goal.ofBooking(this.part.lines[line].windows[window], quarter), line),
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
    const { column, coefficient } = objective;
    this.addAtMost(
      column.map((one, position) => [one, coefficient[position]]),
      exactNumber(scaled, "a goal's value"),
    );
  }

  /** Every column of the model for a plan: what it books by the rule, chooses and keeps. */
  startFrom(plan: readonly number[]): number[] {
    const start = new Array<number>(this.columns).fill(0);
    plan.forEach((quantity, column) => (start[column] = quantity));
    this.bookings.fill(start, deliveriesOf(this.part, plan));
    this.choices.fill(start, plan);
    for (const [column, kept] of this.kept) start[kept] = Math.min(plan[column], this.upper[kept]);
    return start;
  }

  keepsGoals(plan: readonly number[]): boolean {
    return this.reached.every(({ goal, value }) => valueOf(goal, this.part, plan) <= value);
  }

  /** The columns of a line that deliver between two quarters. */
  private within(line: number, { first, last }: { first: number; last: number }): readonly number[] {
    const { columns } = this.part;
    return this.columnsOfLine[line].filter((column) => first <= columns.quarter(column) && columns.quarter(column) <= last);
  }

  /** What is delivered is booked to the one cell whose window holds the quarter. */
  private addDemand(line: number): void {
    const { windows, open } = this.part.lines[line];
    windows.forEach((window, cell) =>
      this.addAtMost(
        this.within(line, window).map((column) => [column, 1]),
        open[cell],
      ),
    );
  }

  private addCapacity(): void {
    const terms: Term[][] = this.part.cells.map(() => []);
    const use = (rows: readonly number[], perStep: readonly number[], quarter: number, column: number, sign: number): void => {
      rows.forEach((row, position) => {
        const cell = this.part.cellAt.get(row * this.quarters + quarter);
        if (cell !== undefined) terms[cell].push([column, sign * perStep[position]]);
      });
    };
    const { columns } = this.part;
    for (let column = 0; column < columns.length; column++) {
      const { rows, perStep } = columns.way(column);
      use(rows, perStep, columns.quarter(column), column, 1);
    }
    this.part.lines.forEach(({ line, windows, shared }, index) => {
      const { home } = line;
      if (!home) return;
      windows.forEach((window, cell) => {
        const booked = shared ? this.bookings.ofCell(index, cell) : this.within(index, window);
        for (const column of booked) use(home.rows, home.perStep, window.due ?? 0, column, -1);
      });
    });
    terms.forEach((cell, index) => this.addCapacityRow(merged(cell), Math.max(0, this.part.cells[index].free)));
  }

  /** Divided by what all amounts have in common: whole plans lose nothing, and the numbers stay small. */
  private addCapacityRow(terms: readonly Term[], free: number): void {
    const divisor = Number(commonDivisor(terms.map(([, amount]) => BigInt(amount))));
    this.addAtMost(
      terms.map(([column, amount]) => [column, amount / divisor]),
      Math.floor(free / divisor),
    );
  }

  private addKept(): void {
    const { columns, lines } = this.part;
    for (let column = 0; column < columns.length; column++) {
      const last = lastPlanned(lines[columns.line(column)], columns.way(column), columns.quarter(column));
      if (last === 0 || this.kept.has(column)) continue;
      const kept = this.addColumn(Math.min(last, columns.upper(column)));
      this.kept.set(column, kept);
      const terms: Term[] = [
        [kept, 1],
        [column, -1],
      ];
      this.addAtMost(terms, 0);
    }
  }

  private orderBookings(): void {
    if (this.ordered) return;
    this.ordered = true;
    this.part.lines.forEach(({ line, shared }, index) => {
      if (shared && !line.home) this.bookings.addOrder(index);
    });
  }
}

function merged(terms: readonly Term[]): Term[] {
  const sums = new Map<number, number>();
  for (const [column, amount] of terms) sums.set(column, (sums.get(column) ?? 0) + amount);
  return [...sums].filter(([, amount]) => amount !== 0);
}
