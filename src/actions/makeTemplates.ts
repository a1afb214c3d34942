/** Make templates: writes the sheets a clerk fills in into a blank workbook. */
import type { Language } from "../i18n/language";
import { templateSheets, type TemplateSize } from "../sheets/templates/templateSheets";
import { WorkbookError, type Workbook } from "../workbook/workbook";

export interface TemplateOptions {
  readonly size: TemplateSize;
  readonly language: Language;
}

/**
 * Writes the template. A workbook that has a sheet of one of these names is left as it is (fault "sheets there", with the names):
 * a second Demand beside the clerk's would leave nobody knowing which is meant.
 *
 * @example
 * const workbook = blankXlsx();
 * await makeTemplate(workbook, { size: "simple", language: "zh-CN" });
 */
export async function makeTemplate(workbook: Workbook, { size, language }: TemplateOptions): Promise<void> {
  const sheets = templateSheets(size, language);
  const present = new Set((await workbook.sheets()).map(({ name }) => name.toLowerCase()));
  const taken = sheets.map(({ name }) => name).filter((name) => present.has(name.toLowerCase()));
  const places = taken.map((sheet) => ({ sheet }));
  if (taken.length > 0) throw new WorkbookError("sheets there", taken.join(", "), { places });
  await workbook.write(sheets);
}
