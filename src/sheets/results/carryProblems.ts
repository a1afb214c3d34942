/** Hints about the clerk's own hand on our sheets: rows that count as agreed because of it, and what could not be kept as it was. */
import type { CarryLoss } from "../table/layTable";
import { HEADER_ROW } from "../table/layTable";
import type { OutputKind, Problem } from "../reading";
import type { Result } from "./result";
import { isComplete } from "../record/runRecord";

export function carryProblems(result: Result, losses: readonly CarryLoss[], nameOf: (kind: OutputKind) => string): readonly Problem[] {
  const lastRun = result.earlier.record?.runs.at(-1);
  const incomplete: Problem[] = lastRun && !isComplete(lastRun) ? [hint("I24", nameOf("Run record"), {})] : [];
  const byHand: Problem[] = [];
  result.agreements.rows.forEach(({ byHand: marked, no }, index) => {
    if (marked) byHand.push(hint("I21", nameOf("Agreements"), { no }, { row: HEADER_ROW + 1 + index, column: 0 }));
  });
  return [...byHand, ...losses.map((loss) => lossProblem(loss, nameOf(loss.sheet))), ...incomplete];
}

function lossProblem(loss: CarryLoss, sheet: string): Problem {
  if (loss.kind === "row is gone") return hint("I23", sheet, { no: loss.no, text: loss.text });
  return hint("I22", sheet, { no: loss.no, formula: loss.formula }, { row: loss.row, column: loss.column });
}

function hint(rule: string, sheet: string, facts: Readonly<Record<string, string>>, cell: { row?: number; column?: number } = {}): Problem {
  return { severity: "hint", rule, sheet, ...cell, facts };
}
