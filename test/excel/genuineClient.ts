/**
 * Loads the genuine Office.js client for Windows into the calling realm, without a browser and without Excel: its globals
 * go to a scope of their own, so that nothing else in the process takes itself to be in a browser.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer } from "./excelHost";

interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & { readonly Utility: object };
  readonly Office: { context: unknown };
  readonly OSF: { readonly DDA: { readonly RichApi: { executeRichApiRequestAsync: Execute } } };
}
type Execute = (message: readonly unknown[], answered: (answer: Answer) => void) => void;

/** The place of the request's text in the array that the client hands to Excel. */
const BODY = 4;
export const clientFile = join(process.cwd(), "node_modules/@microsoft/office-js/dist/excel-win32-16.01.js");

export function genuineClient(answer: (body: string) => Promise<Answer>, level: () => number): Client {
  const window = emptyWindow();
  const owned = (name: string | symbol): boolean => typeof name === "string" && (name in window || !(name in globalThis));
  const scope = new Proxy(window, { has: (_, name) => owned(name) });
  const source = readFileSync(clientFile, "utf8");
  const load = new Function("scope", `with (scope) {${source}\n;return { Excel, OfficeExtension, Office, OSF }; }`) as (
    scope: object,
  ) => Client;
  const client = load.call(window, scope);
  client.OSF.DDA.RichApi.executeRichApiRequestAsync = (message, answered) => void answer(String(message[BODY])).then(answered);
  const context = { requirements: { isSetSupported: (_set: string, version: string | number) => isAtMost(String(version), level()) } };
  window.Office = Object.create(client.Office, { context: { value: context } }) as object;
  // The client sets this flag on a subclass and reads it from the base: its own check of levels is otherwise never made.
  Object.assign(Object.getPrototypeOf(client.OfficeExtension.Utility) as object, { _doApiNotSupportedCheck: true });
  return client;
}

/** 1.9 is below 1.14: the part after the point counts as a whole number. */
function isAtMost(version: string, level: number): boolean {
  const [major, minor] = version.split(".").map(Number);
  return major < 1 || (major === 1 && (minor ?? 0) <= level);
}

function emptyWindow(): Record<string, unknown> {
  const nothing = (): void => undefined;
  const element = (): Record<string, unknown> => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [],
  });
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, key: () => null, length: 0 };
  const location = {
    protocol: "https:",
    href: "https://localhost/",
    search: "",
    hash: "",
    host: "localhost",
    hostname: "localhost",
    origin: "https://localhost",
    pathname: "/",
  };
  const document = {
    ...element(),
    createElement: element,
    head: element(),
    body: element(),
    documentElement: element(),
    cookie: "",
    URL: location.href,
  };
  const window: Record<string, unknown> = {
    location,
    document,
    navigator: { userAgent: "", platform: "", language: "zh-CN" },
    localStorage: storage,
    sessionStorage: storage,
    addEventListener: nothing,
    removeEventListener: nothing,
    external: {},
    console,
    Promise,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  };
  for (const name of ["window", "self", "top", "parent"]) window[name] = window;
  return window;
}
