/** Return: after the balance, one workbook for each office that submitted. */
import type { Language } from "../i18n/language";
import { returnName } from "../i18n/sharing";
import { composeReturns } from "../sheets/sharing/composeReturns";
import { staleness, type Staleness } from "../sheets/sharing/freshness";
import { layReturn } from "../sheets/sharing/layReturn";
import type { Returned } from "../sheets/sharing/returned";
import { isNothing } from "../sheets/sharing/sentUp";
import type { Workbook } from "../workbook/workbook";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import { readWorkbook } from "./readWorkbook";
import { CalledOff, rests, type RunControl } from "./solverDoors";
import type { SharedFile } from "./submitUpward";

export interface ReturnOptions extends RunControl {
  readonly language: Language;
}

/** What goes back to one office. */
export interface OneReturn {
  readonly office: string;
  readonly checkCode: string;
  readonly agreements: number;
  readonly unresolved: number;
  readonly file: SharedFile;
}

export type ReturnOutcome =
  | { readonly kind: "done"; readonly returns: readonly OneReturn[] }
  | { readonly kind: "stale"; readonly why: Staleness }
  /** What this office sent up has not come back: what it could return is not settled. */
  | { readonly kind: "still above" }
  | { readonly kind: "nobody submitted" }
  | { readonly kind: "called off" };

/** Reads only; the workbook stays as it is. */
export async function returnResults(workbook: Workbook, options: ReturnOptions): Promise<ReturnOutcome> {
  try {
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const why = staleness(read);
    if (why) return { kind: "stale", why };
    if (!isNothing(read.reading.shared.sentUp)) return { kind: "still above" };
    const { offices, returnTo } = composeReturns(read);
    if (offices.length === 0) return { kind: "nobody submitted" };
    const rest = rests(options);
    const done: OneReturn[] = [];
    for (const office of offices) {
      await rest({ stage: "returning", place: office, done: done.length, total: offices.length });
      const returned = returnTo(office);
      const count = (kind: "Agreements" | "Unresolved"): number => returned.rows.get(kind)?.length ?? 0;
      const counts = { agreements: count("Agreements"), unresolved: count("Unresolved") };
      done.push({ office, checkCode: returned.checkCode, ...counts, file: await fileOf(returned) });
    }
    return { kind: "done", returns: done };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

async function fileOf(returned: Returned): Promise<SharedFile> {
  const workbook = blankXlsx();
  await workbook.write(layReturn(returned));
  const text = new Map(returned.cover);
  const round = String(text.get("round") || text.get("planStarts"));
  const facts = { office: returned.office, round, returnNo: Number(text.get("returnNo")) };
  return { name: returnName[returned.language](facts), bytes: workbook.bytes() };
}
