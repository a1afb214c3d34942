/** A submission as rows, before it is laid out: what one office sends to the office above, sheet by sheet. */
import type { LaterGoal } from "../../engine/model";
import type { InputKind, SheetLanguage } from "../reading";
import { checkCode } from "../record/digest";
import { fieldCells, type FieldCells } from "./fieldCells";
import { recordsDigest } from "./recordsDigest";

/** Kinds of sheets of a submission beside its Cover, in their order. */
export const SUBMISSION_KINDS = [
  "Demand", "Capacity", "Places", "Distances", "Factories", "Equipment", "Products", "Standing agreements", "Last year", "Rejections",
  "Replies", "Settled below", "Explanations",
] as const satisfies readonly InputKind[]; // prettier-ignore
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

export type SubmissionRows = ReadonlyMap<SubmissionKind, readonly FieldCells[]>;

/** Who sends what to whom. Texts as they stand on the Cover; blank where nobody wrote any. */
export interface SubmissionCover {
  readonly office: string;
  readonly officeCode: string;
  readonly sendTo: string;
  readonly round: string;
  readonly planStarts: string;
  readonly quarters: number;
  readonly version: number;
  readonly preparedBy: string;
  readonly checkedBy: string;
  readonly responsible: string;
  readonly date: string;
  readonly goals: readonly LaterGoal[];
  /** Of the unresolved quantities, by unit family, in words. */
  readonly quantities: string;
  /** Balanced by the office itself, or on arrival above. */
  readonly balanced: "at home" | "on arrival";
}

export interface Submission {
  readonly cover: SubmissionCover;
  readonly rows: SubmissionRows;
  /** How quantities are keyed: on Demand, and on Capacity and everything settled. */
  readonly periods: { readonly demand: readonly string[]; readonly quarters: readonly string[] };
  readonly language: SheetLanguage;
  readonly checkCode: string;
}

/** The check code of what a submission (or a return) says: rows by field, whatever program saved them in whatever order of columns. */
export function contentCode(cover: FieldCells, rows: ReadonlyMap<string, readonly FieldCells[]>): string {
  const digests = new Map([["Cover", recordsDigest([cover])]]);
  for (const [kind, records] of rows) if (records.length > 0) digests.set(kind, recordsDigest(records));
  return checkCode(digests);
}

/** The Cover's cells for the digest: as texts, because other programs turn numbers into texts and back. */
export function textCells(entries: readonly (readonly [string, string | number])[]): FieldCells {
  return fieldCells(entries.map(([field, value]) => [field, String(value)]));
}
