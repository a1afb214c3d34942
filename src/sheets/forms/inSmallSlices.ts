/** A row of a form takes some tenths of a millisecond: so many between two yields. */
const ROWS = 100;

/** What `work` makes of each row, with a yield now and then. */
export function* inSmallSlices<Row, Cells>(rows: readonly Row[], work: (row: Row, index: number) => Cells): Generator<void, Cells[]> {
  const results: Cells[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % ROWS === ROWS - 1) yield;
    results.push(work(row, index));
  }
  return results;
}
