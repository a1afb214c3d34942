/** A return slip: why a file was not taken, in the cells of the office's own workbook. */
import { refusalSentence, slipTexts } from "../../i18n/collecting";
import { fileWord } from "../../i18n/sharing";
import { shareTexts } from "../../i18n/sharing";
import type { CellStyle, CellValue, WrittenSheet } from "../../workbook/workbook";
import { problemSentence } from "../table/problemSentence";
import type { SheetLanguage } from "../reading";
import type { Incoming, Refusal } from "./incoming";

export interface SlipFacts {
  readonly file: string;
  readonly office: string | undefined;
  readonly incoming: Incoming | undefined;
  readonly refusal: Refusal;
}

export function layReturnSlip(
  { file, office, incoming, refusal }: SlipFacts,
  { from, language }: { from: string; language: SheetLanguage },
): WrittenSheet {
  const facts: CellValue[][] = [
    [slipTexts.paper[language], shareTexts.slip[language]],
    [slipTexts.from[language], from],
    [slipTexts.file[language], file],
    ...(office === undefined ? [] : [[slipTexts.office[language], office]]),
    ...(incoming
      ? [
          [slipTexts.version[language], incoming.version],
          [slipTexts.checkCode[language], incoming.checkCode],
        ]
      : []),
    [slipTexts.why[language], refusalSentence[language](refusal)],
  ];
  const problems = refusal.kind === "must fix" ? refusal.problems : [];
  const header = [slipTexts.sheet, slipTexts.cell, slipTexts.rule, slipTexts.problem].map((text) => text[language]);
  const rows: CellValue[][] = [
    [shareTexts.slip[language]],
    ...facts,
    ...(problems.length > 0
      ? [[], header, ...problems.map(({ sheet, cell, problem }) => [sheet, cell, problem.rule, problemSentence(problem, language)])]
      : []),
  ];
  return {
    name: shareTexts.slip[language],
    visibility: "visible",
    columns: [
      { width: 18, style: "text" },
      { width: 40, style: "wrapped" },
      { width: 8, style: "text" },
      { width: 80, style: "wrapped" },
    ],
    rows,
    rowStyles: new Map<number, CellStyle>([[0, "title"], ...(problems.length > 0 ? [[facts.length + 2, "header"] as const] : [])]), // prettier-ignore
    print: { landscape: true },
  };
}

/** `退回单_<file>.xlsx`. */
export function slipName(file: string, language: SheetLanguage): string {
  const name = file.replace(/^.*[\\/]/u, "").replace(/\.[^.]*$/u, "");
  return `${fileWord(`${shareTexts.slip[language]}_${name}`)}.xlsx`;
}
