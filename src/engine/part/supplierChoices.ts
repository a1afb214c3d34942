/** Lots and lines that may not be split: a yes/no column tells whether a supplier takes part in a line at all. */
import type { GrowingModel, Term } from "../linear/growingModel";
import { pairsOf } from "../step/rules";
import type { Part } from "../step/step";

export class SupplierChoices {
  private readonly chosen: { take: number; columns: readonly number[] }[] = [];

  constructor(
    private readonly model: GrowingModel,
    private readonly part: Part,
  ) {}

  /** Adds the columns and rows of every line that has such a rule. */
  addAll(): void {
    for (const { line, pairs } of pairsOf(this.part)) {
      const { line: registered, total } = this.part.lines[line];
      const lot = registered.demand.inHouse ? 1 : (registered.product.minimumLot ?? 1);
      const whole = !registered.demand.maySplit;
      if (lot <= 1 && !whole) continue;
      const chosen = pairs.map((columns) => this.add(columns, { least: whole ? total : lot, lot, total }));
      if (whole)
        this.model.addAtMost(
          chosen.map((take) => [take, 1]),
          1,
        );
    }
  }

  /** If a supplier takes part by these columns, then with at least so much; returns the yes/no column. */
  private add(columns: readonly number[], { least, lot, total }: { least: number; lot: number; total: number }): number {
    const take = this.model.addColumn(1);
    this.chosen.push({ take, columns });
    const sum = columns.map((column): Term => [column, 1]);
    const room = columns.reduce((all, column) => all + this.part.columns.upper(column), 0);
    const most = Math.min(total, room);
    if (least > most || lot > most) this.model.upper[take] = 0;
    this.model.addRow([...sum, [take, -Math.max(least, 1)]], 0, Infinity);
    this.model.addAtMost([...sum, [take, -most]], 0);
    return take;
  }

  /** Fills in who takes part in a plan. */
  fill(start: number[], plan: readonly number[]): void {
    for (const { take, columns } of this.chosen) start[take] = columns.some((column) => plan[column] > 0) ? 1 : 0;
  }
}
