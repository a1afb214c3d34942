import type { WrittenSheet } from "../workbook";
import { rangeReference } from "./cellReference";
import { cellsXml, writtenArea, type SheetPiece } from "./cellsXml";
import { headerFooterXml, pageSetupXml } from "./printXml";
import { sheetPropertiesXml, sheetViewsXml } from "./sheetViewXml";
import type { StyleTable } from "./styleTable";
import { validationsXml } from "./validationXml";
import { joinedBytes, prefixed } from "./xmlEdits";
import type { XmlElement } from "./xmlTree";
import { childOf, prefixOf } from "./xmlTree";

/** The order of a worksheet's elements (ECMA-376 part 1, 18.3.1.99); Excel "repairs" a file that breaks it. */
const ORDER: readonly string[] = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];
/** Always ours: what the sheet held of these goes even where we write nothing in their place. */
const OURS: readonly string[] = [
  "dimension",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "autoFilter",
  "sortState",
  "mergeCells",
  "dataValidations",
  "ignoredErrors",
];

/** A sheet of ours as it stands in the file now. What a clerk hung on it (charts, comments, formats by condition, tables) stays. */
export interface PresentSheet {
  readonly bytes: Uint8Array;
  /** Its cells are not looked into. */
  readonly tree: XmlElement;
}

export interface SheetSetting {
  readonly styles: StyleTable;
  readonly present: PresentSheet | undefined;
  /** Namespaces for a new part, as attributes: ` xmlns="…" xmlns:r="…"`. */
  readonly namespaces: string;
  /** The element for a drawing that is new, or "". */
  readonly drawing: string;
}

interface Piece {
  readonly order: number;
  readonly bytes: Iterable<SheetPiece>;
}

/** The whole worksheet part for a sheet of ours, from top to bottom. */
export function* sheetXml(sheet: WrittenSheet, setting: SheetSetting): Generator<SheetPiece> {
  const { present } = setting;
  const prefix = present === undefined ? "" : prefixOf(present.tree);
  const encoder = new TextEncoder();
  const written = writtenPieces(sheet, present?.tree);
  if (setting.drawing !== "") written.set("drawing", setting.drawing);
  const pieces: Piece[] = present === undefined ? [] : keptPieces(present, new Set([...OURS, ...written.keys()]));
  for (const [name, xml] of written)
    if (xml !== "") pieces.push({ order: ORDER.indexOf(name), bytes: whole(encoder.encode(prefixed(xml, prefix))) });
  pieces.push({ order: ORDER.indexOf("sheetData"), bytes: cellsXml(sheet, setting.styles, prefix) });
  pieces.push({ order: ORDER.indexOf("cols"), bytes: whole(encoder.encode(prefixed(columnsXml(sheet, setting.styles), prefix))) });
  pieces.sort((one, other) => one.order - other.order);
  yield* whole(opening(setting));
  for (const piece of pieces) yield* piece.bytes;
  yield* whole(closing(present));
}

/** Something small beside the rows. */
function whole(bytes: Uint8Array): readonly SheetPiece[] {
  return [{ bytes, rows: 0 }];
}

/** Elements we write, by name; those that depend on the style sheet come apart. */
function writtenPieces(sheet: WrittenSheet, present: XmlElement | undefined): Map<string, string> {
  const grouped = sheet.columns.some((column) => column.grouped) ? ' outlineLevelCol="1"' : "";
  // A table brings its own arrows, and a filter over a table breaks the file.
  const filter = present !== undefined && childOf(present, "tableParts") !== undefined ? undefined : sheet.filter;
  const pieces = new Map([
    ["sheetPr", sheetPropertiesXml(sheet, present)],
    ["dimension", `<dimension ref="${writtenArea(sheet)}"/>`],
    ["sheetViews", sheetViewsXml(sheet, present)],
    ["sheetFormatPr", `<sheetFormatPr defaultRowHeight="15"${grouped}/>`],
    ["autoFilter", filter === undefined ? "" : `<autoFilter ref="${rangeReference(filter)}"/>`],
    ["dataValidations", validationsXml(sheet.validations ?? [])],
    ["ignoredErrors", `<ignoredErrors><ignoredError sqref="${writtenArea(sheet)}" numberStoredAsText="1"/></ignoredErrors>`],
  ]);
  if (sheet.print !== undefined) {
    pieces.set("pageSetup", pageSetupXml(sheet.print, present));
    if (sheet.print.footer !== undefined) pieces.set("headerFooter", headerFooterXml(sheet.print.footer, present));
  }
  return pieces;
}

/** Everything we do not write, as it stands; an element without a place of its own (mc:AlternateContent) stays behind its neighbour. */
function keptPieces(present: PresentSheet, written: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let order = 0;
  for (const child of present.tree.children) {
    const known = ORDER.indexOf(child.name);
    if (known >= 0) order = known;
    if (written.has(child.name)) continue;
    const bytes = child.name === "extLst" ? keptExtensions(present, child) : present.bytes.subarray(child.start, child.end);
    if (bytes.length > 0) pieces.push({ order, bytes: whole(bytes) });
  }
  return pieces;
}

/** Excel moves rules that look at other sheets into an extension; those are ours too and go. */
function keptExtensions(present: PresentSheet, list: XmlElement): Uint8Array {
  const kept = list.children.filter((extension) => childOf(extension, "dataValidations") === undefined);
  if (kept.length === 0) return new Uint8Array(0);
  const inside = kept.map((extension) => present.bytes.subarray(extension.start, extension.end));
  return joinedBytes([present.bytes.subarray(list.start, list.innerStart), ...inside, present.bytes.subarray(list.innerEnd, list.end)]);
}

function columnsXml(sheet: WrittenSheet, styles: StyleTable): string {
  if (sheet.columns.length === 0) return "";
  const columns = sheet.columns.map((column, index) => {
    const hidden = column.hidden ? ' hidden="1"' : "";
    const grouped = column.grouped ? ' outlineLevel="1"' : "";
    return `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${styles.index(column.style, false)}"${hidden} customWidth="1"${grouped}/>`;
  });
  return `<cols>${columns.join("")}</cols>`;
}

function opening(setting: SheetSetting): Uint8Array {
  const { present } = setting;
  if (present !== undefined) return present.bytes.subarray(0, present.tree.innerStart);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet${setting.namespaces}>`);
}

function closing(present: PresentSheet | undefined): Uint8Array {
  return present === undefined ? new TextEncoder().encode("</worksheet>") : present.bytes.subarray(present.tree.innerEnd);
}
