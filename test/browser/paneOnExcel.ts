/** The built pane in front of the emulated Excel: office.js is the genuine client, the workbook stays in the test. */
import type { Browser, Locator } from "playwright-core";
import { menuTexts } from "../../src/i18n/paneMenu";
import { faultTexts, placesNamed, remedyTexts, type PaneFault, type Remedy } from "../../src/i18n/paneFaults";
import type { SheetPlace } from "../../src/workbook/workbook";
import type { ExcelHost } from "../excel/excelHost";
import { pageOffice } from "../excel/pageOffice";
import type { Site } from "./servePages";
import { watchedPage, type Looks, type Watched } from "./watchedPage";

export interface PaneOnExcel extends Watched {
  /** The one button whose name is exactly this. */
  readonly button: (name: string) => Locator;
  /** Waits for the bar that expectTells of this fault, reads it in English and in Chinese, and stays in English. */
  readonly expectTells: (fault: PaneFault, places?: readonly SheetPlace[]) => Promise<void>;
  /** Presses the bar's one button. */
  readonly press: (remedy: Remedy) => Promise<void>;
  /** Waits for a result that is in the workbook. */
  readonly settled: () => Promise<void>;
  /** Gives the page its office.js, after a test has taken it away. */
  readonly serveOffice: () => Promise<unknown>;
  /** How many workers have been started so far. */
  readonly workers: () => number;
}

export interface PaneOptions {
  readonly language?: string;
  readonly tab?: string;
  /** Before anything of ours runs. */
  readonly prepare?: (page: Watched["page"]) => Promise<unknown>;
  /** An expression that Office.onReady waits for. */
  readonly readyAfter?: string;
  readonly waitUntil?: "load" | "commit";
  readonly looks?: Looks;
}

interface Stage {
  readonly browser: Browser;
  readonly site: Site;
}

export async function paneOnExcel({ browser, site }: Stage, host: ExcelHost, options: PaneOptions = {}): Promise<PaneOnExcel> {
  const { language = "en-US", tab = "balance", prepare, readyAfter, waitUntil, looks } = options;
  const watched = await watchedPage(browser, site.origin, looks);
  const { page } = watched;
  let workers = 0;
  page.on("worker", () => workers++);
  await page.exposeFunction("answerExcel", (body: string) => host.answer(body));
  const office = { contentType: "text/javascript", body: pageOffice({ language, readyAfter }) };
  const serveOffice = (): Promise<unknown> => page.route("**/office.js", (route) => route.fulfill(office));
  await serveOffice();
  // A route added later is asked first.
  await prepare?.(page);
  await page.goto(`${site.origin}/taskpane.html?tab=${tab}`, { waitUntil });
  const button = (name: string): Locator => page.getByRole("button", { name, exact: true });
  const speak = async (menu: string, chosen: string): Promise<void> => {
    await button(menu).click();
    await page.getByRole("menuitemradio", { name: chosen }).click();
  };
  const expectTells = async (fault: PaneFault, places: readonly SheetPlace[] = []): Promise<void> => {
    const said = (spoken: "zh-CN" | "en"): string =>
      faultTexts[fault][spoken] + (places.length > 0 ? ` (${placesNamed[spoken](places)})` : "");
    await page.getByText(said("en"), { exact: true }).waitFor();
    await speak(menuTexts.menu.en, "中文");
    await page.getByText(said("zh-CN"), { exact: true }).waitFor();
    await speak(menuTexts.menu["zh-CN"], "English");
  };
  return {
    ...watched,
    button,
    serveOffice,
    expectTells,
    press: (remedy) => button(remedyTexts[remedy].en).click(),
    settled: () => button("Undo").waitFor(),
    workers: () => workers,
  };
}
