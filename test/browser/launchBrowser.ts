import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";
import { carriedChromium } from "./carriedChromium";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];
/** Edge is on every Windows. */
const CHANNELS = ["msedge", "chrome"] as const;
const ARGUMENTS = ["--no-sandbox"];

/**
 * A headless Chromium: CHROME_PATH, else one that is installed, else on Linux the one that @sparticuz/chromium carries, on Windows
 * and Mac Edge or Chrome. Rejects with what to do where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && !existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
  const installed = [CHROME_PATH, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  if (process.platform === "linux") return chromium.launch({ ...(await carriedChromium()), args: ARGUMENTS });
  for (const channel of CHANNELS) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser) return browser;
  }
  throw new Error("The browser tests found no Edge and no Chrome. Install one, or set CHROME_PATH to a Chromium.");
}
