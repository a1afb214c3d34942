/** Pictures of the built pane on the sample, in front of the emulated Excel, and of the page without Excel. */
import { mkdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { ExcelHost } from "../excel/excelHost";
import { launchBrowser } from "./launchBrowser";
import { openedPage } from "./openedPage";
import { paneOnExcel, type PaneOnExcel } from "./paneOnExcel";
import { roundPictures } from "./roundPictures";
import { servePages, type Site } from "./servePages";
import type { Looks } from "./watchedPage";

const WORDS = {
  "zh-CN": { sample: "试用示例", balance: "平衡", undo: "撤销" },
  en: { sample: "Try the sample", balance: "Balance", undo: "Undo" },
} as const;
type Language = keyof typeof WORDS;

export interface Stage {
  readonly browser: Browser;
  readonly site: Site;
  readonly folder: string;
  /** A picture of this part of the page, else of the open tab. */
  readonly take: (page: Page, name: string, part?: Part) => Promise<void>;
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const MOST_BYTES = 150_000;
const MARGIN = 16;

/** Rejects where the page did what a clerk should never cause, or a picture is larger than a document should carry. */
export async function screenshots(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [browser, site] = await Promise.all([launchBrowser(), servePages()]);
  const take: Stage["take"] = (page, name, part) => picture(page, join(folder, `${name}.png`), part);
  const stage = { browser, site, folder, take };
  try {
    await chinesePane(stage);
    await englishPane(stage, "result-en-dark", { colorScheme: "dark" });
    await englishPane(stage, "result-en-forced-colours", { colorScheme: "dark", forcedColors: "active" });
    await withoutExcel(stage);
    await roundPictures(stage);
  } finally {
    await browser.close();
    site.close();
  }
}

async function chinesePane(stage: Stage): Promise<void> {
  const pane = await paneWithSample(stage, "zh-CN", { colorScheme: "light" });
  const { page, button, wrongs } = pane;
  const shown = (name: string): Promise<void> => picture(page, join(stage.folder, `${name}-zh-CN.png`));
  const tab = (name: string): Promise<void> => page.getByRole("tab", { name, exact: true }).click();
  await shown("ready");
  await balanced(pane, "zh-CN");
  await shown("result");
  await tab("检查");
  await shown("check");
  await tab("共享");
  await button("核对").click();
  await page.getByText(/^相符：/u).waitFor();
  await shown("share");
  nothingWrong(wrongs);
}

async function englishPane(stage: Stage, name: string, looks: Looks): Promise<void> {
  const pane = await paneWithSample(stage, "en", looks);
  await balanced(pane, "en");
  await picture(pane.page, join(stage.folder, `${name}.png`));
  nothingWrong(pane.wrongs);
}

async function withoutExcel({ browser, site, folder }: Stage): Promise<void> {
  const opened = await openedPage({ browser, origin: site.origin }, "zh-CN", { width: 1200 });
  await opened.page.setViewportSize({ width: 1200, height: 540 });
  await opened.button(WORDS["zh-CN"].sample).click();
  await opened.page.getByRole("grid").waitFor();
  await balanced(opened, "zh-CN");
  await opened.button("协作协议").click();
  await opened.page.getByRole("gridcell", { name: "协议编号", exact: true }).waitFor();
  await picture(opened.page, join(folder, "without-excel-zh-CN.png"));
  nothingWrong(opened.wrongs);
}

async function paneWithSample(stage: Stage, language: Language, looks: Looks): Promise<PaneOnExcel> {
  const host = new ExcelHost();
  host.book.add("Sheet1");
  const pane = await paneOnExcel(stage, host, { language: language === "en" ? "en-US" : language, looks });
  await pane.button(WORDS[language].sample).click();
  await pane.page.getByRole("listitem").first().waitFor();
  await pane.button(WORDS[language].balance).waitFor();
  return pane;
}

async function balanced({ button }: Pick<PaneOnExcel, "button">, language: Language): Promise<void> {
  await button(WORDS[language].balance).click();
  await button(WORDS[language].undo).waitFor({ timeout: 120_000 });
}

/** What the window shows of a part, or down to the end of the open tab, after everything has faded in, with the pointer out of the way. */
async function picture(page: Page, path: string, part?: Part): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
  const { width, height } = page.viewportSize() ?? { width: 350, height: 800 };
  const panel = width < 900 ? await page.getByRole("tabpanel").boundingBox() : null;
  const end = panel ? Math.min(height, Math.ceil(panel.y + panel.height) + MARGIN) : height;
  const clip = part ? { x: 0, y: part.y - MARGIN, width, height: part.height + MARGIN } : { x: 0, y: 0, width, height: end };
  await page.screenshot({ path, clip, animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${basename(path)} has ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${basename(path)}  ${size}`);
}

function nothingWrong(wrongs: readonly string[]): void {
  if (wrongs.length > 0) throw new Error(wrongs.join("\n"));
}
