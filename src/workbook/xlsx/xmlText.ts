import { WorkbookError } from "../workbook";
import { RecentTexts, SHORT } from "./recentTexts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const AMPERSAND = 38;
const CARRIAGE_RETURN = 13;

/** The text of a span of UTF-8 XML, its references resolved and its line ends made "\n" (XML 1.0, 2.11 and 4.1). */
export function xmlText(bytes: Uint8Array, start: number, end: number): string {
  return end - start <= SHORT ? recent.text(bytes, start, end) : makeText(bytes, start, end);
}

function makeText(bytes: Uint8Array, start: number, end: number): string {
  let plain = true;
  let odd = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte >= 0x80) plain = false;
    else if (byte === AMPERSAND || byte === CARRIAGE_RETURN) odd = true;
  }
  // Building a short string byte by byte beats calling the decoder.
  const text = plain && end - start <= SHORT ? asciiText(bytes, start, end) : decodeUtf8(bytes, start, end);
  return odd ? resolveReferences(text.replace(/\r\n?/g, "\n")) : text;
}

const recent = new RecentTexts(makeText);

/** The text of a CDATA section: no references, only line ends. */
export function cdataText(bytes: Uint8Array, start: number, end: number): string {
  return decodeUtf8(bytes, start, end).replace(/\r\n?/g, "\n");
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]);
  return text;
}

function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch (cause) {
    throw new WorkbookError("damaged", "a text is not valid UTF-8", { cause });
  }
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function resolveReferences(text: string): string {
  return text.replace(/&([^;&]{0,12});|&/g, (whole, name: string | undefined) => {
    const named = name === undefined ? undefined : NAMED.get(name);
    if (named !== undefined) return named;
    const number = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name ?? "");
    const code = number === null ? Number.NaN : number[1] === undefined ? Number.parseInt(number[2], 10) : Number.parseInt(number[1], 16);
    const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
    if (!isCharacter) throw new WorkbookError("damaged", `unknown reference ${whole}`);
    return String.fromCodePoint(code);
  });
}

/** Text made safe between tags and inside double quotes. Characters XML cannot hold must have been escaped before. */
export function escapeXml(text: string): string {
  return /[&<>"\r\n\t]/.test(text) ? text.replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character]) : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};
