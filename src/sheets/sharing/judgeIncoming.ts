/**
 * The rules of identity: addressee and office (by code, name or former name), round, version. Addressed elsewhere: refused by
 * name. The same content again changes nothing. A higher version replaces; a lower or equal one with other content is refused.
 */
import type { CoverReading } from "../reading";
import type { NameIndex } from "../table/names";
import { headingText } from "../table/normalText";
import type { PlaceEntry } from "../inputs/places";
import type { Incoming, Refusal } from "./incoming";

/** What this office knows before it looks at a file. */
export interface Here {
  readonly office: string;
  readonly cover: CoverReading;
  /** Keys of the plan's quarters; undefined where this office states none. */
  readonly quarters: readonly string[] | undefined;
  /** Do its sheets name quarters already? Then a workbook without dates has no place beside them. */
  readonly dated: boolean;
  readonly places: NameIndex<PlaceEntry>;
  /** Is there a list of places of this office's own? Without one, whoever reports is taken. */
  readonly listed: boolean;
  readonly known: ReadonlyMap<string, KnownSubmission>;
}

export interface KnownSubmission {
  readonly version: number;
  readonly checkCode: string;
}

export type Verdict =
  | { readonly kind: "take"; readonly office: string; readonly replaces: boolean }
  | { readonly kind: "duplicate"; readonly office: string }
  | { readonly kind: "refuse"; readonly office: string | undefined; readonly refusal: Refusal };

/** Of a return that an office filled in and handed back. */
export type Returned = Pick<Incoming, "office" | "officeCode" | "round" | "planStarts"> & { readonly from: string };

/** Without a refusal it is taken. */
export function judgeReturned(returned: Returned, here: Here): { readonly office?: string; readonly refusal?: Refusal } {
  if (!isHere(returned.from, here)) return { refusal: { kind: "addressed elsewhere", sendTo: returned.from, here: here.office } };
  const office = officeOf(returned, here);
  if (office === undefined) return { refusal: { kind: "unknown office", office: returned.office, near: nearOf(returned.office, here) } };
  if (!sameRound(returned, here)) return { office, refusal: { kind: "other round", round: returned.round, here: here.cover.round ?? "" } };
  return { office };
}

export function judgeIncoming(incoming: Incoming, here: Here): Verdict {
  const refuse = (refusal: Refusal, office?: string): Verdict => ({ kind: "refuse", office, refusal });
  if (incoming.office === "") return refuse({ kind: "no office" });
  if (incoming.sendTo !== "" && !isHere(incoming.sendTo, here))
    return refuse({ kind: "addressed elsewhere", sendTo: incoming.sendTo, here: here.office });
  const office = officeOf(incoming, here);
  if (office === here.office) return refuse({ kind: "own workbook", office });
  if (office === undefined) return refuse({ kind: "unknown office", office: incoming.office, near: nearOf(incoming.office, here) });
  if (!sameRound(incoming, here)) return refuse({ kind: "other round", round: incoming.round, here: here.cover.round ?? "" }, office);
  const beyond = quartersBeyond(incoming, here);
  if (beyond.length > 0) return refuse({ kind: "other plan", periods: beyond, here: here.quarters ?? [] }, office);
  const known = here.known.get(office);
  if (!known) return { kind: "take", office, replaces: false };
  if (known.checkCode === incoming.checkCode) return { kind: "duplicate", office };
  if (incoming.version <= known.version) return refuse({ kind: "old version", version: incoming.version, known: known.version }, office);
  return { kind: "take", office, replaces: true };
}

function isHere(text: string, { office, places }: Here): boolean {
  return text === office || places.entry(text)?.name === office || headingText(text) === headingText(office);
}

/** By name or former name, else by code. */
function officeOf({ office, officeCode }: Pick<Incoming, "office" | "officeCode">, { places, listed }: Here): string | undefined {
  const found = places.entry(office) ?? (officeCode === "" ? undefined : places.entry(officeCode));
  return found?.name ?? (listed ? undefined : office);
}

function nearOf(office: string, { places }: Here): readonly string[] {
  const found = places.find(office);
  return found.kind === "unknown" ? found.near : found.kind === "ambiguous" ? found.names : [];
}

/** Rounds are compared where both offices wrote one; else the plan's quarters decide. */
function sameRound({ round, planStarts }: Pick<Incoming, "round" | "planStarts">, { cover }: Here): boolean {
  const own = cover.round ?? "";
  const named = (text: string, starts: string): boolean => text !== "" && text !== starts;
  return !named(round, planStarts) || !named(own, cover.planStarts) || headingText(round) === headingText(own);
}

/** Quarters that are not of this office's plan; a plan without dates fits only its like. */
function quartersBeyond({ quarters }: Incoming, here: Here): readonly string[] {
  if (quarters[0] === "any") return here.dated ? quarters : [];
  return quarters.filter((key) => here.quarters?.includes(key) === false);
}
