import type { WrittenSheet } from "../workbook";
import type { PackageParts } from "./packageParts";
import { namesFor, SHEET_NAMES } from "./namesXml";
import { writeContentTypes } from "./contentTypes";
import { freeIds, kindOf, writeRelationships } from "./relationships";
import type { SheetPlaces } from "./sheetPlaces";
import type { WorkbookPart } from "./workbookPart";
import { XmlEdits } from "./xmlEdits";
import { escapeXml } from "./xmlText";
import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf, childrenOf } from "./xmlTree";

const WORKSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

interface Change {
  readonly sheets: readonly WrittenSheet[];
  readonly places: SheetPlaces;
  /** Path of a style sheet that was not there before. */
  readonly newStyles: string | undefined;
}

interface NewPart {
  readonly path: string;
  readonly type: string;
  readonly kind: "worksheet" | "styles";
  readonly id: string;
}

/** Tells the workbook of its new and changed sheets: tabs and names, relationships, content types. */
export function registerChanges(parts: PackageParts, workbook: WorkbookPart, change: Change): PackageParts {
  const chain = workbook.relationships.find((relationship) => kindOf(relationship) === "calcChain");
  const added = newParts(workbook, change);
  let changed = writeMainPart(parts, workbook, {
    ...change,
    added,
    recalculate: chain !== undefined && change.places.all.some((place) => !place.isNew),
  });
  const namespace = change.places.relationshipNamespace;
  changed = writeRelationships(changed, workbook.path, {
    added: added.map(({ id, kind, path }) => ({ id, type: `${namespace}/${kind}`, path })),
    goes: (relationship) => kindOf(relationship) === "calcChain",
  });
  changed = writeContentTypes(changed, added, chain?.path === undefined ? [] : [chain.path]);
  // The order of calculation names cells that may hold no formula any more; Excel builds it anew.
  return chain?.path === undefined ? changed : changed.without(chain.path);
}

function newParts(workbook: WorkbookPart, change: Change): readonly NewPart[] {
  const freeId = freeIds(workbook.relationships);
  const styles = change.newStyles;
  return [
    ...(styles === undefined ? [] : [{ path: styles, type: STYLES_TYPE, kind: "styles" as const, id: freeId() }]),
    ...change.places.all
      .filter((place) => place.isNew)
      .map((place) => ({ path: place.path, type: WORKSHEET_TYPE, kind: "worksheet" as const, id: freeId() })),
  ];
}

function writeMainPart(
  parts: PackageParts,
  workbook: WorkbookPart,
  change: Change & { added: readonly NewPart[]; recalculate: boolean },
): PackageParts {
  const edits = new XmlEdits(parts.xml(workbook.path));
  const { tree } = workbook;
  addTabs(edits, workbook, change);
  writeNames(edits, workbook, change);
  if (change.recalculate) {
    // The clerk's formulas that look at a sheet of ours hold values of before; Excel only looks again when told to.
    const calculation = childOf(tree, "calcPr");
    if (calculation !== undefined) edits.setAttribute(calculation, "fullCalcOnLoad", "1");
  }
  return parts.with(workbook.path, edits.apply());
}

function addTabs(edits: XmlEdits, workbook: WorkbookPart, change: Change & { added: readonly NewPart[] }): void {
  const sheets = childOf(workbook.tree, "sheets");
  if (sheets === undefined) throw new RangeError("the workbook has no list of sheets");
  let id = Math.max(0, ...childrenOf(sheets, "sheet").map((sheet) => Number(attributeOf(sheet, "sheetId")) || 0));
  const prefix = relationshipPrefix(workbook.tree, change.places.relationshipNamespace);
  const declaration = prefix === undefined ? ` xmlns:r="${change.places.relationshipNamespace}"` : "";
  for (const [index, place] of change.places.all.entries()) {
    if (!place.isNew) continue;
    const relation = change.added.find((part) => part.path === place.path)?.id ?? "";
    const state = change.sheets[index].visibility === "hidden" ? ' state="hidden"' : "";
    edits.append(
      sheets,
      `<sheet${declaration} name="${escapeXml(place.tabName)}" sheetId="${++id}"${state} ${prefix ?? "r"}:id="${relation}"/>`,
    );
  }
}

function relationshipPrefix(tree: XmlElement, namespace: string): string | undefined {
  for (const [name, { value }] of tree.attributes) if (name.startsWith("xmlns:") && value === namespace) return name.slice("xmlns:".length);
  return undefined;
}

/** Our names take the place of the same names of before; all others stay. */
function writeNames(edits: XmlEdits, workbook: WorkbookPart, change: Change): void {
  const names = change.places.all.flatMap((place, index) => namesFor(change.sheets[index], place.tabName, place.tab));
  const rewritten = new Set(change.places.all.filter((place) => !place.isNew).map((place) => String(place.tab)));
  const ours = new Set(names.filter((name) => name.tab === undefined).map((name) => name.name));
  const list = childOf(workbook.tree, "definedNames");
  if (list === undefined) {
    const before = ["externalReferences", "functionGroups", "sheets"]
      .map((name) => childOf(workbook.tree, name))
      .find((element) => element !== undefined);
    const xml = names.map((name) => name.xml).join("");
    if (before !== undefined && xml !== "") edits.insertAfter(before, `<definedNames>${xml}</definedNames>`);
    return;
  }
  for (const element of childrenOf(list, "definedName")) {
    const name = attributeOf(element, "name") ?? "";
    const tab = attributeOf(element, "localSheetId");
    if (tab === undefined ? ours.has(name) : rewritten.has(tab) && SHEET_NAMES.has(name)) edits.remove(element);
  }
  for (const name of names) edits.append(list, name.xml);
}
