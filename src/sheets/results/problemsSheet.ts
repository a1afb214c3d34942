/** The Problems sheet · 检查结果: every problem with its cell, its rule and its sentence; the clerk explains in the last column. */
import { problemSentence } from "../table/problemSentence";
import type { CellValue } from "../../workbook/workbook";
import type { EarlierOutput } from "../table/earlierOutput";
import { codeUnitOrder } from "../table/naturalOrder";
import { problemsTable, severityNames, type ProblemField } from "../outputs";
import { problemAddress } from "../table/problemAddress";
import type { Problem, Severity, SheetLanguage } from "../reading";
import { draftSheet, type SheetDraft } from "../table/sheetDraft";

export interface ProblemsInput {
  readonly problems: readonly Problem[];
  readonly language: SheetLanguage;
  readonly earlier: EarlierOutput | undefined;
}

export function problemsSheet({ problems, language, earlier }: ProblemsInput): Generator<void, SheetDraft> {
  return draftSheet<Problem, ProblemField>({
    ...{ table: problemsTable, language, periods: [], rows: inOrder(problems), numberFields: ["sheet", "cell", "rule"] },
    cells: { cell: (field) => (problem) => problemCell(problem, field, { language, earlier }), quantity: () => 0 },
  });
}

/** Must-fix first, then what needs an explanation, then hints; within each as found. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      codeUnitOrder(a.rule, b.rule) ||
      codeUnitOrder(a.sheet, b.sheet) ||
      (a.row ?? -1) - (b.row ?? -1) ||
      (a.column ?? -1) - (b.column ?? -1),
  );
}
const RANK: Readonly<Record<Severity, number>> = { "must fix": 0, explain: 1, hint: 2 };

function problemCell(
  problem: Problem,
  field: ProblemField,
  { language, earlier }: { language: SheetLanguage; earlier: EarlierOutput | undefined },
): CellValue {
  switch (field) {
    case "severity":
      return severityNames[problem.severity][language];
    case "sheet":
      return problem.sheet;
    case "cell":
      return problemAddress(problem);
    case "rule":
      return problem.rule;
    case "problem":
      return problemSentence(problem, language);
    case "explanation":
      return problem.explanation ?? earlier?.cell(`${problem.sheet} ${problemAddress(problem)} ${problem.rule}`, "explanation") ?? null;
  }
}
