import { mergeClasses } from "@fluentui/react-components";
import type { CellValue } from "../../workbook/workbook";
import { cellText } from "./cellText";
import { COLUMN, HEADER, ROW, ROW_HEAD, useGridLooks } from "./gridLooks";
import { numbersOf, type Range } from "./range";

interface Drawn {
  readonly row: number;
  readonly columns: Range;
  /** Undefined until they have come. */
  readonly values: readonly CellValue[] | undefined;
  /** The column of the active cell, where it is in this row. */
  readonly active: number | undefined;
  readonly idOf: (column: number) => string;
  readonly onChoose: (column: number) => void;
}

/** The cells of one row that are in sight. */
export function GridRow({ row, columns, values, active, idOf, onChoose }: Drawn) {
  const looks = useGridLooks();
  return (
    <div role="row" aria-rowindex={row + 2} className={looks.row} style={{ top: HEADER + row * ROW }}>
      <div role="rowheader" aria-colindex={1} className={looks.rowHead}>
        {row + 1}
      </div>
      {numbersOf(columns).map((column) => (
        <div
          key={column}
          id={idOf(column)}
          role="gridcell"
          aria-colindex={column + 2}
          aria-selected={column === active}
          className={mergeClasses(looks.cell, typeof values?.[column] === "number" && looks.number, column === active && looks.active)}
          style={{ left: ROW_HEAD + column * COLUMN }}
          onClick={() => onChoose(column)}
        >
          {cellText(values?.[column])}
        </div>
      ))}
    </div>
  );
}
