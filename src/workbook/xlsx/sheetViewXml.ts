import type { WrittenSheet } from "../workbook";
import { cellReference } from "./cellReference";
import { escapeXml } from "./xmlText";
import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf } from "./xmlTree";

/** `<sheetPr>`: the clerk's tab colour and outline setting stay, the page is fitted where we set up printing. */
export function sheetPropertiesXml(sheet: WrittenSheet, present: XmlElement | undefined): string {
  const old = present === undefined ? undefined : childOf(present, "sheetPr");
  const kept = ["tabColor", "outlinePr"].map((name) => emptyElementXml(old === undefined ? undefined : childOf(old, name))).join("");
  const fitted = sheet.print !== undefined || isFitted(old) ? '<pageSetUpPr fitToPage="1"/>' : "";
  const attributes = attributesXml(old, ["filterMode"]);
  return kept === "" && fitted === "" && attributes === "" ? "" : `<sheetPr${attributes}>${kept}${fitted}</sheetPr>`;
}

function isFitted(properties: XmlElement | undefined): boolean {
  const page = properties === undefined ? undefined : childOf(properties, "pageSetUpPr");
  return page !== undefined && ["1", "true"].includes(attributeOf(page, "fitToPage") ?? "");
}

/** `<sheetViews>`: zoom and gridlines stay the clerk's; rows and columns to keep in sight are ours. */
export function sheetViewsXml(sheet: WrittenSheet, present: XmlElement | undefined): string {
  const old = present === undefined ? undefined : childOf(present, "sheetViews");
  const view = old === undefined ? undefined : childOf(old, "sheetView");
  const attributes = attributesXml(view, ["topLeftCell", "workbookViewId"]);
  return `<sheetViews><sheetView${attributes} workbookViewId="0">${frozenXml(sheet.freeze)}</sheetView></sheetViews>`;
}

function frozenXml(freeze: WrittenSheet["freeze"]): string {
  if (freeze === undefined || (freeze.rows === 0 && freeze.columns === 0)) return "";
  const splits = (freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : "") + (freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : "");
  const pane = freeze.rows === 0 ? "topRight" : freeze.columns === 0 ? "bottomLeft" : "bottomRight";
  const corner = cellReference(freeze.rows, freeze.columns);
  return (
    `<pane${splits} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
  );
}

/** An element's attributes as XML, but those named; namespace prefixes of attributes stay as they are. */
export function attributesXml(element: XmlElement | undefined, without: readonly string[]): string {
  return [...(element?.attributes ?? [])]
    .filter(([name]) => !without.includes(name))
    .map(([name, attribute]) => ` ${name}="${escapeXml(attribute.value)}"`)
    .join("");
}

function emptyElementXml(element: XmlElement | undefined): string {
  return element === undefined ? "" : `<${element.name}${attributesXml(element, [])}/>`;
}
