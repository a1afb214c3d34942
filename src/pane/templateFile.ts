import { makeTemplate } from "../actions/makeTemplates";
import type { Language } from "../i18n/language";
import { templateFileNames } from "../i18n/paneTemplates";
import { blankXlsx } from "../workbook/xlsxWorkbook";
import type { TemplateSize } from "./surroundings";

/** A template as a file of its own. */
export async function templateFile(
  size: TemplateSize,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const workbook = blankXlsx();
  await makeTemplate(workbook, { size, language });
  return { name: templateFileNames[size][language], bytes: new Uint8Array(workbook.bytes()) };
}
