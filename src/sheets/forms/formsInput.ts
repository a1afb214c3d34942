import type { Situation } from "../../engine/model";
import type { Sheet } from "../../workbook/workbook";
import type { OutputKind, Reading } from "../reading";
import type { Lookup } from "../results/lookup";
import type { EarlierOutput } from "../table/earlierOutput";
import type { SheetDraft } from "../table/sheetDraft";
import { DraftColumns } from "./draftColumns";

/** What the balance forms are made of. */
export interface FormsInput {
  readonly reading: Reading;
  /** What the rows of the drafts are of. */
  readonly situation: Situation;
  readonly lookup: Lookup;
  /** The workbook's sheets as they were read. */
  readonly sheets: readonly Sheet[];
  /** The sheets that are written with the forms, and the tabs on which they will stand. */
  readonly drafts: ReadonlyMap<OutputKind, SheetDraft>;
  readonly tabs: ReadonlyMap<OutputKind, string>;
  readonly earlier: ReadonlyMap<OutputKind, EarlierOutput>;
}

export function draftIn<Field extends string>({ drafts, tabs }: FormsInput, kind: OutputKind): DraftColumns<Field> {
  const [draft, tab] = [drafts.get(kind), tabs.get(kind)];
  if (!draft || tab === undefined) throw new RangeError(`no ${kind} is written`);
  return new DraftColumns(draft, tab);
}

/** A row of a form takes some tenths of a millisecond: so many between two yields. */
export const FORM_ROWS_AT_ONCE = 100;
