/** How numbers and lists stand inside a sentence. No locale of the machine takes part, so every machine writes the same bytes. */
import type { Language } from "./language";

/** A number with thousands marks and at most three decimals: `1234567.5` is `1,234,567.5`. */
export function amount(value: number): string {
  const [whole, decimals] = String(Math.round(Math.abs(value) * 1_000) / 1_000).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${decimals ? `.${decimals}` : ""}`;
}

/** How many of what, in English: `1 row`, `1,200 rows`. */
export function counted(count: number, noun: string): string {
  return `${amount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** An amount with its unit, in English: `1 hour`, `2 hours`; a unit that the workbook writes in its own way stays as it is. */
export function inUnit(value: number, unit: string): string {
  return `${amount(value)} ${value === 1 && /^(?:hour|tonne|piece|set|machine|unit)s$/u.test(unit) ? unit.slice(0, -1) : unit}`;
}

/** A ratio as a percentage with one decimal: `0.256` is `25.6%`. */
export function percent(ratio: number): string {
  return `${amount(Math.round(ratio * 1_000) / 10)}%`;
}

/** Between a word and what it is about. */
export const colon: Readonly<Record<Language, string>> = { "zh-CN": "：", en: ": " };

/** Names in a row: `甲、乙、丙` or `A, B and C`; beyond `most` only their number is told. */
export function listed(names: readonly string[], language: Language, most = 6): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (language === "zh-CN") return rest > 0 ? `${shown.join("、")}等${names.length}个` : shown.join("、");
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]}`;
}

/** A key of the sheets (`1956Q4`, `1957 any`, `any`) as a clerk says it: 56年四季度, 57年不分季, 不分季. */
export function periodName(key: string, language: Language): string {
  const quarter = /^(\d{4})Q([1-4])$/.exec(key);
  const year = /^(\d{4}) any$/.exec(key);
  if (language === "en") return quarter || year ? key : "any time";
  if (quarter) return `${quarter[1].slice(2)}年${"一二三四"[Number(quarter[2]) - 1]}季度`;
  return year ? `${year[1].slice(2)}年不分季` : "不分季";
}
