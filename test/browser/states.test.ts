/** Every state of the pane, in both languages and all looks, at its narrowest: axe finds nothing and nothing is cut off. */
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./launchBrowser";
import { openedPage } from "./openedPage";
import { servePages } from "./servePages";
import { axeViolations } from "./watchedPage";

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), servePages()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

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

/** A balance does not begin until `window.go` is called. */
function heldBalance(): void {
  const held: (() => void)[] = [];
  const post = Worker.prototype.postMessage;
  const page = window as unknown as { go?: () => void };
  let free = false;
  page.go = () => {
    free = true;
    for (const begin of held) begin();
  };
  Worker.prototype.postMessage = function (this: Worker, message: { verb?: string }) {
    if (message.verb === "balance" && !free) held.push(() => post.call(this, message));
    else post.call(this, message);
  };
}

async function inOrder(page: Page, state: string): Promise<void> {
  expect({ state, axe: await axeViolations(page) }).toEqual({ state, axe: [] });
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect({ state, sideways: content > window }).toEqual({ state, sideways: false });
}

const LOOKS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "dark", forcedColors: "active" }] as const;
const ALL = (["zh-CN", "en"] as const).flatMap((language) => LOOKS.map((looks) => ({ language, ...looks })));
/** Each language and each look at least once; `ALL_LOOKS=1` for every pair. */
const SHOWN = process.env.ALL_LOOKS ? ALL : [ALL[0], ALL[4], ALL[5]];

test.each(SHOWN)("nothing is wrong in any state: %j", async ({ language, ...looks }) => {
  const words = WORDS[language];
  const { page, button, wrongs } = await openedPage({ browser, origin: site.origin }, language, {
    ...looks,
    width: 320,
    before: heldBalance,
  });
  await page
    .getByLabel(words.open)
    .first()
    .setInputFiles({ name: "letter.xlsx", mimeType: "text/plain", buffer: Buffer.from("Dear office") });
  await page.getByRole("alert").locator(".fui-MessageBar").waitFor();
  await inOrder(page, "failed");
  await button(words.sample).click();
  await page.getByRole("listitem").first().waitFor();
  await page.getByRole("grid").waitFor();
  await inOrder(page, "ready");
  await button(words.balance).click();
  await button(words.cancel).waitFor();
  await inOrder(page, "running");
  await page.evaluate(() => (window as unknown as { go: () => void }).go());
  await button(words.undo).waitFor();
  const folded = page.locator("h3 button[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
  await inOrder(page, "result");
  for (const name of words.tabs) {
    await page.getByRole("tab", { name, exact: true }).click();
    await page.waitForTimeout(200);
    await inOrder(page, name);
  }
  await button(words.menu).click();
  await page.getByRole("menuitem", { name: words.goals }).waitFor();
  await inOrder(page, "menu");
  await page.getByRole("menuitem", { name: words.goals }).click();
  await page.getByRole("heading", { name: words.goals }).waitFor();
  await inOrder(page, "goals");
  await button(words.menu).click();
  await page.getByRole("menuitem", { name: words.about }).click();
  await page.getByRole("heading", { name: words.about }).waitFor();
  await inOrder(page, "about");
  expect(wrongs).toEqual([]);
});

test("the keyboard alone leads from nothing to the result, and focus is never lost", async () => {
  const { page, button } = await openedPage({ browser, origin: site.origin }, "en", {});
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
