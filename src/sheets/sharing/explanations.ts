/** Explanations travel with the rows they explain, and are found again where the upper office finds the same problem. */
import type { Sheet } from "../../workbook/workbook";
import { isReceivedKind } from "../inputs/received";
import type { Problem, Reading, SheetReceipt } from "../reading";
import { problemSentence } from "../table/problemSentence";
import { besideRow } from "./besideRow";
import { textIn, type FieldCells } from "./fieldCells";
import { senderOf } from "./receivedRows";

interface Found {
  readonly problem: Problem;
  /** The number of the row it stands in, and who sent the row; blank where that is not known. */
  readonly no: string;
  readonly sender: string;
}

/** The same rule of the same row, or the same sentence word for word in either language. */
function explanationOf({ problem, no, sender }: Found, explanations: readonly FieldCells[]): string | undefined {
  const candidates = explanations.filter(
    (cells) => textIn(cells, "rule") === problem.rule && (sender === "" || senderOf(cells) === "" || senderOf(cells) === sender),
  );
  if (candidates.length === 0) return undefined;
  const sentences: readonly string[] = [problemSentence(problem, "zh-CN"), problemSentence(problem, "en")];
  const fits = (cells: FieldCells): boolean => (no !== "" && textIn(cells, "no") === no) || sentences.includes(textIn(cells, "problem"));
  const text = textIn(candidates.find(fits) ?? new Map(), "explanation");
  return text === "" ? undefined : text;
}

/** Problems of rows that lower offices sent, with what those offices explained of them. */
export function explainedBelow(
  problems: readonly Problem[],
  explanations: readonly FieldCells[],
  { receipts, sheets }: { readonly receipts: readonly SheetReceipt[]; readonly sheets: readonly Sheet[] },
): readonly Problem[] {
  if (explanations.length === 0) return problems;
  const received = new Set(receipts.filter(({ kind }) => kind !== undefined && isReceivedKind(kind)).map(({ sheet }) => sheet));
  const beside = besideRow({ receipts }, sheets);
  return problems.map((problem) => {
    if (problem.severity !== "explain" || problem.explanation !== undefined || !received.has(problem.sheet)) return problem;
    const sender = senderOf(new Map([["origin", beside(problem, "origin")]]));
    const explanation = explanationOf({ problem, no: beside(problem, "no"), sender }, explanations);
    return explanation === undefined ? problem : { ...problem, explanation };
  });
}

/**
 * Rules that look at what a row says, not at how much of it there is. A submission holds only what is open and what remains, so the
 * others (a need beyond all capacity, a load above 95 % …) are found in it where at home there was nothing to explain.
 */
const OF_WHOLE_ROWS: ReadonlySet<string> = new Set(["W02", "W03", "E15"]);

/** Problems of a submission that are found again and that nobody has explained. */
export function unexplained(reading: Reading, sheets: readonly Sheet[]): readonly Problem[] {
  const beside = besideRow(reading, sheets);
  return reading.problems.filter(
    (problem) =>
      OF_WHOLE_ROWS.has(problem.rule) &&
      explanationOf({ problem, no: beside(problem, "no"), sender: "" }, reading.shared.explanations) === undefined,
  );
}
