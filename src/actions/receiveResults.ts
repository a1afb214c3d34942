/** Receive: takes the return of the office above into an office's own workbook. */
import type { Language } from "../i18n/language";
import type { ReturnRefusal } from "../i18n/sharingWords";
import type { Reading } from "../sheets/reading";
import { actionOf, type RunRow } from "../sheets/record/runRecord";
import { readReturn, type ReturnRead } from "../sheets/sharing/layReturn";
import { receiveInto } from "../sheets/sharing/receiveInto";
import { returnCode } from "../sheets/sharing/returned";
import { headingText } from "../sheets/table/normalText";
import { openWorkbookFile } from "../workbook/openWorkbookFile";
import { WorkbookError, type Sheet, type Workbook } from "../workbook/workbook";
import { incomingBudgets } from "../workbook/xlsx/budgets";
import { readWorkbook, type WorkbookRead } from "./readWorkbook";
import { CalledOff, report, type RunControl } from "./solverDoors";

export interface ReceiveOptions extends RunControl {
  readonly language: Language;
  readonly time?: string;
}

export type ReceiveOutcome =
  | {
      readonly kind: "done";
      readonly from: string;
      readonly agreements: number;
      readonly unresolved: number;
      readonly version: string;
      /** The workbook as it was before. */
      readonly reading: Reading;
    }
  /** The file of the return, not the workbook. */
  | { readonly kind: "unreadable"; readonly error: WorkbookError }
  /** This very return was taken before. */
  | { readonly kind: "unchanged"; readonly from: string }
  | { readonly kind: "refused"; readonly refusal: ReturnRefusal }
  | { readonly kind: "called off" };

/** Receiving the same return twice changes nothing. Faults of the workbook are WorkbookErrors. */
export async function receiveResults(workbook: Workbook, file: Uint8Array, options: ReceiveOptions): Promise<ReceiveOutcome> {
  try {
    const sheets = await sheetsOf(file);
    if (sheets instanceof WorkbookError) return { kind: "unreadable", error: sheets };
    const returned = readReturn(sheets);
    if (!returned) return { kind: "refused", refusal: { kind: "no return" } };
    const read = await readWorkbook(workbook, { withoutInvalid: false, language: options.language }, options);
    const from = returned.texts.get("from") ?? "";
    const refusal = refusalOf(returned, read);
    if (refusal) return { kind: "refused", refusal };
    const last = lastOf(read, "receive");
    if (last?.sentCode === returned.checkCode) return { kind: "unchanged", from };
    report(options, { stage: "writing" });
    const office = returned.texts.get("office") ?? read.reading.situation.office;
    await workbook.write(receiveInto({ seen: read, returned, office, time: options.time }));
    const count = (kind: "Agreements" | "Unresolved"): number => returned.rows.get(kind)?.length ?? 0;
    return {
      kind: "done",
      from,
      agreements: count("Agreements"),
      unresolved: count("Unresolved"),
      version: returned.texts.get("version") ?? "",
      reading: read.reading,
    };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}

async function sheetsOf(file: Uint8Array): Promise<readonly Sheet[] | WorkbookError> {
  try {
    const workbook = await openWorkbookFile(file, incomingBudgets);
    const sheets: Sheet[] = [];
    for (const { name } of await workbook.sheets()) sheets.push(await workbook.read(name));
    return sheets;
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
}

function lastOf({ earlier }: WorkbookRead, action: "submit" | "receive"): RunRow | undefined {
  return earlier.record?.runs.findLast((run) => actionOf(run) === action);
}

function refusalOf(returned: ReturnRead, read: WorkbookRead): ReturnRefusal | undefined {
  if (!returned.intact) return { kind: "changed on the way", stated: returned.checkCode, found: returnCode(returned.cover, returned.rows) };
  const sent = lastOf(read, "submit");
  const office = returned.texts.get("office") ?? "";
  const here = sent?.office ?? read.reading.situation.office;
  const code = read.reading.codes.get(read.reading.situation.office);
  const ours = headingText(office) === headingText(here) || (code !== undefined && code === returned.texts.get("officeCode"));
  if (!ours) return { kind: "for another office", office, here };
  if (!read.earlier.tables.has("Agreements")) return { kind: "never balanced" };
  const version = returned.texts.get("version") ?? "";
  if (sent && version !== "" && sent.version !== version) return { kind: "answers another version", version, sent: sent.version };
  const last = lastOf(read, "receive");
  const returnNo = Number(returned.texts.get("returnNo") ?? 0);
  if (last && last.sentCode !== returned.checkCode && Number(last.version) > returnNo)
    return { kind: "older return", returnNo, known: Number(last.version) };
  return undefined;
}
