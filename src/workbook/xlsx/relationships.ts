import type { PackageParts } from "./packageParts";
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
