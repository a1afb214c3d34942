/** Every kind of fault with every code that a sweep tries, once and from then on. */
import type { Fault, FaultKind } from "./fault";

const CODES = [
  "GeneralException",
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "RequestAborted",
  "ItemNotFound",
  "ResponsePayloadSizeLimitExceeded",
  "InvalidSelection",
  "HostIsBusy",
];

export type FaultGiven = Pick<Fault, "kind" | "code" | "persistent" | "share">;

const KINDS: readonly (readonly [FaultKind, string, number])[] = [
  ...CODES.flatMap((code): [FaultKind, string, number][] => [
    ["fail", code, 0],
    ["half", code, 0.5],
  ]),
  // Broken off at every tenth of the batch.
  ...[1, 2, 3, 4, 6, 7, 8, 9].map((tenths): [FaultKind, string, number] => ["half", "ItemNotFound", tenths / 10]),
  ["hang", "", 0],
  ["answer lost", "", 0],
];

export const FAULTS: readonly FaultGiven[] = KINDS.flatMap(([kind, code, share]) => [
  { kind, code, share, persistent: false },
  { kind, code, share, persistent: true },
]);

/** The faults to try at the `at`-th sync: all where FAULTS=all asks for them, else one in so many, another one at each sync. */
export function faultsAt(at: number, oneIn: number): readonly FaultGiven[] {
  return process.env.FAULTS === "all" ? FAULTS : FAULTS.filter((_, index) => (index + at) % oneIn === 0);
}
