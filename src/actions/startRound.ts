/** Start a round: makes a workbook for every office directly below, from nothing. The workbook it starts from is not written. */
import { roundFileName } from "../i18n/starting";
import type { Language } from "../i18n/language";
import type { Problem, Reading, SheetKind } from "../sheets/reading";
import { countyOpenings, type CannotStart } from "../sheets/sharing/countyOpenings";
import { openingSheets } from "../sheets/sharing/openingSheets";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { readWorkbook } from "./readWorkbook";
import { CalledOff, report, type RunControl } from "./solverDoors";

export interface RoundFile {
  readonly office: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly factories: number;
}

export type StartOutcome<Made> =
  | { readonly kind: "done"; readonly made: Made; readonly reading: Reading }
  | { readonly kind: "must fix"; readonly reading: Reading; readonly problems: readonly Problem[] }
  | { readonly kind: "cannot start"; readonly why: CannotStart; readonly reading: Reading }
  | { readonly kind: "called off" };

/** What a round hands on: problems elsewhere (in needs, say) do not matter yet. */
const HANDED_ON: ReadonlySet<SheetKind | undefined> = new Set<SheetKind>([
  "Cover", "Places", "Distances", "Factories", "Equipment", "Products", "Standing agreements", "Last year",
]); // prettier-ignore

export async function startRound(
  workbook: Workbook,
  options: RunControl & { readonly language: Language },
): Promise<StartOutcome<readonly RoundFile[]>> {
  try {
    const { reading, sheets } = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const problems = problemsIn(reading, HANDED_ON);
    if (problems.length > 0) return { kind: "must fix", reading, problems };
    const openings = countyOpenings(reading, sheets);
    if (typeof openings === "string") return { kind: "cannot start", why: openings, reading };
    const made: RoundFile[] = [];
    for (const { office, factories, opening } of openings) {
      report(options, { stage: "writing" });
      const file = blankXlsx();
      await file.write(openingSheets(opening));
      made.push({
        office,
        factories,
        name: roundFileName[reading.language]({ office, round: String(opening.cover.round) }),
        bytes: file.bytes(),
      });
    }
    return { kind: "done", made, reading };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

/** Must-fix problems on sheets of these kinds. */
export function problemsIn({ problems, receipts }: Reading, kinds: ReadonlySet<SheetKind | undefined>): readonly Problem[] {
  const tabs = new Set(receipts.flatMap(({ kind, sheet }) => (kinds.has(kind) ? [sheet] : [])));
  return problems.filter(({ severity, sheet }) => severity === "must fix" && tabs.has(sheet));
}
