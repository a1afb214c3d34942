/** The Share tab on the page without Excel, in its narrowest width: every state of it in all looks; what is called off changes nothing. */
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { stepNames } from "../../src/i18n/paneShare";
import { paneTexts } from "../../src/i18n/pane";
import { expectInOrder, SHOWN } from "./inOrder";
import { openStage } from "./openStage";
import { openedPage, type Opened } from "./openedPage";

const stage = openStage();

type Language = "zh-CN" | "en";

interface OnShare extends Opened {
  readonly step: (verb: keyof typeof stepNames) => Promise<void>;
  readonly give: (verb: "collect" | "receive", files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => Promise<void>;
}

/** A file opened and, where that is asked for, balanced; its Share tab. */
async function shareTab(file: string, language: Language, options: { readonly balance: boolean } & object): Promise<OnShare> {
  const opened = await openedPage({ browser: stage.browser, origin: stage.site.origin }, language, { ...options, width: 320 });
  const { page, button } = opened;
  await page.getByLabel(paneTexts.openFile[language]).first().setInputFiles(file);
  await button(paneTexts.balance[language]).waitFor();
  if (options.balance) {
    await button(paneTexts.balance[language]).click();
    await button(paneTexts.save[language]).waitFor();
  }
  await page.getByRole("tab", { name: paneTexts.shareTab[language], exact: true }).click();
  return {
    ...opened,
    step: (verb) => button(stepNames[verb][language]).click(),
    give: (verb, files) => {
      const buffers = files.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
      return page.locator(`input[aria-label="${stepNames[verb][language]}"]`).setInputFiles(buffers);
    },
  };
}

const HULAN = "assets/samples/round/hulan.xlsx";
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

test("verify, start a round, and hear why nothing can be returned", async () => {
  const { page, step, wrongs } = await shareTab("assets/samples/heilongjiang-1956.zh-CN.xlsx", "zh-CN", { balance: true });
  await step("verify");
  await page.getByText(/^相符：/u).waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), step("start round")]);
  expect(saved.suggestedFilename()).toBe("发起填报.zip");
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(await saved.path()))))).toHaveLength(12);
  await step("return");
  await page.getByText("没有下级上报过", { exact: false }).waitFor();
  await expectInOrder(page, "not done");
  expect(wrongs).toEqual([]);
});

test.each(SHOWN)("nothing is wrong in any state of sharing: %j", async ({ language, ...looks }) => {
  const { page, button, step, give, wrongs } = await shareTab(HULAN, language, { ...looks, balance: true });
  await step("submit");
  await page.getByRole("textbox").first().waitFor();
  await expectInOrder(page, "asked");
  await page.getByRole("textbox").first().fill("请省里安排");
  await Promise.all([page.waitForEvent("download"), step("submit")]);
  await button(paneTexts.undo[language]).waitFor();
  await expectInOrder(page, "submitted");
  await give("collect", [
    { name: "broken.xlsx", bytes: bytesOf(HULAN).slice(0, 9_000) },
    { name: "shuangcheng.xlsx", bytes: bytesOf("assets/samples/round/shuangcheng.xlsx") },
  ]);
  await page.getByText("broken.xlsx").first().waitFor();
  await expectInOrder(page, "collected");
  await give("receive", [{ name: "hulan.xlsx", bytes: bytesOf(HULAN) }]);
  await page.getByText(language === "en" ? "This is not a return." : "这不是下达表。").waitFor();
  await expectInOrder(page, "refused");
  expect(wrongs).toEqual([]);
});

test("many files are counted while they are collected, the page stays free, and Cancel leaves the workbook as it was", async () => {
  const { page, button, give, wrongs } = await shareTab("assets/samples/round/province.xlsx", "en", { balance: false });
  const sample = bytesOf("assets/samples/heilongjiang-1956.en.xlsx");
  await give(
    "collect",
    Array.from({ length: 40 }, (_, index) => ({ name: `county ${index + 1}.xlsx`, bytes: sample })),
  );
  await page.getByText(/^Collecting \(\d+ of 40, now county \d+\.xlsx\)$/u).waitFor();
  await expectInOrder(page, "collecting");
  await button("Cancel").click();
  await page.getByText("Called off; nothing was written.").waitFor();
  expect(await button("Undo").count()).toBe(0);
  expect(await button("Collect submissions").isEnabled()).toBe(true);
  expect(wrongs).toEqual([]);
});

test("the keyboard alone submits: what is asked for is reached by Tab, and focus is never lost", async () => {
  const { page, button, wrongs } = await shareTab(HULAN, "en", { balance: true });
  const lost = () => page.evaluate(() => document.activeElement === document.body);
  await button("Submit").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox").waitFor();
  expect(await lost()).toBe(false);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.type("the province is asked");
  expect(await page.getByRole("textbox").inputValue()).toBe("the province is asked");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await page.getByRole("status").filter({ hasText: "version 1, check code" }).waitFor();
  expect(await lost()).toBe(false);
  expect(wrongs).toEqual([]);
});
