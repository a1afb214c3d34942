import { Text } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { gridName, gridTexts } from "../../i18n/paneGrid";
import { columnLetters } from "../../i18n/columnLetters";
import type { ReceiptView } from "../jobs/views";
import { useWords } from "../words";
import type { Cells, SheetSize } from "./cells";
import { cellText } from "./cellText";
import { GridHeader } from "./GridHeader";
import { COLUMN, HEADER, ROW, ROW_HEAD, useGridLooks } from "./gridLooks";
import { GridRow } from "./GridRow";
import { moveCell, type Cell } from "./moveCell";
import { numbersOf, rangeInSight } from "./range";
import { useBlocks } from "./useBlocks";

interface Shown {
  readonly cells: Cells;
  readonly sheet: string;
  readonly size: SheetSize;
  readonly receipt: ReceiptView | undefined;
  /** The cell to bring into sight; a new object each time. */
  readonly target: Cell | undefined;
}

/** One sheet, read-only: only what is in sight is drawn and fetched. Arrow keys move, as in Excel. */
export function SheetGrid({ cells, sheet, size, receipt, target }: Shown) {
  const { say, tell } = useWords();
  const looks = useGridLooks();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, left: 0, height: 600, width: 800 });
  const [active, setActive] = useState<Cell>({ row: target?.row ?? 0, column: target?.column ?? 0 });
  const rows = rangeInSight(sight.top, sight.height, { each: ROW, all: size.rows });
  const columns = rangeInSight(sight.left, sight.width, { each: COLUMN, all: size.columns });
  const rowAt = useBlocks(cells, { sheet, first: rows.first, last: rows.last });
  const idOf = ({ row, column }: Cell): string => `${id}${row}-${column}`;
  useEffect(() => {
    if (!target || !box.current) return;
    setActive({ row: target.row, column: target.column });
    scrollTo(box.current, target);
    box.current.focus({ preventScroll: true });
    box.current.scrollIntoView({ block: "nearest" });
  }, [target]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((sight.height - HEADER) / ROW) - 1);
    const next = moveCell(active, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, { ...size, page });
    if (!next) return;
    event.preventDefault();
    setActive(next);
    if (box.current) scrollTo(box.current, next);
  };
  const inSight = active.row >= rows.first && active.row <= rows.last && active.column >= columns.first && active.column <= columns.last;
  if (size.rows === 0) return <Text>{say(gridTexts.empty)}</Text>;
  return (
    <>
      <div className={looks.formula}>
        <strong>{`${columnLetters(active.column)}${active.row + 1}`}</strong> {cellText(rowAt(active.row)?.[active.column])}
      </div>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        className={looks.box}
        aria-label={tell(gridName, { sheet, rows: size.rows })}
        aria-readonly
        aria-rowcount={size.rows + 1}
        aria-colcount={size.columns + 1}
        aria-activedescendant={inSight ? idOf(active) : undefined}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget: { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth: width } }) =>
          setSight({ top, left, height, width })
        }
      >
        <div role="presentation" style={{ height: HEADER + size.rows * ROW, width: ROW_HEAD + size.columns * COLUMN }}>
          <GridHeader columns={columns} receipt={receipt} />
          {numbersOf(rows).map((row) => (
            <GridRow
              key={row}
              {...{ row, columns, values: rowAt(row), active: row === active.row ? active.column : undefined }}
              idOf={(column) => idOf({ row, column })}
              onChoose={(column) => setActive({ row, column })}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** As little as needed to see the cell beside the headings. */
function scrollTo(box: HTMLElement, { row, column }: Cell): void {
  const [top, left] = [row * ROW, column * COLUMN];
  const [height, width] = [box.clientHeight - HEADER, box.clientWidth - ROW_HEAD];
  box.scrollTop = Math.min(top, Math.max(box.scrollTop, top + ROW - height));
  box.scrollLeft = Math.min(left, Math.max(box.scrollLeft, left + COLUMN - width));
}
