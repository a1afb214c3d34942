/** Words of the Templates tab. */
import type { Text } from "./language";

type Size = "simple" | "full";

export const templateFileNames: Readonly<Record<Size, Text>> = {
  simple: { "zh-CN": "协作平衡-简表.xlsx", en: "collaboration-balance-simple.xlsx" },
  full: { "zh-CN": "协作平衡-全表.xlsx", en: "collaboration-balance-full.xlsx" },
};

export const templateTexts = {
  simple: { "zh-CN": "简表", en: "Simple template" },
  simpleContains: { "zh-CN": "需要和能力两张表。", en: "Two sheets: Demand and Capacity." },
  full: { "zh-CN": "全表", en: "Full template" },
  fullContains: {
    "zh-CN": "封面、地区、里程、工厂、设备、产品、需要、能力、长期协作、上年成果。",
    en: "Cover, Places, Distances, Factories, Equipment, Products, Demand, Capacity, Standing agreements, Last year.",
  },
  sample: { "zh-CN": "示例", en: "Sample" },
  sampleContains: { "zh-CN": "黑龙江省 1956 年，数字为编造。", en: "Heilongjiang 1956, with made-up figures." },
  insertSimple: { "zh-CN": "插入简表", en: "Insert the simple template" },
  insertFull: { "zh-CN": "插入全表", en: "Insert the full template" },
  insertSample: { "zh-CN": "插入示例", en: "Insert the sample" },
  saveSimple: { "zh-CN": "保存简表", en: "Save the simple template" },
  saveFull: { "zh-CN": "保存全表", en: "Save the full template" },
  openSample: { "zh-CN": "打开示例", en: "Open the sample" },
  untouched: { "zh-CN": "已有的表都不动。", en: "Sheets that are there are not touched." },
} satisfies Record<string, Text>;
