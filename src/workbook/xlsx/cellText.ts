/**
 * Text in cells may hold characters that XML cannot: they stand as _xHHHH_ (ECMA-376, ST_Xstring).
 * "a_x0007_b" means a, bell, b; a literal "_x0007_" is written "_x005F_x0007_".
 */
export function decodeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Control characters, half pairs and what looks like an escape itself. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- these are the characters that XML cannot hold
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The other direction: `decodeCellText(encodeCellText(text))` is `text` for every string. */
export function encodeCellText(text: string): string {
  return text.replace(UNSAFE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}
