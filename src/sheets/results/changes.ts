/**
 * What the last balance changed: every agreement row whose quantity differs from the plan that stood on the sheet before, with
 * its cause. Causes of a row's own (a refusal, the clerk's hand, a need or a capacity that changed) come first; what follows
 * from them names the row it follows from; the rest names the sheets that changed.
 */
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { AgreementRow, AgreementRows } from "./agreementRows";
import { inUnits } from "./agreementRows";
import { totalOf } from "./agreementsSheet";
import { ChangeCauses, type OwnCause } from "./changeCauses";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Lookup } from "./lookup";
import { naturalOrder } from "../table/naturalOrder";
import { outputTables } from "../outputs";
import type { Reading } from "../reading";
import { digestsOf, isComplete } from "../record/runRecord";

export type Cause =
  OwnCause | { readonly kind: "follows"; readonly no: string } | { readonly kind: "sheets"; readonly sheets: readonly string[] };

export interface Change {
  readonly no: string;
  readonly demandNo: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly unit: string;
  /** In the product's unit, all quarters; absent where nobody can tell any more, because the clerk changed the figures. */
  readonly before: number | undefined;
  readonly after: number;
  /** Only the quarters differ. */
  readonly moved: boolean;
  readonly cause: Cause;
}

export interface ChangeInput {
  readonly reading: Reading;
  readonly agreements: AgreementRows;
  readonly earlier: EarlierOutputs;
  readonly lookup: Lookup;
  readonly changedByHand: ReadonlySet<string>;
  readonly digests: ReadonlyMap<string, string>;
}

/** Undefined where there was no balance before. With a yield now and then. */
export function* changesSince(input: ChangeInput): Generator<void, readonly Change[] | undefined> {
  const { record, tables } = input.earlier;
  const run = record?.runs.findLast((row) => isComplete(row) && row.digests !== "");
  if (!run || !tables.has("Agreements")) return undefined;
  const found = yield* differing(input);
  if (found.length === 0) return [];
  const own = new ChangeCauses(input);
  const causes = new Map<string, Cause>();
  for (const row of found) {
    const cause = own.of(row);
    if (cause) causes.set(row.no, cause);
  }
  follow(found, causes);
  const sheets = inputsChanged(input, digestsOf(run));
  return found.map((row) => told(row, causes.get(row.no) ?? { kind: "sheets", sheets }, input.lookup));
}

/** Tabs of the input sheets that are not as the last run found them. */
function inputsChanged({ reading, digests }: ChangeInput, before: ReadonlyMap<string, string>): readonly string[] {
  const outputs = new Set<string>(outputTables.map(({ kind }) => kind));
  return reading.receipts.flatMap(({ kind, sheet }) =>
    kind === undefined || outputs.has(kind) || digests.get(kind) === before.get(kind) ? [] : [sheet],
  );
}

/** A row of both plans; `was` or `is` are zero where it is in one of them only. */
export interface Differing {
  readonly no: string;
  readonly demandNo: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly product: string;
  readonly was: readonly number[] | undefined;
  readonly is: readonly number[];
  readonly row: AgreementRow | undefined;
}

function* differing({ reading, agreements, earlier, changedByHand }: ChangeInput): Generator<void, readonly Differing[]> {
  const nothing = new Array<number>(reading.situation.horizon.quarters).fill(0);
  const inPlan = (status: string): boolean => status === "Proposed" || status === "Agreed";
  const now = new Map<string, AgreementRow>();
  for (const row of agreements.rows) now.set(row.no, row);
  const found: Differing[] = [];
  const known = new Set<string>();
  for (const row of reading.situation.earlierAgreements) {
    if (known.size % ROWS_AT_ONCE === 0) yield;
    const before = earlier.record?.agreements.get(row.no)?.status;
    const typed = before === undefined;
    const is = now.get(row.no);
    known.add(row.no);
    // A row typed without a number has one by now, and stands among the new rows.
    if (typed && !is) continue;
    const was = typed || changedByHand.has(row.no) ? undefined : inPlan(before) ? row.quantities : nothing;
    const after = is && inPlan(is.status) ? is.quantities : nothing;
    if (was?.every((quantity, quarter) => quantity === (after[quarter] ?? 0))) continue;
    found.push({ ...row, was, is: after, row: is });
  }
  for (const row of agreements.rows) {
    if (known.has(row.no) || !inPlan(row.status)) continue;
    found.push({ ...row, was: row.status === "Agreed" ? undefined : nothing, is: row.quantities, row });
  }
  return found.sort((one, other) => naturalOrder(one.demandNo, other.demandNo) || naturalOrder(one.no, other.no));
}

/** Gives rows without a cause of their own the nearest row they follow from: on the same line, or at the same supplier. */
function follow(found: readonly Differing[], causes: Map<string, Cause>): void {
  const beside = new Map<string, Differing[]>();
  for (const row of found)
    for (const key of keysOf(row)) {
      const known = beside.get(key);
      if (known) known.push(row);
      else beside.set(key, [row]);
    }
  let edge = found.filter(({ no }) => causes.has(no));
  while (edge.length > 0) {
    const next: Differing[] = [];
    for (const row of edge) {
      for (const key of keysOf(row)) {
        for (const other of beside.get(key) ?? []) {
          if (causes.has(other.no)) continue;
          causes.set(other.no, { kind: "follows", no: row.no });
          next.push(other);
        }
        beside.delete(key);
      }
    }
    edge = next;
  }
}

function keysOf({ demandNo, supplier }: Differing): readonly string[] {
  return [`line ${demandNo}`, `supplier ${supplier}`];
}

function told({ no, demandNo, supplier, buyer, product, was, is }: Differing, cause: Cause, { products }: Lookup): Change {
  const known = products.get(product);
  const total = (quantities: readonly number[]): number => (known ? inUnits(totalOf({ quantities }), known) : totalOf({ quantities }));
  const [before, after] = [was && total(was), total(is)];
  return { no, demandNo, supplier, buyer, product, unit: known?.unit.name ?? "", before, after, moved: before === after, cause };
}
