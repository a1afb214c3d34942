/** What has to be said before a submission, as plain data. */
import type { Language } from "../i18n/language";
import type { Problem } from "../sheets/reading";
import { inOrder } from "../sheets/results/problemsSheet";
import { problemKey } from "../sheets/sharing/decidedRows";
import { problemAddress } from "../sheets/table/problemAddress";
import { problemSentence } from "../sheets/table/problemSentence";
import type { SubmitOutcome } from "./submitUpward";

/** Problems that one explanation answers: of one rule in one cell. */
export interface ToExplainJson {
  /** How the explanation is given. */
  readonly key: string;
  readonly sheet: string;
  readonly cell: string;
  readonly texts: readonly string[];
}

export interface AskedJson {
  readonly office: boolean;
  readonly sendTo: boolean;
  readonly explain: readonly ToExplainJson[];
}

export function askedJson({ office, sendTo, explain }: Extract<SubmitOutcome, { kind: "ask" }>, language: Language): AskedJson {
  const byKey = new Map<string, readonly Problem[]>();
  for (const problem of inOrder(explain)) byKey.set(problemKey(problem), [...(byKey.get(problemKey(problem)) ?? []), problem]);
  return { office, sendTo, explain: [...byKey].map(([key, problems]) => toExplain(key, problems, language)) };
}

function toExplain(key: string, problems: readonly Problem[], language: Language): ToExplainJson {
  const [first] = problems;
  return {
    ...{ key, sheet: first.sheet, cell: problemAddress(first) },
    texts: problems.map((problem) => problemSentence(problem, language)),
  };
}
