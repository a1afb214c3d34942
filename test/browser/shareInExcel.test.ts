/** Sharing on the built pane in front of the emulated Excel: files dropped on it are collected, what is made opens beside the workbook. */
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { clerksCells } from "../excel/clerksCells";
import { typeRows } from "../excel/emulatedExcel";
import { ExcelHost } from "../excel/excelHost";
import { provinceSheets, submission } from "../pane/roundFixture";
import { dropFiles } from "./dropFiles";
import { openStage } from "./openStage";
import { paneOnExcel } from "./paneOnExcel";

const stage = openStage();

test("a province collects by dropping, undoes it, collects again, balances, and opens each county's return", async () => {
  const host = new ExcelHost();
  const own = Object.entries(provinceSheets).map(([name, rows]) => typeRows(host, name, rows));
  const before = clerksCells(own, host.book.sheets);
  const { page, button, wrongs } = await paneOnExcel(stage, host, { tab: "share", looks: { width: 320 } });
  const given = await Promise.all([submission("Jia", 130), submission("Yi", 20)]);
  const files = await Promise.all(given.map(async ({ name, content }) => ({ name, bytes: new Uint8Array(await content.arrayBuffer()) })));
  await button("Collect submissions").waitFor();
  await dropFiles(page, files);
  await page.getByText("2 accepted. Nobody is missing.").waitFor();
  await button("Undo").click();
  await page.getByText("The workbook is as it was before.").waitFor();
  expect(host.book.find("Received demand")?.visibility).toBe("Hidden");
  await dropFiles(page, files);
  await page.getByText("2 accepted. Nobody is missing.").waitFor();
  expect(host.book.find("Received demand")?.visibility).toBe("Visible");
  await page.getByRole("tab", { name: "Balance", exact: true }).click();
  await page.getByText("Received demand").first().waitFor();
  await button("Balance").click();
  await button("Undo").waitFor();
  await page.getByRole("tab", { name: "Share", exact: true }).click();
  await button("Return results").click();
  await page.getByText(/^Excel opens them one by one as new workbooks/u).waitFor();
  for (const county of ["Jia", "Yi"]) await page.getByRole("button", { name: `Open return_${county}_Autumn_1.xlsx` }).click();
  for (let tries = 0; host.opened.length < 2 && tries < 100; tries++) await page.waitForTimeout(50);
  const tabs = await Promise.all(host.opened.map(async (bytes) => (await openXlsx(bytes).sheets()).map(({ name }) => name)));
  expect(tabs).toEqual([expect.arrayContaining(["Cover", "Agreements"]), expect.arrayContaining(["Cover"])]);
  expect(clerksCells(own, host.book.sheets)).toBe(before);
  expect(wrongs).toEqual([]);
});
