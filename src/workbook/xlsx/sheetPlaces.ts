import type { WrittenSheet } from "../workbook";
import { WorkbookError } from "../workbook";
import type { PackageParts } from "./packageParts";
import type { WorkbookPart } from "./workbookPart";
import { readDefinedCells, sameName } from "./workbookPart";

/** Where a sheet of ours goes: over the sheet its defined name points at, or onto a new tab at the end. */
export interface SheetPlace {
  readonly path: string;
  readonly tabName: string;
  /** Its number among all tabs, from 0. */
  readonly tab: number;
  readonly isNew: boolean;
}

export interface SheetPlaces {
  readonly all: readonly SheetPlace[];
  /** The workbook's own namespaces: transitional or strict. */
  readonly namespace: string;
  readonly relationshipNamespace: string;
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LONGEST_TAB_NAME = 31;

/** Faults: a RangeError where two sheets bear one defined name, or a tab's name is none. */
export function choosePlaces(parts: PackageParts, workbook: WorkbookPart, sheets: readonly WrittenSheet[]): SheetPlaces {
  const present = new Map(readDefinedCells(workbook).map((cell) => [cell.name, cell.sheet]));
  const tabNames = workbook.tabs.map((tab) => tab.name);
  const paths = new Set<string>();
  const all = sheets.map((sheet, index): SheetPlace => {
    const twin = sheets.findIndex((other) => other.definedName !== undefined && other.definedName === sheet.definedName);
    if (twin >= 0 && twin < index) throw new RangeError(`two sheets are named ${sheet.definedName}`);
    const found = sheet.definedName === undefined ? undefined : (present.get(sheet.definedName) ?? sheet.takesOver);
    const tab = workbook.tabs.findIndex((candidate) => found !== undefined && sameName(candidate.name, found));
    const old = workbook.tabs[tab]?.path;
    if (old !== undefined && !paths.has(old)) {
      paths.add(old);
      return { path: old, tabName: workbook.tabs[tab].name, tab, isNew: false };
    }
    const tabName = freeTabName(sheet.name, tabNames);
    tabNames.push(tabName);
    const path = freePath(parts, workbook, paths);
    paths.add(path);
    return { path, tabName, tab: tabNames.length - 1, isNew: true };
  });
  const namespace = namespaceOf(workbook);
  const strict = namespace.includes("purl.oclc.org");
  const relationshipNamespace = strict
    ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
    : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return { all, namespace, relationshipNamespace };
}

/** "Agreements", or "Agreements (2)" where a tab of that name is there already. */
function freeTabName(wanted: string, taken: readonly string[]): string {
  if (wanted === "" || wanted.length > LONGEST_TAB_NAME || /[:\\/?*[\]]|^'|'$/.test(wanted))
    throw new RangeError(`"${wanted}" cannot name a tab`);
  let name = wanted;
  for (let number = 2; taken.some((other) => sameName(other, name)); number++) {
    const mark = ` (${number})`;
    name = wanted.slice(0, LONGEST_TAB_NAME - mark.length) + mark;
  }
  return name;
}

function freePath(parts: PackageParts, workbook: WorkbookPart, taken: ReadonlySet<string>): string {
  const folder = workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1);
  for (let number = workbook.tabs.length + 1; number < 1_000_000; number++) {
    const path = `${folder}worksheets/sheet${number}.xml`;
    if (!parts.has(path) && !taken.has(path)) return path;
  }
  throw new WorkbookError("too much data", "the workbook has too many parts");
}

function namespaceOf(workbook: WorkbookPart): string {
  const { tree } = workbook;
  const colon = tree.qualifiedName.indexOf(":");
  const declared = tree.attributes.get(colon < 0 ? "xmlns" : `xmlns:${tree.qualifiedName.slice(0, colon)}`);
  return declared?.value ?? TRANSITIONAL;
}
