/** Which entries of the ledger use each capacity cell (row × quarters + quarter), as positions in their order. */
import { Buckets } from "../buckets";
import type { Entry, Ledger } from "../ledger";

/** Entries looked at between two yields. */
const SLICE = 8_192;

export function* workOnCells(
  { entries, free, register: { quarters } }: Ledger,
  counts: (entry: Entry) => boolean,
): Generator<void, Buckets> {
  const keys: number[] = [];
  const positions: number[] = [];
  for (let position = 0; position < entries.length; position++) {
    if (position % SLICE === SLICE - 1) yield;
    const entry = entries[position];
    if (!counts(entry)) continue;
    const { quantities, way } = entry;
    if (!way) continue;
    for (let quarter = 0; quarter < quantities.length; quarter++) {
      if (quantities[quarter] === 0) continue;
      for (const row of way.rows) {
        keys.push(row * quarters + quarter);
        positions.push(position);
      }
    }
  }
  return new Buckets(keys, free.length, positions);
}
