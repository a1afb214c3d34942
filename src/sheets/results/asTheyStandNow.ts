/** Problems of the Agreements sheet by the cells in which its rows stand once it is written; that a row counts as agreed is told of the new row alone. */
import { HEADER_ROW } from "../table/layTable";
import type { Problem } from "../reading";
import type { Result } from "./result";

/** `added`: what the writing has to tell. An explanation beside a problem is found by its cell, so the cell must be that of the sheet beside it. */
export function asTheyStandNow(added: readonly Problem[], { reading, earlier, agreements, drafts }: Result): readonly Problem[] {
  const before = earlier.tables.get("Agreements");
  const draft = drafts.get("Agreements");
  if (!before || !draft) return [...reading.problems, ...added];
  const rowNow = new Map<number, number>();
  agreements.rows.forEach(({ no }, index) => {
    const row = before.row(no);
    if (row !== undefined) rowNow.set(row, HEADER_ROW + 1 + index);
  });
  const fieldAt = new Map([...before.columnOf].map(([field, column]) => [column, field]));
  const toldAnew = new Set(added.filter(({ rule }) => rule === "I21").map(({ row }) => row));
  const moved = reading.problems.flatMap((problem): readonly Problem[] => {
    if (problem.sheet !== before.sheet.name || problem.row === undefined) return [problem];
    const row = rowNow.get(problem.row) ?? problem.row;
    if (problem.rule === "I17" && toldAnew.has(row)) return [];
    const field = problem.column === undefined ? undefined : fieldAt.get(problem.column);
    const column = draft.columns.findIndex((entry) => entry.field === field);
    return [{ ...problem, row, column: column < 0 ? problem.column : column }];
  });
  return [...moved, ...added];
}
