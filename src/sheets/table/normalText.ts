/**
 * The form in which texts are compared: NFKC (full-width letters become plain ones), trimmed, runs of blanks made one.
 * Letter case counts for names and not for headings.
 */
export function normalText(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
}

/** Already in that form: Han characters and ASCII, without blanks at either end or in a row. Nearly every cell is. */
export function isPlain(text: string): boolean {
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 ? blank : code < 0x21 || (code > 0x7e && code < 0x4e00) || code > 0x9fff) return false;
    blank = code === 0x20;
  }
  return !blank || text === "";
}

/** Zero-width characters that copying from web pages and PDF files leaves behind. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/gu;

const MARKS = /[’‘·:/|()*]/u;

/** The form in which sheet names and headings are compared: also without case, and with the blanks around marks taken out. */
export function headingText(text: string): string {
  const lower = normalText(text).toLowerCase();
  if (!MARKS.test(lower)) return lower;
  const heading = lower.replace(/[’‘]/gu, "'").replace(/ ?([·:/|()]) ?/gu, "$1");
  let end = heading.length;
  while (end > 0 && (heading[end - 1] === "*" || heading[end - 1] === ":")) end--;
  return heading.slice(0, end);
}
