/** Words of the pane's menu: language, goals, about. */
import type { Goal } from "../engine/model";
import type { Text } from "./language";

export const menuTexts = {
  menu: { "zh-CN": "菜单", en: "Menu" },
  language: { "zh-CN": "语言", en: "Language" },
  goals: { "zh-CN": "平衡目标", en: "Goals" },
  about: { "zh-CN": "关于", en: "About" },
  back: { "zh-CN": "返回", en: "Back" },
  strictly: {
    "zh-CN": "依次进行，前一目标不为后一目标让步。",
    en: "Strictly in this order: no goal gives way to a later one.",
  },
  reorder: {
    "zh-CN": "后五项的次序可在封面的“平衡目标”里改。",
    en: "The last five can be put in another order on the Cover, at Goals.",
  },
  version: { "zh-CN": "版本", en: "Version" },
  licence: { "zh-CN": "许可证", en: "Licence" },
  yourNumbers: { "zh-CN": "您的数据", en: "Your figures" },
  goNowhere: {
    "zh-CN": "只在本机处理，哪儿也不去：不上传，不联网，不统计。",
    en: "They go nowhere: everything is worked out on this computer; nothing is uploaded, asked for or counted.",
  },
  yourSheets: {
    "zh-CN": "您填的表从不改动；只写自己的几张表。",
    en: "The sheets you fill are never changed; only sheets of its own are written.",
  },
} satisfies Record<string, Text>;

/** What each goal asks for, in a line. */
export const goalMeanings: Readonly<Record<Goal, Text>> = {
  "priority 1": { "zh-CN": "重点需要落实得最多", en: "settle as much as possible of what is urgent" },
  "priority 2": { "zh-CN": "一般需要落实得最多", en: "then of what is normal" },
  "priority 3": { "zh-CN": "可缓需要落实得最多", en: "then of what can wait" },
  "in-house": { "zh-CN": "自制的活尽量留在本厂", en: "leave in-house work at home where that costs nothing above" },
  kept: { "zh-CN": "上次议的尽量不变", en: "keep what the last balance proposed" },
  fit: { "zh-CN": "等级高的设备不做粗活", en: "keep precise machines free for precise work" },
  partner: { "zh-CN": "优先原来的和希望的承制厂", en: "prefer present and wished suppliers" },
  near: { "zh-CN": "少运路", en: "carry as little as far as possible" },
  "on time": { "zh-CN": "不提前，不推迟", en: "neither early nor late" },
};
