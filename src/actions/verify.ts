/** Verify: says whether the agreements of a workbook belong to its inputs, or what changed since the last run. Writes nothing. */
import { verification, type Verification } from "../sheets/record/verification";
import type { Language } from "../i18n/language";
import type { Reading } from "../sheets/reading";
import type { Workbook } from "../workbook/workbook";
import { readWorkbook } from "./readWorkbook";
import { CalledOff, type RunControl } from "./solverDoors";

export type VerifyOutcome =
  { readonly kind: "done"; readonly verification: Verification; readonly reading: Reading } | { readonly kind: "called off" };

export async function verify(workbook: Workbook, options: RunControl & { readonly language: Language }): Promise<VerifyOutcome> {
  try {
    const { reading, sheets, definedCells } = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    return { kind: "done", reading, verification: verification(reading, sheets, definedCells) };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}
