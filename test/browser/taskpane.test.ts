/** The pane in Excel, as built, in front of the emulated host: a blank workbook, the sample, Balance, Undo. */
import { ExcelHost } from "../excel/excelHost";
import { pageOffice } from "../excel/pageOffice";
import { openStage } from "./openStage";
import { axeViolations, watchedPage } from "./watchedPage";

const stage = openStage();

const WORDS = {
  "zh-CN": { sample: "试用示例", balance: "平衡", undo: "撤销", settled: /^[\d,]+ 件中 [\d.]+ % 已落实$/, agreements: "协作协议" },
  en: {
    sample: "Try the sample",
    balance: "Balance",
    undo: "Undo",
    settled: /^[\d.]+ % of [\d,]+ pieces settled$/,
    agreements: "Agreements",
  },
} as const;

async function paneOn(host: ExcelHost, language: string, tab = "balance") {
  const watched = await watchedPage(stage.browser, stage.site.origin);
  await watched.page.exposeFunction("answerExcel", (body: string) => host.answer(body));
  await watched.page.route("**/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: pageOffice({ language }) }));
  await watched.page.goto(`${stage.site.origin}/taskpane.html?tab=${tab}`);
  const button = (name: string) => watched.page.getByRole("button", { name, exact: true });
  return { ...watched, button };
}

test.each([
  ["zh-CN", "zh-CN"],
  ["en", "en-US"],
] as const)("a blank workbook is balanced in two clicks (%s)", async (language, displayLanguage) => {
  const words = WORDS[language];
  const host = new ExcelHost();
  host.book.add("Sheet1");
  const { page, wrongs, button } = await paneOn(host, displayLanguage);
  await button(words.sample).click();
  await button(words.balance).click();
  await page.getByRole("heading", { level: 2 }).waitFor({ timeout: 90_000 });
  expect(await page.getByRole("heading", { level: 2 }).innerText()).toMatch(words.settled);
  expect(host.book.names.get("cb.agreements")?.sheet?.name).toBe(words.agreements);
  expect([...host.book.names.keys()].filter((name) => /staging|incomplete/i.test(name))).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
  expect(wrongs).toEqual([]);
});

test("the ribbon's Templates button opens the pane at the templates, and inserting twice is refused by a bar", async () => {
  const host = new ExcelHost();
  host.book.add("Sheet1");
  const { page, button } = await paneOn(host, "en-US", "templates");
  await button("Insert the simple template").click();
  await button("Balance")
    .or(button("Fix 1 problem"))
    .or(page.getByRole("button", { name: /^Fix/ }))
    .first()
    .waitFor();
  expect(host.book.find("Demand")).not.toBeNull();
  await page.getByRole("tab", { name: "Templates" }).click();
  await button("Insert the simple template").click();
  await page.getByText("nothing was inserted", { exact: false }).waitFor();
  expect(host.book.sheets.filter((sheet) => sheet.name.startsWith("Demand"))).toHaveLength(1);
});
