/** Where the pane can't open or can't go on: never a blank page, a sentence in both languages, a button that tries again. */
import type { Page } from "playwright-core";
import { notOpenedTexts, openAgain, type NotOpened } from "../../src/i18n/paneOpening";
import { typeRows } from "../excel/emulatedExcel";
import { ExcelHost } from "../excel/excelHost";
import { missingFromResult } from "../excel/wholeResult";
import { openStage } from "./openStage";
import { paneOnExcel, type PaneOnExcel } from "./paneOnExcel";
import { servePages, type Site } from "./servePages";

const stage = openStage();
let pane: PaneOnExcel;
afterEach(() => pane.page.context().close());

const PIECES = [
  {
    name: "Demand",
    values: [
      ["Factory", "Product", "Quantity"],
      ["Jiamusi Motor", "screw", 120],
    ],
  },
  {
    name: "Capacity",
    values: [
      ["Factory", "Item", "Quantity"],
      ["Fujin Parts", "screw", 100],
    ],
  },
];
/** One lathe for two products: shared hours, which HiGHS balances. */
const HOURS = [
  {
    name: "Equipment",
    values: [
      ["Equipment", "Capacity unit"],
      ["lathe", "hours"],
    ],
  },
  {
    name: "Products",
    values: [
      ["Product", "Unit", "lathe"],
      ["screw", "pieces", 2],
      ["nut", "pieces", 3],
    ],
  },
  {
    name: "Demand",
    values: [
      ["Factory", "Product", "Quantity"],
      ["Jiamusi Motor", "screw", 12],
      ["Jiamusi Motor", "nut", 7],
    ],
  },
  {
    name: "Capacity",
    values: [
      ["Factory", "Item", "Quantity"],
      ["Fujin Parts", "lathe", 30],
    ],
  },
];

function workbookOf(sheets: typeof PIECES): ExcelHost {
  const host = new ExcelHost();
  for (const { name, values } of sheets) typeRows(host, name, values);
  return host;
}

async function expectSays(page: Page, why: NotOpened): Promise<void> {
  await page.getByText(notOpenedTexts[why].en, { exact: true }).waitFor();
  await page.getByText(notOpenedTexts[why]["zh-CN"], { exact: true }).waitFor();
}

const reopen = (page: Page): Promise<void> => page.getByRole("button", { name: `${openAgain["zh-CN"]} · ${openAgain.en}` }).click();

test("office.js is blocked", async () => {
  const block = (page: Page): Promise<unknown> => page.route("**/office.js", (route) => route.abort());
  pane = await paneOnExcel(stage, workbookOf(PIECES), { prepare: block });
  await expectSays(pane.page, "no office");
  await pane.page.unroute("**/office.js");
  await pane.serveOffice();
  await reopen(pane.page);
  await pane.button("Balance").waitFor();
});

test("office.js never arrives: the page is not blank meanwhile", async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.clock.install();
    await page.route("**/office.js", () => undefined);
  };
  pane = await paneOnExcel(stage, workbookOf(PIECES), { prepare, waitUntil: "commit" });
  await pane.page.getByText("协作平衡 · Collaboration Balance", { exact: false }).waitFor();
  await pane.page.waitForFunction(() => document.scripts.length > 2);
  await pane.page.waitForTimeout(500);
  await pane.page.clock.fastForward(10_000);
  await expectSays(pane.page, "no office");
});

test("Excel never says that it is ready; when it does after all, the pane opens by itself", async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.clock.install();
    await page.addInitScript(() => {
      const late = new Promise((resolve) => Object.assign(window, { excelIsReady: resolve }));
      Object.assign(window, { lateOffice: late });
    });
  };
  pane = await paneOnExcel(stage, workbookOf(PIECES), { prepare, readyAfter: "window.lateOffice" });
  await pane.page.clock.fastForward(10_000);
  await expectSays(pane.page, "no answer");
  await pane.page.evaluate("window.excelIsReady()");
  await pane.button("Balance").waitFor();
});

test("the pane's page is opened outside Excel", async () => {
  const outside = "window.Office = { onReady: (ready) => Promise.resolve({ host: null, platform: null }).then(ready) };";
  const prepare = (page: Page): Promise<unknown> =>
    page.route("**/office.js", (route) => route.fulfill({ contentType: "text/javascript", body: outside }));
  pane = await paneOnExcel(stage, new ExcelHost(), { prepare });
  await expectSays(pane.page, "no excel");
  await pane.page.getByRole("link").click();
  await pane.page.getByRole("button", { name: /Try the sample|试用示例/ }).waitFor();
});

test("a file of the program is missing on the server", async () => {
  pane = await paneOnExcel(stage, workbookOf(PIECES), {
    prepare: (page) => page.route("**/taskpane.*.js", (route) => route.abort()),
  });
  await expectSays(pane.page, "incomplete site");
  await pane.page.unroute("**/taskpane.*.js");
  await reopen(pane.page);
  await pane.button("Balance").waitFor();
});

test("drawing the pane fails: a message instead of a blank pane", async () => {
  pane = await paneOnExcel(stage, workbookOf(PIECES));
  await pane.button("Balance").waitFor();
  await pane.page.evaluate(() => {
    // Every number on the pane goes through this.
    Math.abs = () => {
      throw new Error("broken on purpose");
    };
  });
  await pane.page.getByRole("tab", { name: "Check" }).click();
  await expectSays(pane.page, "broke down");
  await reopen(pane.page);
  await pane.button("Balance").waitFor();
});

test("a part that is fetched later is missing on the server: a message instead of a blank pane", async () => {
  pane = await paneOnExcel(stage, workbookOf(PIECES));
  await pane.button("Balance").waitFor();
  await pane.page.route("**/*.js", (route) => route.abort());
  await pane.page.getByRole("tab", { name: "Templates" }).click();
  await expectSays(pane.page, "broke down");
});

test("the browser remembers nothing: the pane works, and the language changes", async () => {
  const forget = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
  const host = workbookOf(PIECES);
  pane = await paneOnExcel(stage, host, { prepare: forget });
  host.book.structureProtected = true;
  await pane.button("Balance").click();
  await pane.expectTells("structure protected");
  expect(pane.wrongs).toEqual([]);
});

test("workers are refused: the pane does the work itself, with the same result", async () => {
  const refuse = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      Object.defineProperty(window, "Worker", {
        value: function refused() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
  const host = workbookOf(HOURS);
  pane = await paneOnExcel(stage, host, { prepare: refuse });
  await pane.button("Balance").click();
  await pane.settled();
  expect(await missingFromResult(host, HOURS)).toEqual([]);
  expect(pane.wrongs).toEqual([]);
});

describe("WebAssembly is refused by the server's policy", () => {
  let strict: Site;
  beforeAll(async () => {
    strict = await servePages((headers) => ({
      ...headers,
      "Content-Security-Policy": headers["Content-Security-Policy"].replace(" 'wasm-unsafe-eval'", ""),
    }));
  });
  afterAll(() => strict.close());

  test("shared machine hours can't be balanced here, and it says why; nothing is written", async () => {
    const host = workbookOf(HOURS);
    pane = await paneOnExcel({ browser: stage.browser, site: strict }, host);
    await pane.button("Balance").click();
    await pane.expectTells("no solver");
    expect(host.book.names.size).toBe(0);
  });

  test("pieces alone are balanced as ever", async () => {
    const host = workbookOf(PIECES);
    pane = await paneOnExcel({ browser: stage.browser, site: strict }, host);
    await pane.button("Balance").click();
    await pane.settled();
    expect(await missingFromResult(host, PIECES)).toEqual([]);
  });
});

test("the sample is missing on the server: Try again inserts it once it is there", async () => {
  const host = new ExcelHost();
  host.book.add("Sheet1");
  pane = await paneOnExcel(stage, host, {
    prepare: (page) => page.route("**/*.xlsx", (route) => route.fulfill({ status: 404 })),
  });
  await pane.button("Try the sample").click();
  await pane.expectTells("no sample");
  expect(host.book.sheets).toHaveLength(1);
  await pane.page.unroute("**/*.xlsx");
  await pane.press("again");
  await pane.button("Balance").waitFor();
});
