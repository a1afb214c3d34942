import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf, childrenOf } from "./xmlTree";

/** Built-in number formats that show a calendar date (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** The cell formats (numbers in cellXfs) that show a calendar date; only such numbers move when a workbook counts from 1904. */
export function dateStyles(styles: XmlElement): ReadonlySet<number> {
  const custom = new Map<number, boolean>();
  const formats = childOf(styles, "numFmts");
  for (const format of formats === undefined ? [] : childrenOf(formats, "numFmt")) {
    custom.set(Number(attributeOf(format, "numFmtId")), showsDate(attributeOf(format, "formatCode") ?? ""));
  }
  const found = new Set<number>();
  const cellFormats = childOf(styles, "cellXfs");
  for (const [index, format] of (cellFormats === undefined ? [] : childrenOf(cellFormats, "xf")).entries()) {
    const number = Number(attributeOf(format, "numFmtId") ?? 0);
    if (custom.get(number) ?? BUILT_IN_DATES.has(number)) found.add(index);
  }
  return found;
}

/** Years or days in the first section, outside quotes, escapes and brackets; "mm:ss" alone is a time of day. */
export function showsDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0];
  return !/general/i.test(bare) && /[yde]/i.test(bare.replace(/0[.]?0*E[+-]/gi, ""));
}
