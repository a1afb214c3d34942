/** Entry of taskpane.html: the pane in Excel. Office.js is loaded by the page before this. */
import type { Language } from "../i18n/language";
import { draw } from "./draw";
import { ExcelDesk } from "./excelDesk";
import { officeTheme } from "./officeTheme";
import { rememberedLanguage, rememberLanguage, type TemplateSize } from "./surroundings";

// Office.js empties history.replaceState and the address with it: what the button asked for is read first.
const tab = new URLSearchParams(location.search).get("tab");

const excel = new ExcelDesk();

async function openSample(language: Language): Promise<ExcelDesk> {
  const { insertSample } = await import("./insertSample");
  await excel.insert((workbook) => insertSample(workbook, language));
  return excel;
}

async function insertTemplate(size: TemplateSize, language: Language): Promise<ExcelDesk> {
  const { makeTemplate } = await import("../actions/makeTemplates");
  await excel.insert((workbook) => makeTemplate(workbook, { size, language }));
  return excel;
}

void Office.onReady(() => {
  const { displayLanguage } = Office.context;
  draw({
    language: rememberedLanguage() ?? (displayLanguage === undefined || displayLanguage.startsWith("zh") ? "zh-CN" : "en"),
    remember: rememberLanguage,
    tab,
    ...officeTheme(() => Office.context.officeTheme),
    desk: excel,
    openSample,
    makeTemplate: insertTemplate,
  });
});
