import type { PackageParts } from "./packageParts";
import { XmlEdits } from "./xmlEdits";
import { escapeXml } from "./xmlText";
import { attributeOf } from "./xmlTree";

/** A part's pointer to another (ECMA-376 part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The full type; its last word tells what is meant, in the transitional and in the strict form. */
  readonly type: string;
  /** Path of the target from the package's root, without leading "/"; absent for a target outside. */
  readonly path: string | undefined;
}

/** "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels"; "" (the package) -> "_rels/.rels". */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part, or none. */
export function readRelationships(parts: PackageParts, part: string): readonly Relationship[] {
  const path = relationshipsPath(part);
  if (!parts.has(path)) return [];
  return parts.tree(path).children.map((element) => ({
    id: attributeOf(element, "Id") ?? "",
    type: attributeOf(element, "Type") ?? "",
    path: attributeOf(element, "TargetMode") === "External" ? undefined : resolve(part, attributeOf(element, "Target") ?? ""),
  }));
}

/** Adds pointers to parts inside the package and takes those away that go; the others stay as they are. */
export function writeRelationships(
  parts: PackageParts,
  part: string,
  { added, goes }: { readonly added: readonly Relationship[]; readonly goes: (relationship: Relationship) => boolean },
): PackageParts {
  const path = relationshipsPath(part);
  const bytes = parts.has(path) ? parts.xml(path) : EMPTY;
  const tree = parts.treeOf(bytes, path);
  const edits = new XmlEdits(bytes);
  const present = readRelationships(parts, part);
  for (const [index, element] of tree.children.entries()) if (present[index] && goes(present[index])) edits.remove(element);
  for (const { id, type, path: target = "" } of added)
    edits.append(tree, `<Relationship Id="${id}" Type="${type}" Target="/${escapeXml(target)}"/>`);
  return parts.with(path, edits.apply());
}

const EMPTY = new TextEncoder().encode(
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
);

/** Gives ids that no relationship of a part has, one after another. */
export function freeIds(present: readonly Relationship[]): () => string {
  const taken = new Set(present.map(({ id }) => id));
  let number = 1;
  return () => {
    while (taken.has(`rId${number}`)) number++;
    return `rId${number++}`;
  };
}

/** What a relationship means: "worksheet", "chartsheet", "styles" … */
export function kindOf(relationship: Relationship): string {
  return relationship.type.slice(relationship.type.lastIndexOf("/") + 1);
}

function resolve(part: string, target: string): string {
  const clean = unescape(target.replaceAll("\\", "/"));
  const steps = clean.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of clean.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function unescape(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target; // A stray "%" is part of the name.
  }
}
