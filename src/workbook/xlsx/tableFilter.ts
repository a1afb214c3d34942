import type { PackageParts } from "./packageParts";
import { kindOf, readRelationships } from "./relationships";
import { childOf, childrenOf } from "./xmlTree";

/** Whether some table on this sheet hides rows by a filter of its own. */
export function isTableFiltered(parts: PackageParts, sheetPath: string): boolean {
  return readRelationships(parts, sheetPath).some(({ path, ...rest }) => {
    if (kindOf({ path, ...rest }) !== "table" || path === undefined || !parts.has(path)) return false;
    const filter = childOf(parts.tree(path), "autoFilter");
    return filter !== undefined && childrenOf(filter, "filterColumn").some((column) => column.children.length > 0);
  });
}
