import type { SheetSize } from "./cells";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, as in Excel; undefined for a key that moves nothing. `page` is how many rows are in sight. */
export function moveCell(
  { row, column }: Cell,
  key: { readonly key: string; readonly ctrl: boolean },
  size: SheetSize & { readonly page: number },
): Cell | undefined {
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) };
  const to = (cell: Cell): Cell => ({
    row: Math.min(last.row, Math.max(0, cell.row)),
    column: Math.min(last.column, Math.max(0, cell.column)),
  });
  switch (key.key) {
    case "ArrowDown":
      return key.ctrl ? { row: last.row, column } : to({ row: row + 1, column });
    case "ArrowUp":
      return key.ctrl ? { row: 0, column } : to({ row: row - 1, column });
    case "ArrowRight":
      return key.ctrl ? { row, column: last.column } : to({ row, column: column + 1 });
    case "ArrowLeft":
      return key.ctrl ? { row, column: 0 } : to({ row, column: column - 1 });
    case "PageDown":
      return to({ row: row + size.page, column });
    case "PageUp":
      return to({ row: row - size.page, column });
    case "Home":
      return key.ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return key.ctrl ? last : { row, column: last.column };
    default:
      return undefined;
  }
}
