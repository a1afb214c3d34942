/** What the command line and the pane say of submitting, collecting, returning and receiving. */
import { fileStates, refusalSentence } from "./collecting";
import type { Language, Text, TextOf } from "./language";
import { registerNote, registerStates } from "./sharing";
import { colon } from "./wording";
import type { Problem } from "../sheets/reading";
import type { Staleness } from "../sheets/sharing/freshness";
import type { FileState, Incoming, Refusal } from "../sheets/sharing/incoming";
import type { RegisterEntry } from "../sheets/sharing/register";

/** What has to be said before anything is sent. */
export interface AskFacts {
  readonly office: boolean;
  readonly sendTo: boolean;
  readonly explain: readonly Problem[];
}
export interface SubmittedFacts {
  readonly office: string;
  readonly sendTo: string;
  readonly version: number;
  readonly checkCode: string;
  readonly again: boolean;
  readonly file: string;
  readonly kept: string;
}
export interface CollectedFacts {
  readonly files: readonly {
    readonly file: string;
    readonly state: FileState;
    readonly office?: string;
    readonly incoming?: Incoming;
    readonly refusal?: Refusal;
    readonly touched?: readonly string[];
    readonly replies?: number;
    /** What was seen in a file that was taken, in words. */
    readonly seen?: readonly { readonly sheet: string; readonly cell: string; readonly text: string }[];
  }[];
  readonly register: readonly RegisterEntry[];
}
export type ReceivedFacts =
  | { readonly kind: "done"; readonly from: string; readonly agreements: number; readonly unresolved: number; readonly version: string }
  | { readonly kind: "unchanged"; readonly from: string };
/** Why a return was not taken. */
export type ReturnRefusal =
  | { readonly kind: "no return" }
  | { readonly kind: "changed on the way"; readonly stated: string; readonly found: string }
  | { readonly kind: "for another office"; readonly office: string; readonly here: string }
  | { readonly kind: "answers another version"; readonly version: string; readonly sent: string }
  | { readonly kind: "older return"; readonly returnNo: number; readonly known: number }
  | { readonly kind: "never balanced" };

export const nothingSent: Text = { "zh-CN": "还不能上报：", en: "Nothing can be submitted yet:" };

export const staleWords: TextOf<Staleness> = {
  "zh-CN": (why) =>
    why.kind === "never balanced"
      ? "工作簿还没有平衡过；请先平衡。"
      : why.kind === "incomplete"
        ? "上次平衡没有写完；请再平衡一次。"
        : `平衡之后改过：${why.sheets.join("、")}；请再平衡一次。`,
  en: (why) =>
    why.kind === "never balanced"
      ? "This workbook was never balanced; balance it first."
      : why.kind === "incomplete"
        ? "The last balance was not written to its end; balance again."
        : `Changed since the last balance: ${why.sheets.join(", ")}; balance again.`,
};

/** What has to be said first. */
export const askWords: Readonly<Record<Language, (ask: AskFacts) => readonly string[]>> = {
  "zh-CN": ({ office, sendTo, explain }) => [
    ...(office ? ["封面没有填报单位：请填写，或加 --office 单位。"] : []),
    ...(sendTo ? ["封面没有报送单位：请填写“报送”，或加 --to 单位。"] : []),
    ...(explain.length > 0 ? ['下列问题要说明：请在检查结果表的“解释”栏写明，或加 --explain "规则 表 单元格=说明"。'] : []),
  ],
  en: ({ office, sendTo, explain }) => [
    ...(office ? ["The Cover names no Office: fill it in, or add --office OFFICE."] : []),
    ...(sendTo ? ["The Cover does not say whom to send to: fill in “Send to”, or add --to OFFICE."] : []),
    ...(explain.length > 0
      ? ['These problems need an explanation: write it beside them on the Problems sheet, or add --explain "RULE SHEET CELL=text".']
      : []),
  ],
};

export const submittedWords: TextOf<SubmittedFacts> = {
  "zh-CN": ({ office, sendTo, version, checkCode, again, file, kept }) =>
    `${office} 报送 ${sendTo}：第 ${version} 版${again ? "（与上次相同）" : ""}，核对码 ${checkCode}\n上报表：${file}\n本单位接着用：${kept}（记着已上报的内容）`,
  en: ({ office, sendTo, version, checkCode, again, file, kept }) =>
    `From ${office} to ${sendTo}: version ${version}${again ? " (the same as before)" : ""}, check code ${checkCode}\nSubmission: ${file}\nGo on with: ${kept} (it remembers what was sent)`,
};

/** Beside a file that answers agreements. */
export const repliesTaken: TextOf<number> = {
  "zh-CN": (count) => `收到 ${count} 项协议的意见`,
  en: (count) => `replies to ${count} ${count === 1 ? "agreement" : "agreements"} taken`,
};

/** One line per file and what was seen in it, then who is missing. */
export function collectedLines({ files, register }: CollectedFacts, language: Language): readonly string[] {
  const lines = files.flatMap(({ file, state, office, incoming, refusal, touched = [], replies = 0, seen = [] }) => {
    const who = office === undefined ? "" : ` ${office}`;
    const version = incoming && state !== "refused" ? ` v${incoming.version} ${incoming.checkCode}` : "";
    const note = touched.length > 0 ? ` — ${registerNote[language]({ touched })}` : "";
    const why = refusal ? ` — ${refusalSentence[language](refusal)}` : "";
    const answers = replies > 0 ? ` — ${repliesTaken[language](replies)}` : "";
    return [
      `${fileStates[state][language]}${colon[language]}${file}${who}${version}${why}${answers}${note}`,
      ...seen.map(({ sheet, cell, text }) => `  ${sheet} ${cell}${colon[language]}${text}`),
    ];
  });
  const missing = register.filter(({ state }) => state === "missing").map(({ office }) => office);
  return missing.length > 0
    ? [...lines, `${registerStates.missing[language]}${colon[language]}${missing.join(language === "en" ? ", " : "、")}`]
    : lines;
}

export const returnedLine: TextOf<{
  readonly office: string;
  readonly agreements: number;
  readonly unresolved: number;
  readonly checkCode: string;
  readonly file: string;
}> = {
  "zh-CN": ({ office, agreements, unresolved, checkCode, file }) =>
    `${office}：协议 ${agreements} 项，未解决 ${unresolved} 项，核对码 ${checkCode} → ${file}`,
  en: ({ office, agreements, unresolved, checkCode, file }) =>
    `${office}: ${agreements} agreements, ${unresolved} unresolved, check code ${checkCode} → ${file}`,
};

export const cannotReturn: Readonly<Record<"still above" | "nobody submitted", Text>> = {
  "still above": {
    "zh-CN": "本单位上报的内容还没有收到上级的下达表；请先“收下达”，再下达。",
    en: "What this office sent up has not come back; receive the return from above first.",
  },
  "nobody submitted": { "zh-CN": "没有下级上报过，没有可下达的。", en: "No office below has submitted, so there is nothing to return." },
};

export const receivedWords: TextOf<ReceivedFacts> = {
  "zh-CN": (outcome) =>
    outcome.kind === "unchanged"
      ? `${outcome.from} 的这份下达表已经收过，没有改动。`
      : `已收 ${outcome.from} 的下达表（答第 ${outcome.version} 版）：协议 ${outcome.agreements} 项，未解决 ${outcome.unresolved} 项。`,
  en: (outcome) =>
    outcome.kind === "unchanged"
      ? `This return from ${outcome.from} was taken before; nothing changed.`
      : `Taken from ${outcome.from} (answers version ${outcome.version}): ${outcome.agreements} agreements, ${outcome.unresolved} unresolved.`,
};

export const returnRefusal: TextOf<ReturnRefusal> = {
  "zh-CN": (refusal) => {
    switch (refusal.kind) {
      case "no return":
        return "这不是下达表。";
      case "changed on the way":
        return `下达表的内容改动过：封面核对码 ${refusal.stated}，按内容算得 ${refusal.found}；请向上级再要一份。`;
      case "for another office":
        return `这份下达表是给“${refusal.office}”的，本工作簿是“${refusal.here}”的。`;
      case "answers another version":
        return `这份下达表答的是第 ${refusal.version} 版，本单位最后上报的是第 ${refusal.sent} 版；请等上级对第 ${refusal.sent} 版的下达。`;
      case "older return":
        return `这是第 ${refusal.returnNo} 次下达，已经收过第 ${refusal.known} 次；没有改动。`;
      case "never balanced":
        return "本工作簿没有平衡过，没有可以接收的表；请用上报时的工作簿。";
    }
  },
  en: (refusal) => {
    switch (refusal.kind) {
      case "no return":
        return "This is not a return.";
      case "changed on the way":
        return `The return was changed on its way: its Cover says ${refusal.stated}, its content ${refusal.found}; ask for it again.`;
      case "for another office":
        return `This return is for “${refusal.office}”; this workbook is “${refusal.here}”'s.`;
      case "answers another version":
        return `This return answers version ${refusal.version}; version ${refusal.sent} was sent last. Wait for the return that answers it.`;
      case "older return":
        return `This is return no. ${refusal.returnNo}; no. ${refusal.known} was taken already. Nothing changed.`;
      case "never balanced":
        return "This workbook was never balanced, so it has no sheets to take a return in; use the one that was submitted.";
    }
  },
};
