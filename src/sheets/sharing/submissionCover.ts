/** The Cover of a submission: label left, value right, and back again. */
import { shareTexts } from "../../i18n/sharing";
import type { CellStyle, CellValue, Sheet, WrittenSheet } from "../../workbook/workbook";
import { fieldColumns } from "../table/column";
import { readLabels } from "../inputs/cover";
import type { SheetLanguage } from "../reading";
import type { FieldCells } from "./fieldCells";
import { submissionCoverTable, type SubmissionCoverField } from "./sharedTables";
import { contentCode, textCells, type Submission, type SubmissionCover, type SubmissionRows } from "./submission";
import { goalWord } from "./wordOf";

type Labelled = readonly (readonly [SubmissionCoverField, string | number])[];

function labelled(cover: SubmissionCover, rows: SubmissionRows, language: SheetLanguage): Labelled {
  const count = (kind: "Demand" | "Capacity" | "Settled below"): number => rows.get(kind)?.length ?? 0;
  const inHouse = rows.get("Demand")?.filter((cells) => isInHouse(cells)).length ?? 0;
  const home = cover.balanced === "at home" ? shareTexts.balancedAtHome : shareTexts.balancedHere;
  return [
    ["paper", shareTexts.submission[language]],
    ["office", cover.office],
    ["officeCode", cover.officeCode],
    ["sendTo", cover.sendTo],
    ["round", cover.round],
    ["planStarts", cover.planStarts],
    ["quarters", cover.quarters],
    ["version", cover.version],
    ["preparedBy", cover.preparedBy],
    ["checkedBy", cover.checkedBy],
    ["responsible", cover.responsible],
    ["date", cover.date],
    ["goals", cover.goals.map((goal) => goalWord(goal, language)).join(language === "en" ? ", " : "、")],
    ["template", 1],
    ["balanced", home[language]],
    ["needs", count("Demand") - inHouse],
    ["inHouse", inHouse],
    ["capacities", count("Capacity")],
    ["settled", count("Settled below")],
    ["quantities", cover.quantities],
  ];
}

function isInHouse(cells: FieldCells): boolean {
  const kind = String(cells.get("kind") ?? "");
  return kind.startsWith("In-house") || kind.startsWith("自制");
}

/** The check code of a submission that is being composed. */
export function codeOf({ cover, rows, language }: Pick<Submission, "cover" | "rows" | "language">): string {
  return contentCode(textCells(labelled(cover, rows, language)), rows);
}

export function laySubmissionCover(submission: Submission): WrittenSheet {
  const { cover, rows, language, checkCode } = submission;
  const names = new Map(fieldColumns(submissionCoverTable).map((column) => [column.field, column.names[language]]));
  const lines = [...labelled(cover, rows, language), ["checkCode", checkCode] as const].filter(([, value]) => value !== "");
  return {
    name: submissionCoverTable.names[language],
    visibility: "visible",
    columns: [
      { width: 22, style: "label" },
      { width: 48, style: "text" },
    ],
    rows: [
      [`${cover.office}${language === "en" ? ": " : ""}${shareTexts.submission[language]}`],
      [],
      ...lines.map(([field, value]): CellValue[] => [names.get(field) ?? field, value]),
    ],
    rowStyles: new Map<number, CellStyle>([[0, "title"]]),
    print: { landscape: false },
  };
}

/** What the Cover of a file says, by field, and the check code it states: only a submission has one. */
export function readSubmissionCover(sheet: Sheet): { readonly cells: FieldCells; readonly checkCode: string | undefined } {
  const { texts } = readLabels(sheet, submissionCoverTable);
  const checkCode = texts.get("checkCode");
  const cells = textCells([...texts].filter(([field]) => field !== "checkCode"));
  return { cells, checkCode };
}
