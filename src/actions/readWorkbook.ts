/** Reads every sheet of a workbook, and says what each was understood as. */
import { inSlices } from "../engine/slices";
import { locateOutputsInSteps, type EarlierOutputs } from "../sheets/record/locateOutputs";
import type { Reading } from "../sheets/reading";
import { readSituationInSteps } from "../sheets/readSituation";
import type { Language } from "../i18n/language";
import type { Progress } from "../i18n/progress";
import type { DefinedCell, Sheet, Workbook } from "../workbook/workbook";
import { report, rests, type RunControl } from "./solverDoors";

export interface ReadOptions {
  /** Leave rows with must-fix problems out. */
  readonly withoutInvalid: boolean;
  /** For what the workbook itself does not settle. */
  readonly language: Language;
  /** Looks at the sheets before they are understood; what it throws ends the reading. */
  readonly check?: (sheets: readonly Sheet[]) => void;
  /** Sheets that these defined names point at are not read. */
  readonly leave?: ReadonlySet<string>;
}

export interface WorkbookRead {
  readonly sheets: readonly Sheet[];
  readonly definedCells: readonly DefinedCell[];
  readonly reading: Reading;
  readonly earlier: EarlierOutputs;
}

export async function readWorkbook(workbook: Workbook, options: ReadOptions, control: RunControl): Promise<WorkbookRead> {
  const definedCells = await workbook.definedCells();
  const left = new Set(definedCells.flatMap(({ name, sheet }) => (options.leave?.has(name) ? [sheet] : [])));
  const names = (await workbook.sheets()).filter(({ name }) => !left.has(name));
  const sheets: Sheet[] = [];
  const rest = rests(control);
  for (const { name } of names) {
    const reading = (share: number): Progress => ({ stage: "reading", place: name, done: sheets.length + share, total: names.length });
    await rest(reading(0));
    sheets.push(await workbook.read(name, (done, total) => rest(reading(total === 0 ? 0 : done / total))));
  }
  options.check?.(sheets);
  report(control, { stage: "checking" });
  const checking = (): Promise<void> => rest({ stage: "checking" });
  const earlier = await inSlices(locateOutputsInSteps(sheets, definedCells), checking);
  const reading = await inSlices(readSituationInSteps(sheets, { ...options, definedCells, earlier }), checking);
  return { sheets, definedCells, reading, earlier };
}

/** Must-fix problems that stop a balance: all of them, or with leave those that leaving rows out does not heal. */
export function stopping({ problems, notInRows }: Reading, withoutInvalid: boolean): boolean {
  const mustFix = problems.some((problem) => problem.severity === "must fix");
  if (!withoutInvalid) return mustFix;
  return notInRows.length > 0;
}
