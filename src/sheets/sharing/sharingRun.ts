/** The row that Submit and Receive add to the Run record: what the workbook's sheets say after them. */
import { atOnce } from "../../engine/slices";
import type { WrittenSheet } from "../../workbook/workbook";
import { goalNames } from "../../i18n/outputs";
import { goalsInOrder } from "../results/goalsInOrder";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { HighestNumbers } from "../table/numbering";
import { runRecordTable } from "../outputs";
import { ACTIONS, COMPLETE, digestsOf, type Action, type RecordedAgreement } from "../record/runRecord";
import { runRecordSheet } from "../record/runRecordSheet";
import type { FieldCells } from "./fieldCells";
import { lastRun, type WorkbookSeen } from "./freshness";
import { recordsDigest } from "./recordsDigest";

export interface SharingRun {
  readonly action: Action;
  readonly office: string;
  readonly otherOffice: string;
  readonly version: number;
  /** Of the submission that went up, or of the return that came. */
  readonly sentCode: string;
  readonly time: string | undefined;
}

export interface AfterRun {
  readonly sentUp: readonly FieldCells[];
  readonly agreements: readonly RecordedAgreement[];
  /** Digests of output sheets that the action wrote anew. */
  readonly digests?: ReadonlyMap<string, string>;
  readonly highest?: HighestNumbers;
}

/** The Run record with one row more. The check code printed on the sheets stays the last balance's. */
export function runOfSharing({ reading, earlier }: WorkbookSeen, run: SharingRun, after: AfterRun): WrittenSheet {
  const { language } = reading;
  const last = lastRun(earlier);
  const digests = new Map([...(last ? digestsOf(last) : []), ...(after.digests ?? [])]);
  digests.delete("Run record");
  digests.delete("Sent up");
  if (after.sentUp.length > 0) digests.set("Sent up", recordsDigest(after.sentUp));
  const goals = goalsInOrder(reading.situation).map((goal) => goalNames[goal][language]);
  return atOnce(
    runRecordSheet({
      ...{ language, record: earlier.record, agreements: after.agreements, footer: undefined, digests },
      title: `${reading.cover.office}${language === "en" ? ": " : ""}${runRecordTable.names[language]}`,
      name: earlier.sheets.get("Run record")?.name ?? runRecordTable.names[language],
      derived: reading.derived,
      highest: after.highest ?? earlier.record?.highest ?? new Map(),
      run: {
        action: ACTIONS[run.action][language],
        office: run.office,
        engine: last?.engine ?? "",
        goals: last?.goals ?? goals.join(language === "en" ? ", " : "、"),
        checkCode: last?.checkCode ?? "",
        proof: last?.proof ?? "",
        version: String(run.version),
        sendTo: run.otherOffice,
        sentCode: run.sentCode,
        complete: COMPLETE[language],
        time: run.time ?? "",
      },
    }),
  );
}

/** The agreement rows as the last run wrote them. */
export function agreementRowsAsWritten({ record }: EarlierOutputs): Pick<AfterRun, "agreements"> {
  return { agreements: [...(record?.agreements.values() ?? [])] };
}
