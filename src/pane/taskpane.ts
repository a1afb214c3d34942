/** Entry of taskpane.html: the pane in Excel. Office.js is loaded by the page before this. */
import { draw } from "./draw";
import { ExcelDesk } from "./excelDesk";
import { rememberedLanguage, rememberLanguage } from "./surroundings";

// Office.js empties history.replaceState and the address with it: what the button asked for is read first.
const tab = new URLSearchParams(location.search).get("tab");

void Office.onReady(() => {
  const { displayLanguage } = Office.context;
  draw({
    language: rememberedLanguage() ?? (displayLanguage === undefined || displayLanguage.startsWith("zh") ? "zh-CN" : "en"),
    remember: rememberLanguage,
    tab,
    isDark: () => Office.context.officeTheme?.isDarkTheme ?? matchMedia("(prefers-color-scheme: dark)").matches,
    onThemeChange: () => () => undefined,
    desk: new ExcelDesk(),
  });
});
