/**
 * The form in which texts are compared: NFKC (full-width letters become plain ones), trimmed, runs of blanks made one.
 * Letter case counts for names and not for headings.
 */
export function normalText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();
}

/** Texts that are already in that form: Han characters, ASCII without blanks at either end or in a row. */
const PLAIN = /^(?:[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*)?$/u;
/** Zero-width characters that copying from web pages and PDF files leaves behind. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/** The form in which sheet names and headings are compared: also without case, and with the blanks around marks taken out. */
export function headingText(text: string): string {
  return normalText(text)
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/ ?([·:/|()]) ?/gu, "$1")
    .replace(/[*:]+$/u, "");
}
