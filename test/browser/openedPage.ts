import type { Browser, Locator } from "playwright-core";
import { watchedPage, type Looks, type Watched } from "./watchedPage";

export interface Opened extends Watched {
  /** The one button whose name is exactly this. */
  readonly button: (name: string) => Locator;
}

export interface PageOptions extends Looks {
  /** Runs in the page before anything of ours. */
  readonly before?: () => void;
}

/** The page without Excel, in one language, with nothing on its desk. */
export async function openedPage(
  { browser, origin }: { readonly browser: Browser; readonly origin: string },
  language: "zh-CN" | "en",
  { before, ...looks }: PageOptions = {},
): Promise<Opened> {
  const watched = await watchedPage(browser, origin, looks);
  if (before) await watched.page.addInitScript(before);
  await watched.page.addInitScript((chosen) => localStorage.setItem("collaboration-balance.language", chosen), language);
  await watched.page.goto(`${origin}/index.html`);
  return { ...watched, button: (name) => watched.page.getByRole("button", { name, exact: true }) };
}
