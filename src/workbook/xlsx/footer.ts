import type { PrintSetup } from "../workbook";

/** Excel takes no more characters than this for a whole footer. */
const LONGEST = 255;

/**
 * A footer in Excel's code: &L, &C, &R begin the sections; "&P" and "&N" of the text stay page and pages, any other "&" is doubled.
 * Too long a footer loses the end of its longest section, which gets an ellipsis.
 */
export function footerCode(footer: NonNullable<PrintSetup["footer"]>): string {
  const sections = [footer.left, footer.center, footer.right];
  for (;;) {
    const code = sections.map((text, index) => (text === "" ? "" : `&${"LCR"[index]}${text.replace(/&(?![PN])/g, "&&")}`)).join("");
    if (code.length <= LONGEST) return code;
    const longest = sections.reduce((best, text, index) => (text.length > sections[best].length ? index : best), 0);
    sections[longest] = `${[...sections[longest].replace(/…$/, "")].slice(0, -1).join("")}…`;
  }
}
