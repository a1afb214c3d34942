/** What remains of capacity rows after the meetings under an office, in the rows' own steps. */
import type { Window } from "../../engine/booking";
import type { Way } from "../../engine/eligibility";
import type { EarlierAgreement } from "../../engine/model";
import type { Register } from "../../engine/register";
import { capacitySteps } from "../results/cureFacts";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Reading } from "../reading";
import type { OpenRow } from "./openPart";
import { remainingAmounts } from "./outputAmounts";

/** Amounts are added up in the finest unit of each row and rounded once at the end. */
export class OpenRows {
  private readonly occupied: Float64Array;
  private readonly usedAbove: Float64Array;

  constructor(
    private readonly reading: Reading,
    private readonly known: Register,
    private readonly given: { readonly earlier: EarlierOutputs; readonly asSent: boolean },
  ) {
    this.occupied = new Float64Array(known.rows.length * known.quarters);
    this.usedAbove = new Float64Array(this.occupied.length);
  }

  /** In-house work that stays in the house for now. */
  occupy(home: Way, windows: readonly Window[], open: readonly number[]): void {
    this.atHome(this.occupied, home, windows, open, 1);
  }

  /** Capacity that was freed because in-house work was handed over above. */
  giveBack(home: Way, windows: readonly Window[], above: readonly number[]): void {
    this.atHome(this.usedAbove, home, windows, above, -1);
  }

  /** Capacity that a row settled above uses here. */
  takeBack({ product, supplier, quantities }: EarlierAgreement): void {
    const way = this.known.ways.get(product)?.find(({ factory }) => factory === supplier);
    if (way) quantities.forEach((quantity, quarter) => this.add(this.usedAbove, way, quarter, quantity));
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
          return Math.floor(Math.round(units * steps) + this.usedAbove[index * quarters + quarter] / rate.perRowStep);
        });
        const own = Array.from({ length: quarters }, (_, quarter) =>
          Math.ceil(this.occupied[index * quarters + quarter] / rate.perRowStep),
        );
        return [capacity.no, { remaining: left, own }];
      }),
    );
  }

  private atHome(into: Float64Array, home: Way, windows: readonly Window[], cells: readonly number[], sign: 1 | -1): void {
    windows.forEach(({ due }, cell) => {
      if (due !== undefined) this.add(into, home, due, sign * cells[cell]);
    });
  }

  private add(into: Float64Array, way: Way, quarter: number, quantity: number): void {
    way.rows.forEach((row, position) => {
      into[row * this.known.quarters + quarter] += quantity * way.perStep[position];
    });
  }
}
