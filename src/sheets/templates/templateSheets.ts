/** The sheets of a template, in the order of their tabs. */
import type { Language } from "../../i18n/language";
import { simpleNote } from "../../i18n/templates";
import type { CellStyle, WrittenSheet } from "../../workbook/workbook";
import * as full from "./fullTemplate";
import { layCover } from "./layCover";
import { layTemplate, templateFooter } from "./layTemplate";
import { simpleCapacityLayout, simpleDemandLayout } from "./simpleTemplate";

export type TemplateSize = "simple" | "full";

/**
 * simple: a note, Demand and Capacity; full: every sheet a clerk can fill. Nothing in them is data: examples stand in words
 * above the headings.
 */
export function templateSheets(size: TemplateSize, language: Language): readonly WrittenSheet[] {
  if (size === "simple")
    return [noteSheet(language), layTemplate(simpleDemandLayout, language), layTemplate(simpleCapacityLayout, language)];
  return [
    layCover(language),
    layTemplate(full.placesLayout, language),
    layTemplate(full.distancesLayout, language),
    layTemplate(full.factoriesLayout, language),
    layTemplate(full.equipmentLayout, language),
    layTemplate(full.productsLayout, language),
    layTemplate(full.demandLayout, language),
    layTemplate(full.capacityLayout, language),
    layTemplate(full.standingLayout, language),
    layTemplate(full.lastYearLayout, language),
  ];
}

function noteSheet(language: Language): WrittenSheet {
  return {
    name: simpleNote.tab[language],
    visibility: "visible",
    columns: [{ width: 110, style: "wrapped" }],
    rows: [[simpleNote.title[language]], ...simpleNote.lines.map((line) => [line[language]])],
    rowStyles: new Map<number, CellStyle>([[0, "title"]]),
    print: { landscape: true, footer: templateFooter(simpleNote.title[language], language) },
  };
}
