/** Words of Collect: what became of each file, and why one was not taken. */
import type { FileState, Refusal } from "../sheets/sharing/incoming";
import { fileFaults } from "./commandLine";
import type { Language, Text, TextOf } from "./language";
import { counted } from "./wording";

export const fileStates: Readonly<Record<FileState, Text>> = {
  accepted: { "zh-CN": "已收", en: "accepted" },
  late: { "zh-CN": "迟报（已收）", en: "late (accepted)" },
  superseded: { "zh-CN": "已有更高版次", en: "superseded" },
  duplicate: { "zh-CN": "重复", en: "duplicate" },
  refused: { "zh-CN": "退回", en: "refused" },
};

export const slipTexts = {
  paper: { "zh-CN": "表种", en: "Paper" },
  from: { "zh-CN": "退回单位", en: "From" },
  file: { "zh-CN": "文件", en: "File" },
  office: { "zh-CN": "填报单位", en: "Office" },
  version: { "zh-CN": "版次", en: "Version" },
  checkCode: { "zh-CN": "核对码", en: "Check code" },
  why: { "zh-CN": "退回原因", en: "Why" },
  sheet: { "zh-CN": "表", en: "Sheet" },
  cell: { "zh-CN": "单元格", en: "Cell" },
  rule: { "zh-CN": "规则", en: "Rule" },
  problem: { "zh-CN": "问题和要求", en: "Problem and what to do" },
} as const satisfies Readonly<Record<string, Text>>;

export const refusalSentence: TextOf<Refusal> = {
  "zh-CN": (refusal) => {
    switch (refusal.kind) {
      case "unreadable":
        return faultOf(refusal, "zh-CN");
      case "no submission":
        return refusal.paper === "return"
          ? "这是下达表，里面没有填意见：请在承制方意见或需方意见栏填好再交来，或者用“收下达”收进工作簿。"
          : "这是退回单，不是上报表。";
      case "no office":
        return "看不出是哪个单位的表：请在封面填写填报单位，再上报。";
      case "addressed elsewhere":
        return `这份表报送“${refusal.sendTo}”，不是“${refusal.here}”；请送到该单位，或改正封面的“报送”后重新上报。`;
      case "unknown office":
        return `“${refusal.office}”不在本单位的地区表里。${refusal.near.length > 0 ? `是不是“${refusal.near.join("、")}”？` : ""}请按下发的地区表填写填报单位。`;
      case "own workbook":
        return `这是“${refusal.office}”自己的工作簿，不是下级的上报表。`;
      case "other round":
        return `这份表是“${refusal.round}”的，本次会议是“${refusal.here}”；请核对封面的“会议”。`;
      case "other plan":
        return `季度 ${periods(refusal.periods)} 不在本次计划之内（${periods(refusal.here)}）；请按下发的季度填报。`;
      case "changed on the way":
        return `内容在上报之后改动过：封面核对码 ${refusal.stated}，按内容算得 ${refusal.found}。请在原工作簿里改，重新平衡后再上报，不要直接改上报表。`;
      case "old version":
        return `第 ${refusal.version} 版的内容与已收的第 ${refusal.known} 版不同；如有更正，请用第 ${refusal.known + 1} 版上报。`;
      case "not balanced":
        return `这份工作簿没有平衡过，又有 ${refusal.rows} 行，多于可以代为平衡的 ${refusal.most} 行；请先在本单位平衡，再上报。`;
      case "must fix":
        return `有 ${refusal.problems.length + refusal.more} 个必改问题，见下${refusal.more > 0 ? `（列出前 ${refusal.problems.length} 个）` : ""}；改好后请重新平衡、上报。`;
    }
  },
  en: (refusal) => {
    switch (refusal.kind) {
      case "unreadable":
        return faultOf(refusal, "en");
      case "no submission":
        return refusal.paper === "return"
          ? "This is a return in which no reply is filled in: fill in the reply columns and hand it in again, or take it in with Receive."
          : "This is a return slip, not a submission.";
      case "no office":
        return "It cannot be told which office this is from: fill in Office on the Cover and submit again.";
      case "addressed elsewhere":
        return `This is addressed to “${refusal.sendTo}”, not to “${refusal.here}”; send it there, or mend “Send to” on the Cover and submit again.`;
      case "unknown office":
        return `“${refusal.office}” is not on this office's list of places.${refusal.near.length > 0 ? ` Is it ${refusal.near.join(" or ")}?` : ""} Write the Office as that list has it.`;
      case "own workbook":
        return `This is the workbook of “${refusal.office}” itself, not a submission to it.`;
      case "other round":
        return `This is for “${refusal.round}”, and this round is “${refusal.here}”; check Round on the Cover.`;
      case "other plan":
        return `The quarters ${periods(refusal.periods)} are not in this plan (${periods(refusal.here)}); use the quarters that were sent out.`;
      case "changed on the way":
        return `The content was changed after it was submitted: the Cover's check code is ${refusal.stated}, the content's ${refusal.found}. Change the office's own workbook, balance and submit again; never change a submission.`;
      case "old version":
        return `Version ${refusal.version} says something else than version ${refusal.known}, which was accepted; send a correction as version ${refusal.known + 1}.`;
      case "not balanced":
        return `This workbook was never balanced and has ${refusal.rows} rows, more than the ${refusal.most} that are balanced on arrival; balance it at home and submit.`;
      case "must fix":
        return `${counted(refusal.problems.length + refusal.more, "problem")} must be fixed, see below${refusal.more > 0 ? ` (the first ${refusal.problems.length})` : ""}; then balance and submit again.`;
    }
  },
};

function periods(keys: readonly string[]): string {
  return keys.join(", ");
}

function faultOf({ fault, detail }: Extract<Refusal, { kind: "unreadable" }>, language: Language): string {
  return `${fileFaults[fault][language]} ${detail}`.trim();
}
