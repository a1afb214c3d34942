import { refusalSentence } from "../../i18n/collecting";
import { returnRefusal, staleWords, type ReturnRefusal } from "../../i18n/sharingWords";
import { mustFixFor } from "../../i18n/starting";
import type { Problem } from "../../sheets/reading";
import type { Staleness } from "../../sheets/sharing/freshness";
import type { WorkbookError } from "../../workbook/workbook";
import { inBoth } from "./inBoth";
import type { JobOutcome } from "./job";

type Why =
  | { readonly kind: "must fix"; readonly problems: readonly Problem[] }
  | { readonly kind: "stale"; readonly why: Staleness }
  | { readonly kind: "refused"; readonly refusal: ReturnRefusal }
  | { readonly kind: "unreadable"; readonly error: WorkbookError };

/** Nothing came of a step, and why. */
export function notDone(outcome: Why): JobOutcome {
  switch (outcome.kind) {
    case "must fix": {
      const { length } = outcome.problems.filter(({ severity }) => severity === "must fix");
      return { kind: "not done", why: inBoth((language) => mustFixFor[language]({ problems: length })) };
    }
    case "stale":
      return { kind: "not done", why: inBoth((language) => staleWords[language](outcome.why)) };
    case "refused":
      return { kind: "not done", why: inBoth((language) => returnRefusal[language](outcome.refusal)) };
    case "unreadable": {
      const { fault, detail } = outcome.error;
      return { kind: "not done", why: inBoth((language) => refusalSentence[language]({ kind: "unreadable", fault, detail })) };
    }
  }
}
