import type { PackageParts } from "./packageParts";
import { XmlEdits } from "./xmlEdits";
import { escapeXml } from "./xmlText";
import { attributeOf, childrenOf } from "./xmlTree";

const CONTENT_TYPES = "[Content_Types].xml";

/** Tells the package what its new parts hold, and no longer of those that went (ECMA-376 part 2, 10.1). */
export function writeContentTypes(
  parts: PackageParts,
  added: readonly { readonly path: string; readonly type: string }[],
  removed: readonly string[],
): PackageParts {
  const bytes = parts.xml(CONTENT_TYPES);
  const tree = parts.treeOf(bytes, CONTENT_TYPES);
  const edits = new XmlEdits(bytes);
  // A part of that name that was announced but not there would stand twice.
  const gone = new Set([...removed, ...added.map(({ path }) => path)].map((path) => `/${path.toLowerCase()}`));
  for (const element of childrenOf(tree, "Override"))
    if (gone.has((attributeOf(element, "PartName") ?? "").toLowerCase())) edits.remove(element);
  for (const part of added) edits.append(tree, `<Override PartName="/${escapeXml(part.path)}" ContentType="${part.type}"/>`);
  return parts.with(CONTENT_TYPES, edits.apply());
}
