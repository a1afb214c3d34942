/**
 * Column headings that name a period: `1956Q4`, `56年四季度`, `1957 any`, `57年不分季`, `1957`, `数量`, each also with `own` / `本厂`.
 */
import { headingText } from "./normalText";
import { simplified } from "./simplified";

/** A quarter is counted as year × 4 + (quarter − 1), so that a run of quarters is a run of whole numbers. */
export type HeadingPeriod =
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "any"; readonly year: number }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "undated" };

export interface PeriodHeading {
  readonly period: HeadingPeriod;
  /** The factory's own plan, not what is available. */
  readonly own: boolean;
}
/** A heading that speaks of a period which no plan has: a date, a month, a half-year, a fifth quarter, a quarter without a year. */
export interface UnusablePeriod {
  readonly unusable: string;
}

const quarterWords: Readonly<Record<string, number>> = {
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, i: 1, ii: 2, iii: 3, iv: 4, first: 1, second: 2, third: 3, fourth: 4 },
};
const ANY = "any quarter|any time|any|flexible|不分季度|不分季|任一季度|任一季|任意季度|全年不分季|年内";
const OWN =
  /^(?:own plan|own|本厂计划占用|本厂计划|本厂占用|本厂自用|本厂)[·:/ -]?(.+)$|^(.+?)[·:/ -]?(?:\(own\)|\(本厂\)|own plan|own|本厂计划占用|本厂计划|本厂占用|本厂自用|本厂)$/u;
const undatedWords: ReadonlySet<string> = new Set([
  "quantity",
  "数量",
  "需要量",
  "需要数量",
  "qty",
  "amount",
  "能力数量",
  "有效能力",
  "available",
  "any",
  "不分季",
]);
const ownWords: ReadonlySet<string> = new Set(["own", "own plan", "本厂", "本厂计划", "本厂占用", "本厂计划占用", "本厂自用"]);
const AVAILABLE = /^(?:available|有效能力)[·:/ -]?(.+)$|^(.+?)[·:/ -]?(?:available|有效能力|需要量|数量|quantity)$/u;

const YEAR = "(\\d{4}|\\d{2})";
/** Blanks and the signs from ! to /, one or two: `1957 Q1`, `1957-Q1`, `1957. Q1`. */
const GAP = "[ -/]{0,2}";
/** `q1`, `quarter 1`, `1st quarter`, `1q`, `first quarter`. */
const Q = "(?:(?:q|qtr|quarter)[ .]?([1-9])|([1-9]|first|second|third|fourth)(?:st|nd|rd|th)? ?(?:q|qtr|quarter))";
const QUARTER_FORMS: readonly RegExp[] = [
  new RegExp(`^${YEAR}${GAP}${Q}$`, "u"),
  new RegExp(`^${YEAR}(?:年度?)?[ -]?第?(?:([一二三四五1-9])季度?|(iv|i{1,3})(?:季度?)?)$`, "u"),
];
const QUARTER_FIRST_FORMS: readonly RegExp[] = [
  new RegExp(`^${Q}(?: of |${GAP})${YEAR}$`, "u"),
  new RegExp(`^第?([一二三四1-9]|iv|i{1,3})季度?[ -]?${YEAR}年$`, "u"),
];
const ANY_FORMS: readonly RegExp[] = [
  new RegExp(`^${YEAR}年?[ -]?\\(?(?:${ANY})\\)?$`, "u"),
  new RegExp(`^(?:${ANY})[ -]?(?:of )?${YEAR}年?$`, "u"),
];
const YEAR_FORM = new RegExp(`^(?:${YEAR}年度?|(\\d{4})(?:全年)?|${YEAR}年全年)$`, "u");
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const UNUSABLE: readonly RegExp[] = [
  /^(?:\d{2,4}年?[ -]?)?(?:q\d+|第?[一二三四五六七八九\d]+季度?|h[12]|[上下]半年|(?:十[一二]|[一二三四五六七八九十]|1[0-2]|0?[1-9])月份?)(?: ?\d{2,4})?$/u,
  new RegExp(`^(?:第?(?:iv|i{1,3})季度?|${Q})$`, "u"),
  /^\d{4}[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$|^\d{2,4}年\d{1,2}月\d{1,2}日$/u,
  new RegExp(`^(?:\\d{1,2}${GAP})?${MONTH}${GAP}${YEAR}$|^${YEAR}${GAP}${MONTH}$`, "u"),
  /^(?:\d{4}|\d{2}年)年?[ -]?(?:q?\d{1,2}|[一二三四])[-~至到](?:q?\d{1,2}|[一二三四])(?:月份?|季度?)?$|^fy ?\d{2,4}$/u,
];

/** Beyond this a heading is a sentence; the patterns would take the square of its length. */
const LONGEST = 80;

/**
 * Reads one heading; undefined where it speaks of no period at all. `century` (1900, 2000) is that of the plan's start;
 * without it 00–49 are 20xx and 50–99 19xx.
 *
 * Example: `56年四季度` is the fourth quarter of 1956; `1957Q1 本厂` is a factory's own plan of 1957Q1.
 */
export function readPeriod(heading: string, century?: number): PeriodHeading | UnusablePeriod | undefined {
  if (heading.length > LONGEST) return undefined;
  const text = simplified(headingText(heading));
  if (text === "") return undefined;
  if (ownWords.has(text)) return { period: { kind: "undated" }, own: true };
  const plain = readPlain(text, century);
  if (plain && !("unusable" in plain)) return { period: plain, own: false };
  const own = OWN.exec(text);
  const ownPart = own?.[1] ?? own?.[2];
  if (ownPart !== undefined) {
    const period = readPlain(ownPart.trim(), century) ?? undefined;
    if (period) return "unusable" in period ? { unusable: heading } : { period, own: true };
  }
  return plain ? { unusable: heading } : readBilingual(text, heading, century);
}

/** `1956Q4 56年四季度`: two readings that agree. */
function readBilingual(text: string, heading: string, century?: number): PeriodHeading | UnusablePeriod | undefined {
  const parts = /^(.+?)(?:[·/|( ]| - )(.+?)\)?$/u.exec(text);
  if (!parts) return undefined;
  for (let cut = text.search(/[·/|( ]/u); cut > 0 && cut < text.length; cut = nextCut(text, cut)) {
    const one = readPeriodPart(text.slice(0, cut), century);
    const other = readPeriodPart(text.slice(cut + 1).replace(/\)$/u, ""), century);
    if (one && other) return samePeriod(one, other) ? one : { unusable: heading };
  }
  return undefined;
}

function nextCut(text: string, cut: number): number {
  const next = text.slice(cut + 1).search(/[·/|( ]/u);
  return next < 0 ? text.length : cut + 1 + next;
}

function readPeriodPart(text: string, century?: number): PeriodHeading | undefined {
  if (ownWords.has(text)) return { period: { kind: "undated" }, own: true };
  const plain = readPlain(text, century);
  if (plain && !("unusable" in plain)) return { period: plain, own: false };
  const own = OWN.exec(text);
  const period = own ? readPlain((own[1] ?? own[2]).trim(), century) : undefined;
  return period && !("unusable" in period) ? { period, own: true } : undefined;
}

/** Names a quarter among other words, as `1957Q2计划` does: nobody can tell what stands below. */
export function speaksOfQuarter(heading: string): boolean {
  return heading.length <= LONGEST && QUARTER_AMONG_WORDS.test(simplified(headingText(heading)));
}

const QUARTER_AMONG_WORDS = /(?<!\d)(?:\d{4}|\d{2})[ -/]{0,2}q[1-4](?!\d)|(?<!\d)(?:\d{4}|\d{2})年?度?第?[一二三四1-4]季/u;

export function samePeriod(one: PeriodHeading, other: PeriodHeading): boolean {
  return one.own === other.own && periodOrder(one.period) === periodOrder(other.period);
}

/** A text that is the same for equal periods. */
export function periodOrder(period: HeadingPeriod): string {
  return period.kind === "quarter" ? `q${period.quarter}` : period.kind === "undated" ? "undated" : `${period.kind}${period.year}`;
}

function readPlain(text: string, century: number | undefined): HeadingPeriod | UnusablePeriod | undefined {
  if (undatedWords.has(text)) return { kind: "undated" };
  for (const form of QUARTER_FORMS) {
    const parts = form.exec(text)?.filter((part) => part !== undefined);
    if (parts) return quarterOf(parts[1], parts[2], { text, century });
  }
  for (const form of QUARTER_FIRST_FORMS) {
    const parts = form.exec(text)?.filter((part) => part !== undefined);
    if (parts) return quarterOf(parts[2], parts[1], { text, century });
  }
  for (const form of ANY_FORMS) {
    const parts = form.exec(text);
    if (parts) return { kind: "any", year: fullYear(parts[1], century) };
  }
  const year = YEAR_FORM.exec(text);
  const digits = year?.[1] ?? year?.[2] ?? year?.[3];
  if (digits !== undefined) return plausible(Number(digits), digits) ? { kind: "year", year: fullYear(digits, century) } : undefined;
  if (UNUSABLE.some((form) => form.test(text))) return { unusable: text };
  const available = AVAILABLE.exec(text);
  const rest = available?.[1] ?? available?.[2];
  return rest === undefined ? undefined : readPlain(rest.trim(), century);
}

function quarterOf(
  year: string,
  quarter: string,
  { text, century }: { text: string; century: number | undefined },
): HeadingPeriod | UnusablePeriod {
  const number = quarterWords[quarter] ?? Number(quarter);
  if (!(number >= 1 && number <= 4) || !plausible(Number(year), year)) return { unusable: text };
  return { kind: "quarter", quarter: fullYear(year, century) * 4 + number - 1 };
}

/** A four-digit number is a year only in times in which one plans. */
function plausible(year: number, digits: string): boolean {
  return digits.length === 2 || (year >= 1900 && year <= 2199);
}

export function fullYear(digits: string, century: number | undefined): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (century ?? (year < 50 ? 2000 : 1900));
}

/** The key of a quarter: `1956Q4`. */
export function quarterName(quarter: number): string {
  return `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
}
