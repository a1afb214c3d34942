/** Lines whose windows share a quarter: columns and rows that say which cell a delivery is booked to. */
import { book, bookingOrder } from "../booking";
import type { GrowingModel, Term } from "../linear/growingModel";
import type { Part } from "../step/step";

/** Per window of a line: its booking columns by quarter. */
type Bookings = readonly ReadonlyMap<number, number>[];

export class BookingColumns {
  private readonly ofLine = new Map<number, Bookings>();
  /** Yes/no columns: is a cell full by the end of a quarter. */
  private readonly full: { full: number; soFar: readonly number[]; open: number }[] = [];

  constructor(
    private readonly model: GrowingModel,
    private readonly part: Part,
  ) {}

  /** What is delivered by these columns of a line in a quarter is booked to its cells, to each no more than is open. */
  add(line: number, columns: readonly number[]): void {
    const { windows, open } = this.part.lines[line];
    const quarterOf = (column: number): number => this.part.columns.quarter(column);
    const served = [...new Set(columns.map(quarterOf))].sort((a, b) => a - b);
    const bookings = windows.map(({ first, last }, cell) => {
      const inside = served.filter((quarter) => first <= quarter && quarter <= last);
      return new Map(inside.map((quarter) => [quarter, this.model.addColumn(open[cell])]));
    });
    this.ofLine.set(line, bookings);
    bookings.forEach((quarters, cell) => this.model.addAtMost([...quarters.values()].map(once), open[cell]));
    for (const quarter of served) {
      const delivered = columns.filter((column) => quarterOf(column) === quarter).map(once);
      const booked = bookings.flatMap((quarters) => (quarters.has(quarter) ? [[quarters.get(quarter) ?? 0, -1] as const] : []));
      this.model.addRow([...delivered, ...booked], 0, 0);
    }
  }

  /** The booking columns of one cell. */
  ofCell(line: number, cell: number): readonly number[] {
    return [...(this.ofLine.get(line)?.[cell].values() ?? [])];
  }

  /** Calls back for every booking column there is. */
  forEach(visit: (booking: { column: number; line: number; window: number; quarter: number }) => void): void {
    for (const [line, windows] of this.ofLine)
      windows.forEach((quarters, window) => quarters.forEach((column, quarter) => visit({ column, line, window, quarter })));
  }

  /**
   * The booking rule: in a quarter nothing goes to a cell while one that is served before it is open. A yes/no column
   * tells, per cell and quarter, whether the cell is full by the end of the quarter.
   */
  addOrder(line: number): void {
    const { windows, open } = this.part.lines[line];
    const bookings = this.ofLine.get(line);
    if (!bookings) return;
    const order = bookingOrder(windows);
    order.forEach((earlier, position) => {
      for (const quarter of bookings[earlier].keys()) {
        const waiting = order
          .slice(position + 1)
          .flatMap((later) => (bookings[later].has(quarter) ? [{ column: bookings[later].get(quarter) ?? 0, open: open[later] }] : []));
        if (waiting.length === 0) continue;
        const full = this.model.addColumn(1);
        const soFar = [...bookings[earlier]].filter(([other]) => other <= quarter).map(([, column]) => column);
        this.full.push({ full, soFar, open: open[earlier] });
        this.model.addRow([...soFar.map(once), [full, -open[earlier]]], 0, Infinity);
        for (const later of waiting) {
          const terms: Term[] = [
            [later.column, 1],
            [full, -later.open],
          ];
          this.model.addAtMost(terms, 0);
        }
      }
    });
  }

  /** Fills in what the booking rule makes of the deliveries of each line. */
  fill(start: number[], deliveries: readonly (readonly number[])[]): void {
    for (const [line, bookings] of this.ofLine) {
      const { windows, open } = this.part.lines[line];
      for (const { cell, quarter, quantity } of book(windows, open, deliveries[line])) start[bookings[cell].get(quarter) ?? 0] += quantity;
    }
    for (const { full, soFar, open } of this.full) start[full] = soFar.reduce((sum, column) => sum + start[column], 0) >= open ? 1 : 0;
  }
}

function once(column: number): Term {
  return [column, 1];
}
