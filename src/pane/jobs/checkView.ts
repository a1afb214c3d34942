import { problemsJson } from "../../actions/resultJson";
import { stopping } from "../../actions/readWorkbook";
import type { Problem, Reading, SheetKind, SheetReceipt } from "../../sheets/reading";
import type { CheckView, ProblemView, ReceiptView } from "./views";

/** Where needs and capacity stand: the office's own, and what lower offices sent. */
const BALANCED: ReadonlySet<SheetKind> = new Set<SheetKind>(["Demand", "Capacity", "Received demand", "Received capacity"]);

/** More are on the sheet Problems. */
const MOST = 2_000;

/** What the Check tab and the Ready state draw of a reading; `ours`: the sheets that a name of ours points at. */
export function checkView(reading: Reading, problems: readonly Problem[], ours: ReadonlySet<string>): CheckView {
  const count = (wanted: Problem["severity"]): number =>
    problems.filter(({ severity, explanation }) => severity === wanted && explanation === undefined).length;
  const mustFix = problems.filter((problem) => problem.severity === "must fix");
  const rows = new Set(mustFix.map((problem) => `${problem.sheet}\n${problem.row ?? ""}`));
  const { quarters } = reading.keys;
  return {
    office: reading.cover.office,
    ...{ from: quarters[0] ?? "any", to: quarters[quarters.length - 1] ?? "any" },
    problems: problemViews(problems),
    ...{ mustFix: mustFix.length, explain: count("explain"), hints: count("hint") },
    rowsToLeaveOut: mustFix.length > 0 && !stopping(reading, true) ? rows.size : 0,
    receipts: reading.receipts.map((receipt) => receiptView(receipt, ours.has(receipt.sheet))),
    factories: new Set(reading.situation.demands.map(({ factory }) => factory)).size,
    laterGoals: reading.situation.laterGoals,
    anything: reading.receipts.some(({ kind }) => kind !== undefined && BALANCED.has(kind)),
  };
}

function problemViews(problems: readonly Problem[]): readonly ProblemView[] {
  const chinese = problemsJson(problems, "zh-CN");
  return problemsJson(problems, "en")
    .slice(0, MOST)
    .map(({ severity, sheet, cell, text }, index) => ({ severity, sheet, cell, text: { "zh-CN": chinese[index].text, en: text } }));
}

function receiptView({ sheet, kind, columns, ...counts }: SheetReceipt, ours: boolean): ReceiptView {
  return {
    ...{ sheet, kind, ours },
    columns: columns.map(({ column, header, field, names }) => ({
      ...{ column, header },
      understood: field === undefined ? undefined : (names ?? { "zh-CN": field, en: field }),
    })),
    rows: { read: counts.rowsRead, hidden: counts.rowsHidden, notFilledIn: counts.rowsNotFilledIn, fromText: counts.numbersFromText },
  };
}
