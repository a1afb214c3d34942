/** What the clerk is writing for a submission; it outlives the tab that is open. */
import type { AskedJson } from "../../actions/askedJson";
import type { Said } from "../jobs/job";

export interface Draft extends Said {
  /** Explains whatever has no explanation of its own. */
  readonly rest: string;
}

export const emptyDraft: Draft = { office: "", sendTo: "", contacts: false, explanations: new Map(), rest: "" };

/** The draft with each problem that was asked for explained. */
export function explained(draft: Draft, asked: AskedJson | undefined): Draft {
  const { explanations, rest } = draft;
  if (rest.trim() === "" || !asked) return draft;
  const open = asked.explain.filter(({ key }) => (explanations.get(key) ?? "").trim() === "");
  return { ...draft, explanations: new Map([...explanations, ...open.map(({ key }) => [key, rest] as const)]) };
}
