/** The Run record laid out: hidden, the sections first, the runs last, so that the sheet's last cell is the last run's "complete". */
import { goalNames } from "../../i18n/outputs";
import { proofSentence } from "../../i18n/summary";
import type { Goal, Proof } from "../../engine/model";
import type { PrintSetup, WrittenSheet } from "../../workbook/workbook";
import { codeUnitOrder } from "../table/naturalOrder";
import { runRecordTable } from "../outputs";
import type { SheetLanguage } from "../reading";
import type { Run } from "../results/resultInput";
import {
  ACTIONS,
  COMPLETE,
  recordDigest,
  runRecordRows,
  withHistory,
  withRun,
  type Recorded,
  type RunRecord,
  type RunRow,
} from "./runRecord";

export interface RunRecordInput extends Recorded {
  readonly name: string;
  readonly title: string;
  readonly footer: PrintSetup["footer"];
  readonly language: SheetLanguage;
  readonly record: RunRecord | undefined;
  readonly run: Omit<RunRow, "digests">;
  /** Of every sheet but the record itself. */
  readonly digests: ReadonlyMap<string, string>;
}

export interface RunFacts {
  readonly office: string;
  readonly goals: readonly Goal[];
  readonly checkCode: string;
  readonly proof: Proof;
}

/** With a yield now and then. */
export function* runRecordSheet({
  record,
  highest,
  derived,
  agreements,
  run,
  digests,
  ...page
}: RunRecordInput): Generator<void, WrittenSheet> {
  const { name, title, footer, language } = page;
  const numbers = [...highest].sort(([one], [other]) => codeUnitOrder(one, other));
  const own = yield* recordDigest({ agreements, derived, highest: numbers }, run);
  const runs = withRun(record?.runs ?? [], (before) => {
    const all = new Map([...digests, ["Run record", withHistory(own, before)]]);
    return { ...run, digests: digestLines(all) };
  });
  const rows = yield* runRecordRows({ runs, agreements, derived, highest: numbers }, language);
  return {
    name,
    definedName: runRecordTable.definedName,
    visibility: "hidden",
    columns: [20, 20, 14, 30, 40, 14, 30, 10, 20, 14, 20, 10].map((width) => ({ width, style: "text" })),
    rows: [[title], ...rows],
    rowStyles: new Map([[0, "title"], [rows.length - runs.length, "header"]]), // prettier-ignore
    print: { landscape: true, footer },
  };
}

function digestLines(digests: ReadonlyMap<string, string>): string {
  const sorted = [...digests].sort(([one], [other]) => codeUnitOrder(one, other));
  return sorted.map(([sheet, digest]) => `${sheet}=${digest}`).join("\n");
}

/** The row of a balance. */
export function balanceRun(run: Run, { office, goals, checkCode, proof }: RunFacts, language: SheetLanguage): Omit<RunRow, "digests"> {
  const { firstUnproved } = proof;
  return {
    action: ACTIONS.balance[language],
    office,
    engine: run.engine,
    goals: goals.map((goal) => goalNames[goal][language]).join(language === "en" ? ", " : "、"),
    checkCode,
    proof: proofSentence[language]({
      ...proof,
      firstUnproved: firstUnproved && { goal: goalNames[firstUnproved.goal][language], place: firstUnproved.place },
    }),
    version: "",
    sendTo: "",
    sentCode: "",
    complete: COMPLETE[language],
    time: run.time ?? "",
  };
}
