/** Make templates: writes the sheets a clerk fills in beside what the workbook has. */
import type { Language } from "../i18n/language";
import { templateSheets, type TemplateSize } from "../sheets/templates/templateSheets";
import type { Workbook } from "../workbook/workbook";
import { insertSheets } from "./insertSheets";

export interface TemplateOptions {
  readonly size: TemplateSize;
  readonly language: Language;
}

/**
 * Writes the template; a workbook that has a sheet of one of these names is left as it is, see insertSheets.
 *
 * @example
 * const workbook = blankXlsx();
 * await makeTemplate(workbook, { size: "simple", language: "zh-CN" });
 */
export function makeTemplate(workbook: Workbook, { size, language }: TemplateOptions): Promise<void> {
  return insertSheets(workbook, templateSheets(size, language));
}
