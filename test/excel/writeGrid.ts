import type { Area, Cell, SheetCells } from "./cells";
import { MAXIMUM_ROWS } from "./cells";
import { HostFault } from "./hostFault";

export interface GridWrite {
  readonly sheet: SheetCells;
  readonly area: Area;
  readonly value: unknown;
  readonly use: (cell: Cell, value: unknown) => void;
}

/** One value for all cells, or an array of the range's size in which null leaves a cell as it is. Rows that a filter hides are passed over, as users reported. */
export function writeGrid({ sheet, area, value, use }: GridWrite): void {
  const fits =
    Array.isArray(value) && value.length === area.rows && value.every((row) => Array.isArray(row) && row.length === area.columns);
  if (Array.isArray(value) && !fits) throw new HostFault("InvalidArgument", "the array does not fit the range");
  if (area.rows === MAXIMUM_ROWS) return formatColumns({ sheet, area, value, use });
  let row = area.top;
  for (let given = 0; given < area.rows; given++, row++) {
    while (sheet.filter?.hides.has(row) === true) row++;
    for (let column = 0; column < area.columns; column++) {
      const one: unknown = Array.isArray(value) ? value[given][column] : value;
      if (one !== null && one !== undefined) use(sheet.reach(row, area.left + column), one);
    }
  }
}

/** A whole column: its blank cells are not made one by one. */
function formatColumns({ sheet, area, value, use }: GridWrite): void {
  for (let column = area.left; column < area.left + area.columns; column++) {
    use(sheet.columnDefault(column), value);
    for (const cells of sheet.rows.values()) if (cells[column] !== undefined) use(cells[column], value);
  }
}
