/** A linear model that columns and rows are added to, one by one; what was added never goes. */
import type { LinearModel, Terms } from "./model";

/** One term of a row: its column, and what that is multiplied by. */
export type Term = readonly [column: number, coefficient: number];

export class GrowingModel implements LinearModel {
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly rows: Terms[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];

  get columns(): number {
    return this.upper.length;
  }

  /** Adds a column of 0 to `upper`; returns its position. */
  addColumn(upper: number): number {
    this.lower.push(0);
    this.upper.push(upper);
    return this.upper.length - 1;
  }

  /** Adds lower ≤ Σ terms ≤ upper. */
  addRow(terms: readonly Term[], lower: number, upper: number): void {
    this.rows.push({ column: terms.map(([column]) => column), coefficient: terms.map(([, coefficient]) => coefficient) });
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  addAtMost(terms: readonly Term[], upper: number): void {
    this.addRow(terms, -Infinity, upper);
  }
}
