/** What is open and what is free at one moment of one step; changed in place while rows are settled one after another. */
import type { Demand, Situation } from "../../src/engine/model";
import { bookingOrder, fine, windowOf } from "./reading";
import type { Reading, Way } from "./reading";

/** Quantities booked to cells: position of the cell, quarter of delivery, steps. */
export interface Booking {
  readonly cell: number;
  readonly quarter: number;
  readonly quantity: number;
}

export interface Ledger {
  /** Open steps by line number, one entry per cell. */
  readonly open: Map<string, number[]>;
  /** Free amounts by capacity number, one entry per quarter, in the row's fine scale. */
  readonly free: Map<string, bigint[]>;
}

export function freshLedger(situation: Situation): Ledger {
  return {
    open: new Map(situation.demands.map((line) => [line.no, line.cells.map((cell) => cell.quantity)])),
    free: new Map(
      situation.capacities.map((row) => [row.no, row.available.map((amount, q) => fine(row, amount) - fine(row, row.own[q] ?? 0))]),
    ),
  };
}

export function copyLedger(ledger: Ledger): Ledger {
  return {
    open: new Map([...ledger.open].map(([no, cells]) => [no, [...cells]])),
    free: new Map([...ledger.free].map(([no, cells]) => [no, [...cells]])),
  };
}

export function openOf(ledger: Ledger, line: string): number[] {
  const cells = ledger.open.get(line);
  if (!cells) throw new RangeError(`no line ${line}`);
  return cells;
}

export function freeOf(ledger: Ledger, capacity: string): bigint[] {
  const cells = ledger.free.get(capacity);
  if (!cells) throw new RangeError(`no capacity ${capacity}`);
  return cells;
}

/** Books up to `quantity` delivered in `quarter`; returns what was booked. */
export function book(reading: Reading, ledger: Ledger, line: Demand, delivery: { quarter: number; quantity: number }): Booking[] {
  const { horizon } = reading.situation;
  const open = openOf(ledger, line.no);
  const booked: Booking[] = [];
  let rest = delivery.quantity;
  for (const position of bookingOrder(line, horizon)) {
    const window = windowOf(line, line.cells[position], horizon);
    if (delivery.quarter < window.first || delivery.quarter > window.last) continue;
    const quantity = Math.min(rest, open[position]);
    if (quantity <= 0) continue;
    open[position] -= quantity;
    rest -= quantity;
    booked.push({ cell: position, quarter: delivery.quarter, quantity });
  }
  return booked;
}

/** How many steps a way can still take in a quarter. */
export function roomFor(ledger: Ledger, way: Way, quarter: number): number {
  let room = Number.MAX_SAFE_INTEGER;
  for (const use of way.uses) {
    const free = freeOf(ledger, use.capacity.no)[quarter];
    const steps = free <= 0n ? 0n : free / use.each;
    if (steps < BigInt(room)) room = Number(steps);
  }
  return room;
}

export function take(ledger: Ledger, way: Way, delivery: { quarter: number; quantity: number }): void {
  for (const use of way.uses) freeOf(ledger, use.capacity.no)[delivery.quarter] -= use.each * BigInt(delivery.quantity);
}

/** Handing in-house work over frees what its own factory would have used, in the quarter of the cell. */
export function release(reading: Reading, ledger: Ledger, line: Demand, bookings: readonly Booking[]): void {
  if (!line.inHouse) return;
  const home = reading.way(line.factory, line.product);
  if (!home) return;
  for (const booking of bookings) {
    const period = line.cells[booking.cell].period;
    if (period.kind === "quarter") take(ledger, home, { quarter: period.quarter, quantity: -booking.quantity });
  }
}
