import type { PrintSetup } from "../workbook";
import { encodeCellText } from "./cellText";
import { footerCode } from "./footer";
import { attributesXml } from "./sheetViewXml";
import { escapeXml } from "./xmlText";
import type { XmlElement } from "./xmlTree";
import { childOf } from "./xmlTree";

/** A4, unless the clerk chose another paper. */
const A4 = ' paperSize="9"';

/** `<pageSetup>`: one page wide, as long as it takes; printer and paper stay the clerk's. */
export function pageSetupXml(print: PrintSetup, present: XmlElement | undefined): string {
  const old = present === undefined ? undefined : childOf(present, "pageSetup");
  const kept = attributesXml(old, ["orientation", "fitToWidth", "fitToHeight", "scale"]);
  return `<pageSetup${old === undefined ? A4 : kept} orientation="${print.landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/>`;
}

/** `<headerFooter>`: the footer is ours on all pages, the clerk's header stays. */
export function headerFooterXml(footer: NonNullable<PrintSetup["footer"]>, present: XmlElement | undefined): string {
  const old = present === undefined ? undefined : childOf(present, "headerFooter");
  const header = old === undefined ? undefined : childOf(old, "oddHeader");
  const kept = header === undefined ? "" : `<oddHeader>${escapeXml(header.text)}</oddHeader>`;
  return `<headerFooter>${kept}<oddFooter>${escapeXml(encodeCellText(footerCode(footer)))}</oddFooter></headerFooter>`;
}
