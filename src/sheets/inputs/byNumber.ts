/** What is found by a number: of a demand line, a capacity row, an agreement. */
export type ByNumber<Value> = Pick<ReadonlyMap<string, Value>, "get" | typeof Symbol.iterator>;

/** What each row has under its number. Put together when it is first asked for, which may be never. */
export function byNumber<Row, Value>(rows: readonly Row[], entryOf: (row: Row) => readonly [no: string, value: Value]): ByNumber<Value> {
  let known: ReadonlyMap<string, Value> | undefined;
  const table = (): ReadonlyMap<string, Value> => (known ??= tableOf(rows, entryOf));
  return { get: (no) => table().get(no), [Symbol.iterator]: () => table()[Symbol.iterator]() };
}

function tableOf<Row, Value>(rows: readonly Row[], entryOf: (row: Row) => readonly [string, Value]): ReadonlyMap<string, Value> {
  const table = new Map<string, Value>();
  for (const row of rows) {
    const [no, value] = entryOf(row);
    table.set(no, value);
  }
  return table;
}
