/** The problems found so far, and which of them no leaving out of rows can heal. */
import type { Problem } from "../reading";
import type { ProblemCase, ProblemFacts } from "./rules";
import { ruleOf, severityOf } from "./rules";

/** Where a problem stands; without row and column it is the whole sheet's. */
export interface ProblemPlace {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
}

export class ProblemList {
  private readonly found: Problem[] = [];
  private readonly lasting: Problem[] = [];

  /** A problem of a data row: where it is must-fix, leaving the row out heals it. */
  inRow(kind: ProblemCase, place: ProblemPlace, facts: ProblemFacts = {}): void {
    this.found.push(problem(kind, place, facts));
  }

  /** A problem of a sheet, a heading or the Cover: where it is must-fix, only the clerk can heal it. */
  ofSheet(kind: ProblemCase, place: ProblemPlace, facts: ProblemFacts = {}): void {
    const entry = problem(kind, place, facts);
    this.found.push(entry);
    if (entry.severity === "must fix") this.lasting.push(entry);
  }

  all(): readonly Problem[] {
    return this.found;
  }

  /** The must-fix problems that remain when rows are left out. */
  notInRows(): readonly Problem[] {
    return this.lasting;
  }
}

function problem(kind: ProblemCase, place: ProblemPlace, facts: ProblemFacts): Problem {
  const rule = ruleOf(kind);
  return { severity: severityOf(rule), rule, sheet: place.sheet, row: place.row, column: place.column, facts: { ...facts, case: kind } };
}
