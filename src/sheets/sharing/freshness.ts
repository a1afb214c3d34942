/** May what stands on the output sheets be sent? Only as a complete run wrote it, from inputs that have not changed since. */
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import { headingText } from "../table/normalText";
import { formTables } from "../forms/formTables";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Reading } from "../reading";
import type { RunRow } from "../record/runRecord";
import { verification } from "../record/verification";
import { statusWords } from "../table/words";

export type Staleness =
  | { readonly kind: "never balanced" }
  | { readonly kind: "incomplete" }
  /** Tabs whose content is not what the last run saw or wrote. */
  | { readonly kind: "changed since"; readonly sheets: readonly string[] };

export interface WorkbookSeen {
  readonly reading: Reading;
  readonly sheets: readonly Sheet[];
  readonly definedCells: readonly DefinedCell[];
  readonly earlier: EarlierOutputs;
}

/** The last run; undefined where nothing was ever run. */
export function lastRun({ record }: EarlierOutputs): RunRow | undefined {
  return record?.runs.at(-1);
}

/** Undefined where everything is as the last run left it. */
export function staleness({ reading, sheets, definedCells, earlier }: WorkbookSeen): Staleness | undefined {
  const seen = verification(reading, sheets, definedCells);
  if (!seen.run || !earlier.tables.has("Agreements")) return { kind: "never balanced" };
  if (seen.brokenOff) return { kind: "incomplete" };
  // The balance forms only look at the others, and a clerk may do without them.
  const forms = formTables.flatMap(({ kind, names }) => [tabOf(kind, earlier), names[reading.language]]);
  const words = new Set([...["Summary", "Problems", "Run record"].map((kind) => tabOf(kind, earlier)), ...forms]);
  const changed = new Set(seen.sheets.filter(({ sheet, state }) => state !== "same" && !words.has(sheet)).map(({ sheet }) => sheet));
  for (const { sheet } of seen.rows) changed.add(sheet);
  if (changed.size === 0 && repliesUnheard(reading, earlier)) changed.add(tabOf("Agreements", earlier));
  return changed.size > 0 ? { kind: "changed since", sheets: [...changed] } : undefined;
}

function tabOf(kind: string, { sheets }: EarlierOutputs): string {
  return [...sheets].find(([known]) => known === kind)?.[1].name ?? kind;
}

/** A reply that makes a row agreed or rejected, while the row's status says something else: the next balance has to hear it. */
function repliesUnheard({ situation }: Reading, { tables }: EarlierOutputs): boolean {
  const sheet = tables.get("Agreements");
  return situation.earlierAgreements.some(({ no, status }) => {
    const written = statusWords.get(headingText(sheet?.text(no, "status") ?? ""));
    return written !== undefined && written !== status;
  });
}
