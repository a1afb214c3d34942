/** Every kind of fault with every code that a sweep tries, once and from then on. */
import type { Fault, FaultKind } from "./fault";

/** Codes a sync may fail with. */
export const CODES = [
  "GeneralException",
  "AccessDenied",
  "InvalidOperationInCellEditMode",
  "RequestAborted",
  "ItemNotFound",
  "ResponsePayloadSizeLimitExceeded",
  "InvalidSelection",
  "HostIsBusy",
];

/** How much of a batch runs before it breaks off, tenth by tenth; a half stands for itself. */
export const CUTS = [1, 2, 3, 4, 6, 7, 8, 9].map((tenths) => tenths / 10);

export type FaultGiven = Pick<Fault, "kind" | "code" | "persistent" | "share">;

const KINDS: readonly (readonly [FaultKind, string, number])[] = [
  ...CODES.flatMap((code): [FaultKind, string, number][] => [
    ["fail", code, 0],
    ["half", code, 0.5],
  ]),
  ...CUTS.map((share): [FaultKind, string, number] => ["half", "ItemNotFound", share]),
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
