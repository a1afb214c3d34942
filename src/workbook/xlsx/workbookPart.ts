import type { DefinedCell, SheetInfo } from "../workbook";
import { OUR_NAMES, WorkbookError } from "../workbook";
import { parseRange } from "./cellReference";
import type { PackageParts } from "./packageParts";
import type { Relationship } from "./relationships";
import { kindOf, readRelationships } from "./relationships";
import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf, childrenOf, prefixedAttributeOf } from "./xmlTree";

/** A tab of the workbook. Chart sheets and macro sheets have no cells: `path` is undefined. */
export interface Tab extends SheetInfo {
  readonly path: string | undefined;
}

/** What the workbook's main part says: its tabs, names and epoch. */
export interface WorkbookPart {
  readonly path: string;
  readonly tree: XmlElement;
  readonly relationships: readonly Relationship[];
  /** All tabs in their order; a name's localSheetId counts in it. */
  readonly tabs: readonly Tab[];
  /** Dates count from 1904 instead of 1900. */
  readonly from1904: boolean;
}

/** Fault: "not a workbook" where the package holds something else (a document, slides, any zip). */
export function readWorkbookPart(parts: PackageParts): WorkbookPart {
  const path = findMainPart(parts);
  const tree = parts.tree(path);
  if (tree.name !== "workbook") throw new WorkbookError("not a workbook", `${path} holds <${tree.name}>`);
  const relationships = readRelationships(parts, path);
  const properties = childOf(tree, "workbookPr");
  const date1904 = properties === undefined ? undefined : attributeOf(properties, "date1904");
  return {
    path,
    tree,
    relationships,
    tabs: readTabs(tree, relationships),
    from1904: date1904 === "1" || date1904 === "true",
  };
}

function findMainPart(parts: PackageParts): string {
  const main = readRelationships(parts, "").find((relationship) => kindOf(relationship) === "officeDocument")?.path;
  const path = main ?? "xl/workbook.xml";
  if (parts.has(path) && !path.toLowerCase().endsWith(".bin")) return path;
  if (main === undefined && !parts.has("[Content_Types].xml")) throw new WorkbookError("not a workbook", "a zip without a workbook");
  if (path.toLowerCase().endsWith(".bin")) throw new WorkbookError("unsupported", "a binary workbook (.xlsb)");
  throw new WorkbookError(main === undefined ? "not a workbook" : "damaged", `${path} is missing`);
}

/** Fault: "damaged" where two tabs have one name or share one part, or a name is longer than any program writes. */
function readTabs(tree: XmlElement, relationships: readonly Relationship[]): readonly Tab[] {
  const sheets = childOf(tree, "sheets");
  const tabs = (sheets === undefined ? [] : childrenOf(sheets, "sheet")).map((sheet) => readTab(sheet, relationships));
  const seen = new Set<string>();
  for (const { name, path } of tabs) {
    if (name.length > LONGEST_TAB) throw new WorkbookError("damaged", `a sheet's name has ${name.length} characters`);
    for (const key of [`name ${name.toLowerCase()}`, ...(path === undefined ? [] : [`part ${path.toLowerCase()}`])]) {
      if (seen.has(key)) throw new WorkbookError("damaged", `two sheets share the ${key}`);
      seen.add(key);
    }
  }
  return tabs;
}

/** Excel itself stops at 31. */
const LONGEST_TAB = 255;

function readTab(sheet: XmlElement, relationships: readonly Relationship[]): Tab {
  const name = attributeOf(sheet, "name") ?? "";
  const id = prefixedAttributeOf(sheet, "id");
  const target = relationships.find((relationship) => relationship.id === id);
  if (target === undefined) throw new WorkbookError("damaged", `the sheet "${name}" leads nowhere`);
  const state = attributeOf(sheet, "state");
  return {
    name,
    visibility: state === "hidden" ? "hidden" : state === "veryHidden" ? "very hidden" : "visible",
    path: kindOf(target) === "worksheet" ? target.path : undefined,
  };
}

/** Workbook-wide names of ours that point at one cell. A copied tab's own names (localSheetId) are not ours. */
export function readDefinedCells(workbook: WorkbookPart): readonly DefinedCell[] {
  const names = childOf(workbook.tree, "definedNames");
  return (names === undefined ? [] : childrenOf(names, "definedName")).flatMap((element) => {
    const name = attributeOf(element, "name") ?? "";
    if (!name.startsWith(OUR_NAMES) || attributeOf(element, "localSheetId") !== undefined) return [];
    const place = parsePlace(element.text.trim());
    const tab = workbook.tabs.find((candidate) => candidate.path !== undefined && sameName(candidate.name, place?.sheet ?? ""));
    return place === undefined || tab === undefined ? [] : [{ name, sheet: tab.name, row: place.row, column: place.column }];
  });
}

/** Tab names compare without case, as Excel does. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** `'Bob''s'!$A$1` -> Bob's, 0, 0; undefined for areas, #REF! and formulas. */
export function parsePlace(formula: string): { sheet: string; row: number; column: number } | undefined {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!([^!]+)$/.exec(formula);
  if (match === null) return undefined;
  const range = parseRange(match[3]);
  if (range === undefined || range.top !== range.bottom || range.left !== range.right) return undefined;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2], row: range.top, column: range.left };
}
