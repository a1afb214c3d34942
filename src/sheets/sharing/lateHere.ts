/** A first submission is late where this office has already balanced what the others sent. */
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Reading } from "../reading";
import { actionOf, digestsOf } from "../record/runRecord";

export function lateHere({ reading, earlier }: { readonly reading: Reading; readonly earlier: EarlierOutputs }): boolean {
  const balanced = earlier.record?.runs.some((run) => actionOf(run) === "balance" && digestsOf(run).has("Received capacity"));
  return balanced === true && reading.receipts.some(({ kind }) => kind === "Received capacity");
}
