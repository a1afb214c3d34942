/** What became of one file, as the pane draws it: plain data, every sentence in every language. */
import { collectJson } from "../../actions/collectJson";
import type { CollectOutcome } from "../../actions/collectCounties";
import type { Text } from "../../i18n/language";
import type { FileState } from "../../sheets/sharing/incoming";
import type { MadeFile } from "./job";
import { madeFile } from "./madeFile";

/** More are only counted; a return slip has more. */
const MOST = 20;

export interface CollectedView {
  readonly file: string;
  readonly state: FileState;
  readonly office?: string;
  readonly version?: number;
  readonly checkCode: string;
  /** Lines of needs and rows of capacity. */
  readonly needs: number;
  readonly capacities: number;
  /** Never balanced by its office, so balanced here first. */
  readonly balancedHere: boolean;
  /** Why it was refused. */
  readonly why?: Text;
  /** Agreements it answers anew. */
  readonly replies: number;
  /** What was found in it, in the cells of the office's own workbook. */
  readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly text: Text }[];
  readonly moreProblems: number;
  /** Agreed rows that the correction touches. */
  readonly reconsider: readonly string[];
  readonly slip?: MadeFile;
}

export function collectedViews(outcome: Extract<CollectOutcome, { kind: "done" }>): readonly CollectedView[] {
  const chinese = collectJson(outcome, "zh-CN").files;
  return collectJson(outcome, "en").files.map((told, index): CollectedView => {
    const { file, state, office, incoming, refusal, slip } = outcome.files[index];
    const { problems } = told;
    return {
      ...{ file, state, office, version: incoming?.version, checkCode: told.checkCode, balancedHere: told.balanced === "on arrival" },
      needs: incoming?.rows.get("Demand")?.length ?? 0,
      capacities: incoming?.rows.get("Capacity")?.length ?? 0,
      replies: told.replies,
      why: told.reason === "" ? undefined : { en: told.reason, "zh-CN": chinese[index].reason },
      problems: problems.slice(0, MOST).map(({ sheet, cell, text }, at) => ({
        ...{ sheet, cell },
        text: { en: text, "zh-CN": chinese[index].problems[at].text },
      })),
      moreProblems: Math.max(0, problems.length - MOST) + (refusal?.kind === "must fix" ? refusal.more : 0),
      reconsider: told.reconsider,
      slip: slip && madeFile(slip),
    };
  });
}
