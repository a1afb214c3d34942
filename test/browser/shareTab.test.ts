/** The Share tab on the page without Excel: the sample verified after a balance, and a round's files saved as one .zip; axe at 320 px. */
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./launchBrowser";
import { servePages } from "./servePages";
import { axeViolations, watchedPage } from "./watchedPage";

let browser: Browser;
let site: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), servePages()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

test("verify, start a round, and hear why nothing can be returned", async () => {
  const { page, wrongs } = await watchedPage(browser, site.origin);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${site.origin}/index.html`);
  await button("试用示例").click();
  await button("平衡").click();
  await button("保存文件").waitFor();
  await page.getByRole("tab", { name: "共享" }).click();
  await button("核对").click();
  await page.getByText(/^相符:/u).waitFor();
  const [saved] = await Promise.all([page.waitForEvent("download"), button("发起填报").click()]);
  expect(saved.suggestedFilename()).toBe("发起填报.zip");
  expect(Object.keys(unzipSync(new Uint8Array(readFileSync(await saved.path()))))).toHaveLength(12);
  await button("下达").click();
  await page.getByText("没有下级上报过", { exact: false }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(wrongs).toEqual([]);
});
