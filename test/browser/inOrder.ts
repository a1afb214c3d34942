/** What must hold in every state of the pane, and in which languages and looks the tests show it. */
import type { Page } from "playwright-core";
import { axeViolations } from "./watchedPage";

/** axe finds nothing, and nothing is cut off. */
export async function expectInOrder(page: Page, state: string): Promise<void> {
  expect({ state, axe: await axeViolations(page) }).toEqual({ state, axe: [] });
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect({ state, sideways: content > window }).toEqual({ state, sideways: false });
}

const LOOKS = [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "dark", forcedColors: "active" }] as const;
const ALL = (["zh-CN", "en"] as const).flatMap((language) => LOOKS.map((looks) => ({ language, ...looks })));
/** Each language and each look at least once; `ALL_LOOKS=1` for every pair. */
export const SHOWN = process.env.ALL_LOOKS ? ALL : [ALL[0], ALL[4], ALL[5]];
