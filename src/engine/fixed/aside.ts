/**
 * What is kept out of a place's balancing because it is settled higher up: taken off the ledger when the place sits down, and
 * given back when it rises. What the office itself keeps out, for partners outside it, its explanations leave alone too.
 */
import type { Way } from "../register/eligibility";
import { asItStands, close, take, type Table } from "../ledger";
import type { Line } from "../register/lines";

/** Takes something off a table, or gives it back. */
type Keep = (table: Table, sign: 1 | -1) => void;

export class Aside {
  /** Numbers of the standing agreements that keep some of an open cell, by its position in the ledger. */
  readonly keptFor = new Map<number, string[]>();
  private readonly kept: Keep[] = [];

  constructor(private readonly table: Table) {}

  /** Keeps out so much of an open cell, where it is for a standing agreement with its number. */
  keepOpen(line: Line, cell: number, { quantity, agreement }: { quantity: number; agreement?: string }): void {
    this.keep(({ open }, sign) => close(open, line, cell, sign * quantity));
    if (agreement === undefined) return;
    const position = line.firstCell + cell;
    this.keptFor.set(position, [...(this.keptFor.get(position) ?? []), agreement]);
  }

  /** Keeps out what a quantity uses of a way's rows in a quarter. */
  keepFree(way: Way, { quarter, quantity, quarters }: { quarter: number; quantity: number; quarters: number }): void {
    this.keep(({ free }, sign) => take(free, way, quarter, sign * quantity, quarters));
  }

  giveBack(): void {
    for (const keep of this.kept) keep(this.table, -1);
  }

  /** What is left of a table without what was kept out: the table itself where that was nothing. */
  without<Kept extends Table>(table: Kept): Kept {
    if (this.kept.length === 0) return table;
    const left = { ...table, ...asItStands(table) };
    for (const keep of this.kept) keep(left, 1);
    return left;
  }

  private keep(keep: Keep): void {
    keep(this.table, 1);
    this.kept.push(keep);
  }
}
