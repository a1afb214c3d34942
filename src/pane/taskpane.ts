/** Entry of taskpane.html: the pane in Excel. Office.js is loaded by the page before this. */
import type { Language } from "../i18n/language";
import { draw } from "./draw";
import { ExcelDesk } from "./excelDesk";
import { plainMessage } from "./plainMessage";
import { sampleBytes } from "./sample";
import { officeTheme } from "./officeTheme";
import { rememberedLanguage, rememberLanguage, type TemplateSize } from "./surroundings";

// Office.js empties history.replaceState and the address with it: what the button asked for is read first.
const tab = new URLSearchParams(location.search).get("tab");

const excel = new ExcelDesk();

async function openSample(language: Language): Promise<ExcelDesk> {
  const [{ insertSample }, bytes] = await Promise.all([import("./insertSample"), sampleBytes(language)]);
  await excel.insert((workbook) => insertSample(workbook, bytes));
  return excel;
}

async function insertTemplate(size: TemplateSize, language: Language): Promise<ExcelDesk> {
  const { makeTemplate } = await import("../actions/makeTemplates");
  await excel.insert((workbook) => makeTemplate(workbook, { size, language }));
  return excel;
}

function open(): void {
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
}

/** Opened outside Excel, Office.js brings no Excel. */
function belongsElsewhere(): void {
  document.documentElement.dataset.pane = "plain";
  document.getElementById("root")?.replaceChildren(plainMessage("no excel"));
}

// Where Office.js did not arrive, the page's guard says so.
if (typeof Office !== "undefined") {
  document.documentElement.dataset.waiting = "for Excel";
  void Office.onReady(() => (typeof Excel === "undefined" ? belongsElsewhere() : open()));
}
