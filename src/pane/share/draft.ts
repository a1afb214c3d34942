/** What the clerk is writing for a submission; it outlives the tab that is open. */
import type { AskedJson } from "../../actions/askedJson";
import type { Said } from "../jobs/job";

export interface Draft extends Said {
  /** Explains whatever has no explanation of its own. */
  readonly rest: string;
  /** Explanations of submissions before: proposed again, and sent only once the clerk has seen them. */
  readonly earlier: ReadonlyMap<string, string>;
}

export const emptyDraft: Draft = { office: "", sendTo: "", contacts: false, explanations: new Map(), rest: "", earlier: new Map() };

/** The explanation that stands in the form for a problem. */
export function explanationIn({ explanations, earlier }: Draft, key: string): string {
  return explanations.get(key) ?? earlier.get(key) ?? "";
}

/** The draft as Submit is pressed: with what stands in the form, or, where nothing was asked, without explanations. */
export function pressed(draft: Draft, asked: AskedJson | undefined): Draft {
  const { explanations, earlier, rest } = draft;
  if (!asked) return { ...draft, rest: "", explanations: new Map(), earlier: new Map([...earlier, ...explanations]) };
  const given = asked.explain.map(({ key }) => {
    const own = explanationIn(draft, key);
    return [key, own.trim() === "" ? rest : own] as const;
  });
  return { ...draft, explanations: new Map([...explanations, ...given]) };
}
