/** The full template's Cover: label left, what is given or an empty cell right, help on both. */
import type { Language } from "../../i18n/language";
import { coverHelp, sheetNotes } from "../../i18n/templates";
import type { CellStyle, CellValue, WrittenSheet, WrittenValidation } from "../../workbook/workbook";
import { fieldColumns } from "../table/column";
import { coverTable, type CoverField } from "../inputs/cover";
import { templateFooter } from "./layTemplate";
import { COVER_FIRST_ROW, startText, UNFILLED_PLAN } from "./quarterHeadings";
import { whole, type TemplateRule } from "./templateLayout";
import { ruleOn } from "./templateRules";

/** What stands there from the beginning. */
export type CoverCells = Readonly<Partial<Record<CoverField, CellValue>>>;

const unfilled: CoverCells = { planStarts: startText(UNFILLED_PLAN), quarters: UNFILLED_PLAN.quarters, version: 1, template: 1 };
const rules: Readonly<Partial<Record<CoverField, TemplateRule>>> = { quarters: whole(1, 40), version: whole(1, 9_999) };

export function layCover(language: Language, given: CoverCells = unfilled): WrittenSheet {
  const title = coverTable.names[language];
  const fields = fieldColumns(coverTable);
  const validations = fields.flatMap(({ field, names }, index): readonly WrittenValidation[] => {
    const row = COVER_FIRST_ROW + index;
    const help = { promptTitle: names[language], prompt: coverHelp[field][language] };
    const cell = { top: row, left: 1, bottom: row, right: 1 };
    const rule = rules[field];
    return [
      { range: { ...cell, left: 0, right: 0 }, ...help, severity: "stop" },
      rule ? { ...ruleOn(cell, rule, { language }), ...help } : { range: cell, ...help, severity: "stop" },
    ];
  });
  return {
    name: title,
    visibility: "visible",
    columns: [
      { width: 22, style: "label" },
      { width: 44, style: "text" },
    ],
    rows: [[title], [sheetNotes.Cover[language]], ...fields.map(({ field, names }) => [names[language], given[field] ?? null])],
    rowStyles: new Map<number, CellStyle>([
      [0, "title"],
      [1, "note"],
    ]),
    cellStyles: new Map(fields.map((_, index) => [COVER_FIRST_ROW + index, new Map<number, CellStyle>([[1, "input"]])])),
    freeze: { rows: COVER_FIRST_ROW, columns: 0 },
    validations,
    print: { landscape: true, footer: templateFooter(title, language) },
  };
}
