import type { Browser } from "playwright-core";
import { launchBrowser } from "./launchBrowser";
import { servePages, type Site } from "./servePages";

/** A Chromium and the built pages. */
export interface Stage {
  readonly browser: Browser;
  readonly site: Site;
}

/** For all tests of the file that calls it: opened before the first, closed after the last. */
export function openStage(): Stage {
  let browser: Browser | undefined;
  let site: Site | undefined;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), servePages()]);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });
  const opened = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("The browser and the pages are open in tests and hooks only.");
    return thing;
  };
  return {
    get browser() {
      return opened(browser);
    },
    get site() {
      return opened(site);
    },
  };
}
