import type { SheetCells } from "./cells";

/** All that sheets hold and show, as text that changes with every byte of it; a deleted sheet shows as null. */
export function clerksCells(sheets: readonly SheetCells[], standing: readonly SheetCells[]): string {
  return JSON.stringify(sheets.map((sheet) => (standing.includes(sheet) ? contentOf(sheet) : null)));
}

function contentOf(sheet: SheetCells): unknown {
  return [sheet.name, sheet.visibility, [...sheet.rows], [...sheet.hiddenRows], sheet.merges, filterOf(sheet)];
}

function filterOf({ filter }: SheetCells): unknown {
  return filter === null ? null : [filter.area, [...filter.hides]];
}
