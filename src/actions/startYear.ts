/** Start a new year: makes next year's workbook from an old one, which is not written. */
import { yearFileName } from "../i18n/starting";
import type { Language } from "../i18n/language";
import { newYearOpening } from "../sheets/sharing/newYearOpening";
import { openingSheets } from "../sheets/sharing/openingSheets";
import { startText } from "../sheets/templates/quarterHeadings";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { readWorkbook, stopping } from "./readWorkbook";
import { CalledOff, report, type RunControl } from "./solverDoors";
import type { StartOutcome } from "./startRound";

export interface YearFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The first quarter of the new plan, `1957Q4`. */
  readonly planStarts: string;
  /** Rows of Last year: what was settled, by supplier, buyer and product. */
  readonly settled: number;
  readonly needs: number;
  readonly capacities: number;
}

export async function startYear(
  workbook: Workbook,
  options: RunControl & { readonly language: Language },
): Promise<StartOutcome<YearFile>> {
  try {
    const { reading, sheets } = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    if (stopping(reading, false)) return { kind: "must fix", reading, problems: reading.problems };
    const opening = newYearOpening(reading, sheets);
    if (!opening) return { kind: "cannot start", why: "no plan", reading };
    report(options, { stage: "writing" });
    const file = blankXlsx();
    await file.write(openingSheets(opening));
    const { records, plan } = opening;
    const made: YearFile = {
      name: yearFileName[reading.language]({ office: reading.cover.office, planStarts: startText(plan) }),
      bytes: file.bytes(),
      planStarts: startText(plan),
      settled: records["Last year"]?.length ?? 0,
      needs: records.Demand?.length ?? 0,
      capacities: records.Capacity?.length ?? 0,
    };
    return { kind: "done", made, reading };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}
