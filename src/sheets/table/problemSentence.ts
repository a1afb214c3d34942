/** The sentence of a problem: the reading's own, or one of the writing's hints. */
import { carryHints } from "../../i18n/carryHints";
import { problemTexts } from "../../i18n/problems";
import type { Problem, SheetLanguage } from "../reading";
import type { ProblemCase } from "./rules";

export function problemSentence(problem: Problem, language: SheetLanguage): string {
  const { rule, facts } = problem;
  const text = (key: string): string => String(facts[key] ?? "");
  switch (rule) {
    case "I21":
      return carryHints.I21[language]({ no: text("no") });
    case "I22":
      return carryHints.I22[language]({ no: text("no"), formula: text("formula") });
    case "I23":
      return carryHints.I23[language]({ no: text("no"), text: text("text") });
    case "I24":
      return carryHints.I24[language]({});
    default:
      return problemTexts[caseOf(problem)][language](facts);
  }
}

/** The case that the reading noted among the facts; a rule with one sentence is its own case. */
function caseOf({ facts, rule }: Problem): ProblemCase {
  const name = facts.case ?? rule;
  if (typeof name !== "string" || !(name in problemTexts)) throw new RangeError(`a problem without its case: ${String(name)}`);
  return name as ProblemCase;
}
