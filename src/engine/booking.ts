/**
 * Windows, and the rule by which the deliveries of one line are booked to its cells: quarter by quarter, to the open cell
 * whose window ends first, then begins last, then dated before `any`, then the earlier. (Earliest deadline first: with
 * windows that are runs of quarters it books as much as any other way could.)
 */
import type { Demand, Horizon, Period } from "./model";

/** The quarters of a cell, cut to the horizon, and the quarter it asks for (undefined: none in particular). */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly due: number | undefined;
  readonly dated: boolean;
}

/** The window of one demand cell. First > last where the horizon holds no quarter of it. */
export function windowOf(period: Period, demand: Pick<Demand, "early" | "late">, horizon: Horizon): Window {
  const end = horizon.quarters - 1;
  if (period.kind === "undated") return { first: 0, last: end, due: undefined, dated: false };
  if (period.kind === "quarter") {
    const { quarter } = period;
    return { first: Math.max(0, quarter - demand.early), last: Math.min(end, quarter + demand.late), due: quarter, dated: true };
  }
  const january = firstQuarterOf(period.year, horizon);
  const first = Math.max(0, january);
  return { first, last: Math.min(end, january + 3), due: first, dated: false };
}

/** The first quarter of a calendar year, counted from the start of the plan; before it where negative. */
export function firstQuarterOf(year: number, horizon: Horizon): number {
  return (year - horizon.firstYear) * 4 - (horizon.firstQuarter - 1);
}

/** The order in which open cells of one line are served: indices into `windows`. */
export function bookingOrder(windows: readonly Window[]): readonly number[] {
  const order: number[] = [];
  for (let index = 0; index < windows.length; index++) {
    let place = index;
    for (; place > 0 && goesBefore(windows[index], windows[order[place - 1]]); place--) order[place] = order[place - 1];
    order[place] = index;
  }
  return order;
}

function goesBefore(one: Window, other: Window): boolean {
  const difference =
    one.last - other.last || other.first - one.first || Number(other.dated) - Number(one.dated) || (one.due ?? 0) - (other.due ?? 0);
  return difference < 0;
}

/** One booked amount. */
export interface Booked {
  readonly cell: number;
  readonly quarter: number;
  readonly quantity: number;
}

/** Books deliveries (by quarter) to open cells; what finds no open cell is not booked. */
export function book(windows: readonly Window[], open: readonly number[], deliveries: readonly number[]): readonly Booked[] {
  return bookInOrder({ windows, order: bookingOrder(windows) }, open, deliveries);
}

/** The same where the order is known. */
export function bookInOrder(calendar: Served, open: readonly number[], deliveries: readonly number[]): readonly Booked[] {
  const booked: Booked[] = [];
  bookEach(calendar, open.slice(), { deliveries, visit: (cell, quarter, quantity) => booked.push({ cell, quarter, quantity }) });
  return booked;
}

/** Cells and the order in which they are served. */
interface Served {
  readonly windows: readonly Window[];
  readonly order: readonly number[];
}

interface Booking {
  readonly deliveries: readonly number[];
  readonly visit: (cell: number, quarter: number, quantity: number) => void;
}

/** Takes what is booked off what is left of each cell, and visits it. */
export function bookEach({ windows, order }: Served, left: number[], { deliveries, visit }: Booking): void {
  for (let quarter = 0; quarter < deliveries.length; quarter++) {
    let rest = deliveries[quarter];
    for (const cell of order) {
      if (rest === 0) break;
      if (left[cell] === 0 || windows[cell].first > quarter || windows[cell].last < quarter) continue;
      const quantity = Math.min(rest, left[cell]);
      left[cell] -= quantity;
      rest -= quantity;
      visit(cell, quarter, quantity);
    }
  }
}

/** Does any of these windows hold the quarter? */
export function isOpenIn(windows: readonly Window[], quarter: number): boolean {
  for (const { first, last } of windows) if (first <= quarter && quarter <= last) return true;
  return false;
}

/** Do any two of these windows share a quarter? Then which cell a delivery belongs to is a matter of the booking rule. */
export function overlapping(windows: readonly Window[]): boolean {
  return windows.some((one, a) => windows.some((other, b) => a < b && one.first <= other.last && other.first <= one.last));
}
