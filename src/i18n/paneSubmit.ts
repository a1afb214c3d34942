/** What the Share tab says of submitting: what it asks, and what went up. */
import type { Text, TextOf } from "./language";
import { amount } from "./wording";

export const submitTexts = {
  contacts: { "zh-CN": "连同各厂的联系人电话一起报", en: "Send the factories' contacts too" },
  first: {
    "zh-CN": "还不能上报：请先填好上面问到的，再按“上报”。",
    en: "It can't be submitted yet: fill in what is asked for above, then press Submit again.",
  },
  office: { "zh-CN": "填报单位", en: "Office" },
  officeHint: { "zh-CN": "工作簿的封面没有写。", en: "The workbook's Cover does not name it." },
  sendTo: { "zh-CN": "报送", en: "Send to" },
  sendToHint: { "zh-CN": "上级单位的名称，与它的地区表写法一致。", en: "The office above, as it calls itself." },
  explanation: { "zh-CN": "解释", en: "Explanation" },
  rest: { "zh-CN": "其余各条共用的解释", en: "One explanation for all the others" },
  telephone: {
    "zh-CN": "请在电话里把核对码念给上级：它能证明路上没有无意的改动，不是签名。",
    en: "Read the check code to the office above over the telephone: it shows that nothing changed by accident, and is no signature.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Problems that have to be explained and are not shown one by one. */
export const moreToExplain: TextOf<number> = {
  "zh-CN": (count) => `另有 ${amount(count)} 条，见“检查”。`,
  en: (count) => `${amount(count)} more are on Check.`,
};

export const submittedLine: TextOf<{
  readonly office: string;
  readonly sendTo: string;
  readonly version: number;
  readonly checkCode: string;
  readonly again: boolean;
}> = {
  "zh-CN": ({ office, sendTo, version, checkCode, again }) =>
    `${office}报送${sendTo}：第 ${version} 版${again ? "（与上次相同）" : ""}，核对码 ${checkCode}`,
  en: ({ office, sendTo, version, checkCode, again }) =>
    `From ${office} to ${sendTo}: version ${version}${again ? " (the same as before)" : ""}, check code ${checkCode}`,
};
