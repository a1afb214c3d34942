import { useEffect, useRef, useState } from "react";
import type { CellValue } from "../../workbook/workbook";
import type { Cells } from "./cells";

/** Rows fetched at once. */
const BLOCK = 100;

interface Wanted {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

/** The rows in sight, as far as they have come; what is fetched stays. For one sheet of one file only. */
export function useBlocks(cells: Cells, { sheet, first, last }: Wanted): (row: number) => readonly CellValue[] | undefined {
  const [blocks, setBlocks] = useState<ReadonlyMap<number, readonly (readonly CellValue[])[]>>(new Map());
  const [from, to] = [Math.floor(Math.max(0, first) / BLOCK), Math.floor(Math.max(0, last) / BLOCK)];
  const asked = useRef(new Set<number>());
  useEffect(() => {
    for (let block = from; block <= to; block++) {
      if (asked.current.has(block)) continue;
      asked.current.add(block);
      void cells.rows({ sheet, first: block * BLOCK, count: BLOCK }).then(
        (rows) => setBlocks((known) => new Map(known).set(block, rows)),
        () => undefined,
      );
    }
  }, [cells, sheet, from, to]);
  return (row) => blocks.get(Math.floor(row / BLOCK))?.[row % BLOCK];
}
