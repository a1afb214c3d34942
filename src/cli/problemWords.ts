/** Problems in words: what must be fixed whole, of the rest the first ones and their number. */
import { problemsJson } from "../actions/resultJson";
import type { Language } from "../i18n/language";
import { andMore, problemCounts, problemLine, severityWords } from "../i18n/settlement";
import type { Problem } from "../sheets/reading";

/** Must-fix problems beyond these are in the workbook; a broken sheet can have a hundred thousand. */
const MOST_MUST_FIX = 200;
const MOST_OTHERS = 5;

export function problemWords(problems: readonly Problem[], language: Language): readonly string[] {
  if (problems.length === 0) return [];
  const lines = problemsJson(problems, language).map((problem) => ({
    mustFix: problem.severity === "must fix",
    line: problemLine[language]({ ...problem, severity: severityWords[problem.severity][language] }),
  }));
  const mustFix = lines.filter((entry) => entry.mustFix).map((entry) => entry.line);
  const others = lines.filter((entry) => !entry.mustFix).map((entry) => entry.line);
  const count = (wanted: Problem["severity"]): number =>
    problems.filter(({ severity, explanation }) => severity === wanted && explanation === undefined).length;
  const counts = problemCounts[language]({ mustFix: mustFix.length, explain: count("explain"), hints: count("hint") });
  return ["", counts, ...shown(mustFix, MOST_MUST_FIX, language), ...shown(others, MOST_OTHERS, language)];
}

function shown(lines: readonly string[], most: number, language: Language): readonly string[] {
  const first = lines.slice(0, most).map((line) => `  ${line}`);
  return lines.length > most ? [...first, `  ${andMore[language]({ more: lines.length - most })}`] : first;
}
