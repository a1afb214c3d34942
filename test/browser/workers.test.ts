/** Where the work is done: in a worker, and where workers are refused in slices on the page, with the same bytes. */
import { readFileSync } from "node:fs";
import { openStage } from "./openStage";
import { openedPage, type PageOptions } from "./openedPage";

const stage = openStage();

async function balancedSample(options: PageOptions) {
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", options);
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await button("Try the sample").click();
  await button("Balance").click();
  const [download] = await Promise.all([page.waitForEvent("download"), button("Save the file").click()]);
  expect(wrongs).toEqual([]);
  return { bytes: readFileSync(await download.path()), workers };
}

test("reading and balancing are done by workers; refused, the page does the same itself", async () => {
  const inWorkers = await balancedSample({});
  const inSlices = await balancedSample({
    before: () => {
      window.Worker = function refused() {
        throw new DOMException("refused", "SecurityError");
      } as unknown as typeof Worker;
    },
  });
  // reading, balancing, and the sheets as they were before and after
  expect(inWorkers.workers).toHaveLength(4);
  expect(inSlices.workers).toEqual([]);
  expect(Buffer.compare(inWorkers.bytes, inSlices.bytes)).toBe(0);
});

test("the next balance is done by the worker of the one before, and comes to the same", async () => {
  const { page, button, wrongs } = await openedPage({ browser: stage.browser, origin: stage.site.origin }, "en", {});
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const balanced = async (): Promise<Buffer> => {
    await button("Balance").click();
    const [download] = await Promise.all([page.waitForEvent("download"), button("Save the file").click()]);
    return readFileSync(await download.path());
  };
  await button("Try the sample").click();
  const first = await balanced();
  const [jobs] = workers.splice(0);
  const second = await balanced();
  expect(wrongs).toEqual([]);
  expect(workers).not.toContain(jobs);
  expect(Buffer.compare(first, second)).toBe(0);
});
