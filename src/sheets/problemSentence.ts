/** The sentence of a problem: the reading's own, or one of the writing's hints. */
import { carryHints } from "../i18n/carryHints";
import type { Problem, SheetLanguage } from "./reading";

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
      return JSON.stringify(facts);
  }
}
