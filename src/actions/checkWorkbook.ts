/** Check: reads a workbook and lists its problems; balances nothing. */
import type { Problem, Reading } from "../sheets/reading";
import { writeProblems } from "../sheets/writeResult";
import type { Workbook } from "../workbook/workbook";
import { readWorkbook, stopping } from "./readWorkbook";
import { sharingStanding, type SharingStanding } from "./sharingStanding";
import { CalledOff, type RunControl } from "./solverDoors";
import type { Language } from "../i18n/language";

export interface CheckOptions extends RunControl {
  readonly language: Language;
  /** Also write the Problems sheet. */
  readonly write: boolean;
}

export type CheckOutcome =
  | {
      readonly kind: "done";
      readonly mustFix: boolean;
      readonly reading: Reading;
      readonly problems: readonly Problem[];
      readonly standing: SharingStanding;
    }
  | { readonly kind: "called off" };

export async function checkWorkbook(workbook: Workbook, options: CheckOptions): Promise<CheckOutcome> {
  try {
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const { reading, earlier } = read;
    if (options.write) await workbook.write(writeProblems(reading, earlier));
    return { kind: "done", mustFix: stopping(reading, false), reading, problems: reading.problems, standing: sharingStanding(read) };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}
