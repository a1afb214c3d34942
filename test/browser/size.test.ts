/** What the pane costs before it can be seen, and that balancing never holds the page. The times are printed, not asserted. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { madeUpWorkbook } from "../bench/madeUpWorkbook";
import { openStage } from "./openStage";
import { openedPage } from "./openedPage";

const stage = openStage();

const DIST = join(__dirname, "../../dist");
const LIMIT = 250_000;

test.each(["index.html", "taskpane.html"])("the scripts %s begins with are under 250 KB packed", (name) => {
  const html = readFileSync(join(DIST, name), "utf8");
  const own = [...html.matchAll(/<script[^>]*src="?([^">\s]+\.js)/g)]
    .map(([, source]) => source)
    .filter((source) => !/office/.test(source));
  expect(own.length).toBeGreaterThan(0);
  const bytes = own.reduce((sum, source) => sum + gzipSync(readFileSync(join(DIST, source))).length, 0);
  console.info(`${name}: ${bytes} bytes packed in ${own.length} scripts`);
  expect(bytes).toBeLessThan(LIMIT);
});

const LINES = Number(process.env.LONGTASK_LINES ?? 2_000);

/** Collects the browser's own report of tasks over 50 ms, and of the first paint. */
function watchTasks(): void {
  const tasks: number[] = [];
  (window as unknown as { tasks: number[] }).tasks = tasks;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
}

test(`${LINES} lines are read, balanced and shown by workers, so the page stays free`, async () => {
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", { before: watchTasks });
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  await button("Try the sample").waitFor();
  await page.evaluate(() => ((window as unknown as { tasks: number[] }).tasks.length = 0));
  // From a folder: what is handed to the page as bytes is unpacked there, which is no work of ours.
  const folder = mkdtempSync(join(tmpdir(), "market-"));
  const file = join(folder, "market.xlsx");
  writeFileSync(file, await madeUpWorkbook(LINES, 1956));
  await page.getByLabel("Open a file").first().setInputFiles(file);
  await button("Balance").click();
  await button("Undo").waitFor({ timeout: 110_000 });
  const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  rmSync(folder, { recursive: true });
  console.info(`first paint ${Math.round(paint)} ms; tasks over 50 ms while ${LINES} lines were balanced: ${JSON.stringify(tasks)}`);
  expect(await page.getByRole("heading", { level: 2 }).innerText()).toMatch(/pieces settled$/);
  expect(wrongs).toEqual([]);
});
