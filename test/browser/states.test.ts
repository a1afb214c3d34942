/** Every state of the pane, in both languages and all looks, at its narrowest: axe finds nothing and nothing is cut off. */
import { expectInOrder, SHOWN } from "./inOrder";
import { openStage } from "./openStage";
import { openedPage } from "./openedPage";

const stage = openStage();

const WORDS = {
  "zh-CN": {
    ...{
      sample: "试用示例",
      balance: "平衡",
      cancel: "取消",
      undo: "撤销",
      menu: "菜单",
      open: "打开文件",
      goals: "平衡目标",
      about: "关于",
    },
    tabs: ["检查", "共享", "模板", "平衡"],
  },
  en: {
    ...{ sample: "Try the sample", balance: "Balance", cancel: "Cancel", undo: "Undo", menu: "Menu", open: "Open a file" },
    ...{ goals: "Goals", about: "About", tabs: ["Check", "Share", "Templates", "Balance"] },
  },
} as const;

/** A balance does not begin until `window.go` is called, which tells how many were held. */
function heldBalance(): void {
  const held: (() => void)[] = [];
  const post = Worker.prototype.postMessage;
  const page = window as unknown as { go?: () => number };
  let free = false;
  page.go = () => {
    free = true;
    for (const begin of held) begin();
    return held.length;
  };
  Worker.prototype.postMessage = function (this: Worker, message: { job?: { verb?: string } }) {
    if (message.job?.verb === "balance" && !free) held.push(() => post.call(this, message));
    else post.call(this, message);
  };
}

test.each(SHOWN)("nothing is wrong in any state: %j", async ({ language, ...looks }) => {
  const words = WORDS[language];
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, language, {
    ...looks,
    width: 320,
    before: heldBalance,
  });
  await page
    .getByLabel(words.open)
    .first()
    .setInputFiles({ name: "letter.xlsx", mimeType: "text/plain", buffer: Buffer.from("Dear office") });
  await page.getByRole("alert").locator(".fui-MessageBar").waitFor();
  await expectInOrder(page, "failed");
  await button(words.sample).click();
  await page.getByRole("listitem").first().waitFor();
  await page.getByRole("grid").waitFor();
  await expectInOrder(page, "ready");
  await button(words.balance).click();
  await button(words.cancel).waitFor();
  await expectInOrder(page, "running");
  expect(await page.evaluate(() => (window as unknown as { go: () => number }).go())).toBe(1);
  await button(words.undo).waitFor();
  const folded = page.locator("h3 button[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
  await expectInOrder(page, "result");
  for (const name of words.tabs) {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.waitForTimeout(200);
    await expectInOrder(page, name);
  }
  await button(words.menu).click();
  await page.getByRole("menuitem", { name: words.goals }).waitFor();
  await expectInOrder(page, "menu");
  await page.getByRole("menuitem", { name: words.goals }).click();
  await page.getByRole("heading", { name: words.goals }).waitFor();
  await expectInOrder(page, "goals");
  await button(words.menu).click();
  await page.getByRole("menuitem", { name: words.about }).click();
  await page.getByRole("heading", { name: words.about }).waitFor();
  await expectInOrder(page, "about");
  expect(wrongs).toEqual([]);
});

test("the keyboard alone leads from nothing to the result, and focus is never lost", async () => {
  const { page, button } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", {});
  const lost = () => page.evaluate(() => document.activeElement === document.body);
  await button("Try the sample").focus();
  await page.keyboard.press("Enter");
  await button("Balance").waitFor();
  expect(await lost()).toBe(false);
  for (let tabs = 0; tabs < 30 && !(await button("Balance").evaluate((element) => element === document.activeElement)); tabs++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await button("Undo").waitFor();
  expect(await lost()).toBe(false);
  expect(await page.getByRole("status").filter({ hasText: "settled" }).innerText()).toMatch(/pieces settled/);
});
