/** What remains of capacity rows after the meetings under an office, in the rows' own steps. */
import type { Window } from "../../engine/booking";
import { wayOf, type Way } from "../../engine/register/eligibility";
import type { EarlierAgreement } from "../../engine/model";
import type { Register } from "../../engine/register/register";
import { capacitySteps } from "../results/cureFacts";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Reading } from "../reading";
import type { OpenRow } from "./openPart";
import { remainingAmounts } from "./outputAmounts";

/**
 * Amounts are added up in the finest unit of each row and rounded once at the end. The sheet says what remains in whole steps;
 * what was cut off there is found again from what the office's own agreements use, so that what was settled above comes back exactly.
 */
export class OpenRows {
  private readonly occupied: Float64Array;
  private readonly usedAbove: Float64Array;
  private readonly usedHere: Float64Array;

  constructor(
    private readonly reading: Reading,
    private readonly known: Register,
    private readonly given: { readonly earlier: EarlierOutputs; readonly asSent: boolean },
  ) {
    this.occupied = new Float64Array(known.rows.length * known.quarters);
    this.usedAbove = new Float64Array(this.occupied.length);
    this.usedHere = new Float64Array(this.occupied.length);
  }

  /** In-house work that stays in the house for now. */
  occupy(home: Way, windows: readonly Window[], open: readonly number[]): void {
    this.atHome(this.occupied, home, windows, open, 1);
  }

  /** Capacity that was freed because in-house work was handed over, above or here. */
  freed(home: Way, windows: readonly Window[], { above, here }: { above: readonly number[]; here: readonly number[] }): void {
    this.atHome(this.usedAbove, home, windows, above, -1);
    this.atHome(this.usedHere, home, windows, here, -1);
  }

  /** Capacity that a settled row uses here. */
  used(row: EarlierAgreement): void {
    const way = wayOf(this.known, row);
    const into = row.settledAbove === true ? this.usedAbove : this.usedHere;
    if (way) row.quantities.forEach((quantity, quarter) => this.add(into, way, quarter, quantity));
  }

  all(): ReadonlyMap<string, OpenRow> {
    const { rows, quarters } = this.known;
    const remaining = this.given.asSent ? new Map<string, ReadonlyMap<string, number>>() : remainingAmounts(this.given.earlier);
    const sent = this.reading.shared.sentUp.capacities;
    const keys = this.reading.keys.quarters;
    return new Map(
      rows.map(({ index, capacity, rate }) => {
        const steps = capacitySteps(capacity);
        const left = Array.from({ length: quarters }, (_, quarter) => {
          const units = (remaining.get(capacity.no)?.get(keys[quarter]) ?? 0) + (sent.get(capacity.no)?.get(keys[quarter]) ?? 0);
          return this.withoutAbove(Math.round(units * steps), index * quarters + quarter, rate.perRowStep);
        });
        const own = Array.from({ length: quarters }, (_, quarter) =>
          Math.ceil(this.occupied[index * quarters + quarter] / rate.perRowStep),
        );
        return [capacity.no, { remaining: left, own }];
      }),
    );
  }

  /** `left` was rounded down after everything was used; this is what would be left, rounded down, without what was settled above. */
  private withoutAbove(left: number, at: number, perStep: number): number {
    const above = this.usedAbove[at];
    if (above === 0) return left;
    const least = left * perStep + above;
    const cutOff = (((-this.usedHere[at] - least) % perStep) + perStep) % perStep;
    return Math.floor((least + cutOff) / perStep);
  }

  private atHome(into: Float64Array, home: Way, windows: readonly Window[], cells: readonly number[], sign: 1 | -1): void {
    windows.forEach(({ due }, cell) => {
      if (due !== undefined) this.add(into, home, due, sign * (cells[cell] ?? 0));
    });
  }

  private add(into: Float64Array, way: Way, quarter: number, quantity: number): void {
    way.rows.forEach((row, position) => {
      into[row * this.known.quarters + quarter] += quantity * way.perStep[position];
    });
  }
}
