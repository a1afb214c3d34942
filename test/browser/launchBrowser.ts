import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge"];
const CHANNELS = ["msedge", "chrome"];
const ARGUMENTS = ["--no-sandbox"];

/**
 * A headless Chromium: CHROME_PATH, else one that is installed, else on Linux the one that @sparticuz/chromium carries.
 * Rejects with what to do where there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = [process.env.CHROME_PATH, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  for (const channel of process.platform === "linux" ? [] : CHANNELS) {
    const browser = await chromium.launch({ channel }).catch(() => null);
    if (browser) return browser;
  }
  if (process.platform !== "linux") throw new Error("No Chrome or Edge was found; set CHROME_PATH to one.");
  return chromium.launch({ executablePath: await carriedChromium(), args: ARGUMENTS });
}

/** It unpacks the libraries that a bare machine lacks only where it believes to run as such a function. */
async function carriedChromium(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const carried = await import("@sparticuz/chromium");
  return carried.default.executablePath();
}
