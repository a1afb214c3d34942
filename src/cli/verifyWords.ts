/** What Verify found, in words: the verdict, the sheets that changed, the agreement rows one by one, and what to do. */
import { cellsOf } from "../actions/verificationJson";
import type { Language } from "../i18n/language";
import { andMore } from "../i18n/settlement";
import { belongsTogether, doesNotBelong, onlyDecisions, rowChange, sheetChange, verifyTexts } from "../i18n/verification";
import { isVerified, type Verification } from "../sheets/verification";

/** Rows beyond these are counted; a sheet that was pasted over has them all. */
const MOST_ROWS = 200;

export function verifyWords(found: Verification, language: Language): readonly string[] {
  const { run, brokenOff, sheets, rows, checkCode } = found;
  const broken = brokenOff ? [verifyTexts.brokenOff[language]] : [];
  if (!run) return brokenOff ? broken : [verifyTexts.noRecord[language]];
  if (isVerified(found)) return [belongsTogether[language]({ checkCode, office: run.office, sheets: sheets.length })];
  const changed = sheets.flatMap(({ sheet, state }) => (state === "same" ? [] : [{ sheet, state }]));
  const only = rows.length === 0 && changed.some(({ sheet, state }) => state === "changed" && sheet === found.agreementsSheet);
  const shown = rows.slice(0, MOST_ROWS).map((row) => `  ${rowChange[language]({ ...row, cells: cellsOf(row) })}`);
  return [
    ...broken,
    ...(changed.length + rows.length > 0 ? [doesNotBelong[language]({ recorded: run.checkCode, now: checkCode })] : []),
    ...changed.map((entry) => `  ${sheetChange[language](entry)}`),
    ...(only ? [`    ${onlyDecisions[language]}`] : []),
    ...shown,
    ...(rows.length > MOST_ROWS ? [`  ${andMore[language]({ more: rows.length - MOST_ROWS })}`] : []),
    verifyTexts.next[language],
  ];
}
