/** The windows of lines, held once for all lines whose cells ask for the same periods with the same leave. */
import { bookingOrder, overlapping, windowOf, type Window } from "../booking";
import type { Demand, DemandCell, Horizon } from "../model";

export class Calendars {
  /** A tree: by leave to be early, by leave to be late, then by the period of one cell after the other. */
  private readonly known: Branch = { next: [] };

  constructor(private readonly horizon: Horizon) {}

  of(demand: Demand): Calendar {
    let branch = next(next(this.known, demand.early), demand.late);
    for (const cell of demand.cells) branch = next(branch, this.periodKey(cell));
    return (branch.calendar ??= calendarOf(demand.cells.map(({ period }) => windowOf(period, demand, this.horizon))));
  }

  /** Small numbers, by three what kind it is: also a year before the plan's first has one of its own. */
  private periodKey({ period }: DemandCell): number {
    if (period.kind === "undated") return 0;
    return period.kind === "quarter" ? 3 * period.quarter + 1 : 3 * (period.year - this.horizon.firstYear) + 2;
  }
}

interface Calendar {
  readonly windows: readonly Window[];
  /** Each of them as a list of its own. */
  readonly apart: readonly (readonly Window[])[];
  /** Their positions in the order in which cells are booked. */
  readonly order: readonly number[];
  /** Do any two of them share a quarter? */
  readonly shared: boolean;
}

interface Branch {
  readonly next: Branch[];
  calendar?: Calendar;
}

function next(branch: Branch, key: number): Branch {
  return (branch.next[key] ??= { next: [] });
}

export function calendarOf(windows: readonly Window[]): Calendar {
  return { windows, apart: windows.map((window) => [window]), order: bookingOrder(windows), shared: overlapping(windows) };
}
