/** The clerk's path on the page without Excel, as built: sample, Balance, save. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";
import { openStage } from "./openStage";
import { axeViolations, watchedPage } from "./watchedPage";

const stage = openStage();

const WORDS = {
  "zh-CN": { sample: "试用示例", balance: "平衡", save: "保存文件", check: "检查", undo: "撤销", settled: /^[\d,]+ 件中 [\d.]+ % 已落实$/ },
  en: {
    sample: "Try the sample",
    balance: "Balance",
    save: "Save the file",
    check: "Check",
    undo: "Undo",
    settled: /^[\d.]+ % of [\d,]+ pieces settled$/,
  },
} as const;
const LANGUAGES = ["zh-CN", "en"] as const;

const sampleFile = (language: string): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, `../../assets/samples/heilongjiang-1956.${language}.xlsx`)));

async function opened(language: (typeof LANGUAGES)[number], looks = {}) {
  const watched = await watchedPage(stage.browser, stage.site.origin, looks);
  await watched.page.goto(`${stage.site.origin}/index.html`);
  if (language === "en") {
    await watched.page.getByRole("button", { name: "菜单" }).click();
    await watched.page.getByRole("menuitemradio", { name: "English" }).click();
  }
  const button = (name: string) => watched.page.getByRole("button", { name, exact: true });
  return { ...watched, button };
}

test.each(LANGUAGES)("three clicks lead from nothing to the saved result, which is what the command line writes (%s)", async (language) => {
  const words = WORDS[language];
  const { page, wrongs, button } = await opened(language);
  await button(words.sample).click();
  await button(words.balance).click();
  await button(words.save).waitFor();
  expect(await page.getByRole("heading", { level: 2 }).innerText()).toMatch(words.settled);
  const [download] = await Promise.all([page.waitForEvent("download"), button(words.save).click()]);
  expect(download.suggestedFilename()).toBe(`heilongjiang-1956.${language}-balanced.xlsx`);
  const workbook = openXlsx(sampleFile(language));
  await balanceWorkbook(workbook, { withoutInvalid: false, language });
  expect(Buffer.compare(readFileSync(await download.path()), workbook.bytes())).toBe(0);
  expect(wrongs).toEqual([]);
});

test("the balance forms come by their button, shown among the sheets written, and saved as the command line writes them", async () => {
  const { page, wrongs, button } = await opened("zh-CN");
  await button("试用示例").click();
  await button("平衡").click();

  await button("加平衡表").click();
  await page.getByRole("list", { name: "写好的表" }).getByText("能力平衡表").waitFor();

  expect(await button("加平衡表").count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent("download"), button("保存文件").click()]);
  let workbook = openXlsx(sampleFile("zh-CN"));
  for (const forms of [false, true]) {
    await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN", forms });
    workbook = openXlsx(workbook.bytes());
  }
  expect(Buffer.compare(readFileSync(await download.path()), workbook.bytes())).toBe(0);
  expect(wrongs).toEqual([]);
});

test("undo brings back the workbook as it was opened", async () => {
  const { page, button } = await opened("zh-CN");
  await button("试用示例").click();
  await button("平衡").click();
  await button("撤销").click();
  await page.getByText("已恢复原来的内容。").waitFor();
  expect(await button("平衡").isVisible()).toBe(true);
  expect(await button("保存文件").count()).toBe(0);
});

test("what must be fixed is listed with its cell, and the rest can be balanced without it", async () => {
  const workbook = blankXlsx();
  const demand = [
    ["Factory", "Product", "Quantity"],
    ["Jiamusi Motor", "screw", "abc"],
    ["Jiamusi Motor", "nut", 20],
  ];
  const capacity = [
    ["Factory", "Item", "Quantity"],
    ["Fujin", "screw", 500],
    ["Fujin", "nut", 500],
  ];
  await workbook.write([plainSheet("Demand", demand), plainSheet("Capacity", capacity)]);
  const { page, wrongs, button } = await opened("en");
  const file = { name: "jiamusi.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(workbook.bytes()) };
  await page.getByLabel("Open a file").first().setInputFiles(file);
  await button("Fix 1 problem").click();
  expect(await page.getByRole("listitem").first().innerText()).toContain("Demand!C2");
  await page.getByRole("tab", { name: "Balance" }).click();
  await button("Balance without this row").click();
  await button("Save the file").waitFor();
  expect(await page.getByRole("heading", { level: 2 }).innerText()).toBe("100 % of 20 pieces settled");
  await button("Add the balance forms").click();
  await page.getByRole("list", { name: "Sheets written" }).getByText("Balance by product").waitFor();
  expect(wrongs).toEqual([]);
});

test("a template is saved as a file that can be opened and filled in", async () => {
  const { page, wrongs, button } = await opened("en");
  await page.getByRole("tab", { name: "Templates" }).click();
  expect(await axeViolations(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent("download"), button("Save the simple template").click()]);
  const names = (await openXlsx(readFileSync(await download.path())).sheets()).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Demand", "Capacity"]));
  expect(wrongs).toEqual([]);
});

test("a file that is no workbook is refused by a bar that says so", async () => {
  const { page, button, wrongs } = await opened("en");
  await page
    .getByLabel("Open a file")
    .first()
    .setInputFiles({ name: "letter.xlsx", mimeType: "text/plain", buffer: Buffer.from("Dear office") });
  await page.getByText("This file is no Excel workbook and was not opened.", { exact: false }).waitFor();
  expect(await button("Try the sample").isVisible()).toBe(true);
  expect(wrongs).toEqual([]);
});
