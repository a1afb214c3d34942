/**
 * The script to serve in place of office.js to a page in a browser: the genuine client for Windows, and glue that hands its
 * requests to `window.answerExcel`. The workbook stays in the test, which edits it and breaks it as it likes:
 *
 *     const host = new ExcelHost();
 *     await page.exposeFunction("answerExcel", (body: string) => host.answer(body));
 *     await page.route("**\/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: pageOffice({ language: "zh-CN" }) }));
 */
import { readFileSync } from "node:fs";
import { clientFile } from "./genuineClient";

export interface PageOffice {
  /** Of Office's own menus, e.g. "zh-CN". */
  readonly language: string;
  /** Minor number of ExcelApi 1.x. */
  readonly level?: number;
  /** An expression of the page that readiness waits for. */
  readonly readyAfter?: string;
  /** As Office.context.officeTheme gives it; absent where Office gives none, as on the web. */
  readonly theme?: Readonly<Record<string, string | boolean>>;
}

export function pageOffice({ language, level = 14, theme, readyAfter = "undefined" }: PageOffice): string {
  const context = JSON.stringify({
    displayLanguage: language,
    contentLanguage: language,
    host: "Excel",
    platform: "PC",
    officeTheme: theme,
    diagnostics: { host: "Excel", platform: "PC", version: "16.0" },
  });
  return `${readFileSync(clientFile, "utf8")}
;(() => {
  "use strict";
  const context = ${context};
  context.requirements = {
    isSetSupported: (set, version = "1.1") => {
      const [major, minor = 0] = String(version).split(".").map(Number);
      return set === "ExcelApi" ? major < 1 || (major === 1 && minor <= ${level}) : false;
    },
  };
  const info = { host: "Excel", platform: "PC" };
  const onReady = (ready) => Promise.resolve(${readyAfter}).then(() => (ready?.(info), info));
  window.Office = Object.create(window.Office, { context: { value: context }, onReady: { value: onReady } });
  Object.getPrototypeOf(OfficeExtension.Utility)._doApiNotSupportedCheck = true;
  OSF.DDA.RichApi.executeRichApiRequestAsync = (message, answered) => void window.answerExcel(message[4]).then(answered);
})();
`;
}
