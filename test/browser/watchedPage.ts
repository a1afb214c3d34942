import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";

export interface Watched {
  readonly page: Page;
  /** Whatever a clerk should never cause: requests to other origins, reports of the policy, errors of the page. */
  readonly wrongs: string[];
}

export interface Looks {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
}

/** A page of its own, watched from its first byte. */
export async function watchedPage(browser: Browser, origin: string, { width = 350, ...media }: Looks = {}): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, acceptDownloads: true, ...media });
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) wrongs.push(`foreign: ${request.url()}`);
  });
  page.on("pageerror", (error) => wrongs.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrongs.push(`console: ${message.text()}`);
  });
  await page.exposeFunction("reportPolicy", (report: string) => wrongs.push(`policy: ${report}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      void (window as unknown as { reportPolicy: (report: string) => void }).reportPolicy(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return { page, wrongs };
}

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Violations that axe finds in the page now; Tabster's own focus stops are meant to be hidden. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // What is half faded in has less contrast than it will have.
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
    const { axe } = window as unknown as { axe: { run: (context: object) => Promise<AxeResults> } };
    interface AxeResults {
      violations: { id: string; nodes: { html: string }[] }[];
    }
    const { violations } = await axe.run({ exclude: [["[data-tabster-dummy]"]] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  });
}
