/** The workbook beside the pane, on the page without Excel: what was understood of its columns, any size, keyboard alone. */
import { blankXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";
import { openStage } from "./openStage";
import { openedPage } from "./openedPage";
import { axeViolations } from "./watchedPage";

const stage = openStage();

const ROWS = 20_000;

async function demandOf(rows: number): Promise<Buffer> {
  const workbook = blankXlsx();
  const demand = Array.from({ length: rows }, (_, row) => ["Jiamusi Motor", "screw", row + 1, "mine"]);
  await workbook.write([
    plainSheet("Demand", [["Factory", "Product", "Quantity", "Colour"], ...demand]),
    plainSheet("Capacity", [
      ["Factory", "Item", "Quantity"],
      ["Fujin", "screw", "abc"],
    ]),
  ]);
  return Buffer.from(workbook.bytes());
}

test("a long sheet is shown with what each column was understood as, and walked through by keys", async () => {
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", { width: 1_000 });
  const file = { name: "long.xlsx", mimeType: "application/octet-stream", buffer: await demandOf(ROWS) };
  await page.getByLabel("Open a file").first().setInputFiles(file);
  const grid = page.getByRole("grid");
  await grid.waitFor();
  expect(await grid.getAttribute("aria-rowcount")).toBe(String(ROWS + 2));
  expect(await grid.getAttribute("aria-label")).toBe("Demand, 20,001 rows");
  const headings = () => grid.getByRole("columnheader").allInnerTexts();
  await page.getByRole("columnheader", { name: "Factory" }).waitFor();
  expect((await headings()).map((text) => text.replace(/\s+/g, " "))).toEqual([
    "Row",
    "A Factory",
    "B Product",
    "C Quantity",
    "D (left alone)",
  ]);
  await grid.focus();
  await page.keyboard.press("Control+End");
  await grid.getByRole("gridcell", { name: "20000", exact: true }).waitFor();
  expect(await grid.getByRole("row").count()).toBeLessThan(80);
  expect(await page.locator("[role=gridcell][aria-selected=true]").innerText()).toBe("mine");
  // a problem's link leads to its cell, in its sheet
  await button("Fix 1 problem").click();
  await page.getByRole("button", { name: "Capacity!C2" }).click();
  await page.getByRole("grid", { name: /^Capacity/ }).waitFor();
  expect(await page.locator("[role=gridcell][aria-selected=true]").innerText()).toBe("abc");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("grid");
  expect(await axeViolations(page)).toEqual([]);
  expect(wrongs).toEqual([]);
});

test("a file dropped anywhere is opened", async () => {
  const { page, button } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", { width: 1_200 });
  const bytes = [...(await demandOf(3))];
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(dropped)], "dropped.xlsx"));
    document.documentElement.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes);
  await button("Fix 1 problem").waitFor();
  expect(await page.getByText("dropped.xlsx").isVisible()).toBe(true);
});

test("a sheet that the balance has written anew no longer carries what was understood of the old one", async () => {
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "zh-CN", { width: 1_200 });
  const headingOf = (column: string) => page.getByRole("columnheader", { name: new RegExp(`^${column}`) });
  await button("试用示例").click();
  await page.getByRole("grid").waitFor();
  await page.getByRole("combobox", { name: "工作表" }).selectOption("协作协议");
  await headingOf("A").filter({ hasText: "协议编号" }).waitFor();
  await button("平衡").click();
  await button("协作协议").click();
  await page.getByRole("gridcell", { name: "协议编号", exact: true }).waitFor();
  expect(await headingOf("B").innerText()).toBe("B");
  expect(wrongs).toEqual([]);
});
