/** What became of each file, as JSON with English names in any language; sentences are in the language asked for. */
import { refusalSentence } from "../i18n/collecting";
import type { Language } from "../i18n/language";
import { problemSentence } from "../sheets/table/problemSentence";
import type { CollectOutcome } from "./collectCounties";

export interface CollectJson {
  readonly files: readonly {
    /** Agreements it answers anew. */
    readonly replies: number;
    readonly file: string;
    readonly state: string;
    readonly office: string | null;
    readonly version: number | null;
    readonly checkCode: string;
    readonly balanced: string | null;
    readonly reason: string;
    readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly rule: string; readonly text: string }[];
    readonly reconsider: readonly string[];
  }[];
  readonly missing: readonly string[];
}

export function collectJson({ files, register }: Extract<CollectOutcome, { kind: "done" }>, language: Language): CollectJson {
  return {
    files: files.map(({ file, state, office, incoming, refusal, touched = [], replies = 0, notes = [] }) => ({
      ...{ file, state, office: office ?? null, version: incoming?.version ?? null, checkCode: incoming?.checkCode ?? "" },
      balanced: incoming?.balanced ?? null,
      reason: refusal ? refusalSentence[language](refusal) : "",
      replies,
      problems: [...(refusal?.kind === "must fix" ? refusal.problems : []), ...notes].map(({ sheet, cell, problem }) => ({
        ...{ sheet, cell, rule: problem.rule },
        text: problemSentence(problem, language),
      })),
      reconsider: touched,
    })),
    missing: register.filter(({ state }) => state === "missing").map(({ office }) => office),
  };
}
