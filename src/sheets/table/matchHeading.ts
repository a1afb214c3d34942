/** Which column a heading means: exact name, alias, both languages in one cell, a unit in brackets behind it. */
import type { SheetTable } from "./column";
import { fieldColumns } from "./column";
import { headingText } from "./normalText";
import { simplified } from "./simplified";

export interface HeadingMatch<Field extends string> {
  readonly field: Field;
  /** 0: the name itself, 1: an alias or the name among other words. */
  readonly rank: 0 | 1;
}
export type HeadingMatcher<Field extends string> = (heading: string) => HeadingMatch<Field> | undefined;

export function headingMatcher<Field extends string>(table: SheetTable<Field>): HeadingMatcher<Field> {
  const known = new Map<string, HeadingMatch<Field>>();
  for (const { field, aliases } of fieldColumns(table)) for (const alias of aliases) known.set(key(alias), { field, rank: 1 });
  for (const { field, names } of fieldColumns(table))
    for (const name of [names["zh-CN"], names.en]) known.set(key(name), { field, rank: 0 });
  return (heading) => {
    if (heading.length > LONGEST) return undefined;
    const text = key(heading);
    return text === "" ? undefined : (known.get(text) ?? known.get(withoutBrackets(text)) ?? matchBilingual(text, known));
  };
}

/** Beyond this a heading is a paragraph; the patterns would take the square of its length. */
const LONGEST = 200;

const key = (text: string): string => simplified(headingText(text)).replace(/\.$/u, "");

/** `单件重量(公斤)` and `km(whole)`: what stands in brackets at the end explains the column and doesn't name it. */
function withoutBrackets(text: string): string {
  return key(text.replace(/[([【][^)\]】]*[)\]】]$/u, ""));
}

/** `需方工厂 Factory`, `factory·需方工厂`: a Chinese and a Latin part that mean the same column. */
function matchBilingual<Field extends string>(
  text: string,
  known: ReadonlyMap<string, HeadingMatch<Field>>,
): HeadingMatch<Field> | undefined {
  const parts =
    /^(\P{Script=Han}*[a-z.'])[^\p{Script=Han}a-z]*(\p{Script=Han}.*)$/u.exec(text) ??
    /^(.*\p{Script=Han}[^a-z]*?)[^\p{Script=Han}a-z]*([a-z].*)$/u.exec(text);
  if (!parts) return undefined;
  const [one, other] = [parts[1], parts[2]].map(
    (part) => known.get(key(part)) ?? known.get(key(part.replace(/[()·/|]+/gu, " "))) ?? known.get(withoutBrackets(key(part))),
  );
  if (!one || !other || one.field !== other.field) return undefined;
  return { field: one.field, rank: one.rank === 0 || other.rank === 0 ? 0 : 1 };
}
