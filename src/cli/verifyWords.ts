/** What Verify found, in words: the verdict, the sheets that changed, the agreement rows one by one, and what to do. */
import type { VerificationJson } from "../actions/verificationJson";
import type { Language } from "../i18n/language";
import { andMore } from "../i18n/settlement";
import { belongsTogether, doesNotBelong, rowChange, sheetChange, verifyTexts } from "../i18n/verification";

/** Rows beyond these are counted; a sheet that was pasted over has them all. */
const MOST_ROWS = 200;

export function verifyWords(
  { verified, record, office, checkCode, sheets, rows }: VerificationJson,
  language: Language,
): readonly string[] {
  if (verified) return [belongsTogether[language]({ checkCode: checkCode.now, office, sheets: sheets.length })];
  if (record === "none") return [verifyTexts.noRecord[language]];
  const changed = sheets.flatMap(({ sheet, state }) => (state === "same" ? [] : [sheetChange[language]({ sheet, state })]));
  const lines = [...changed, ...rows.slice(0, MOST_ROWS).map((row) => rowChange[language](row))].map((line) => `  ${line}`);
  return [
    ...(record === "broken off" ? [verifyTexts.brokenOff[language]] : []),
    ...(lines.length > 0 ? [doesNotBelong[language](checkCode), ...lines] : []),
    ...(rows.length > MOST_ROWS ? [`  ${andMore[language]({ more: rows.length - MOST_ROWS })}`] : []),
    ...(lines.length > 0 ? [verifyTexts.next[language]] : []),
  ];
}
