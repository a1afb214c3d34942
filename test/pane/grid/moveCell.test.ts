import { moveCell } from "../../../src/pane/grid/moveCell";

const SIZE = { rows: 100, columns: 10, page: 20 };
const from = (row: number, column: number, key: string, ctrl = false) => moveCell({ row, column }, { key, ctrl }, SIZE);

test("keys move as in Excel and never leave the sheet", () => {
  expect(from(0, 0, "ArrowDown")).toEqual({ row: 1, column: 0 });
  expect(from(0, 0, "ArrowUp")).toEqual({ row: 0, column: 0 });
  expect(from(99, 9, "ArrowRight")).toEqual({ row: 99, column: 9 });
  expect(from(50, 5, "ArrowLeft")).toEqual({ row: 50, column: 4 });
  expect(from(90, 5, "PageDown")).toEqual({ row: 99, column: 5 });
  expect(from(50, 5, "PageUp")).toEqual({ row: 30, column: 5 });
  expect(from(50, 5, "Home")).toEqual({ row: 50, column: 0 });
  expect(from(50, 5, "End", true)).toEqual({ row: 99, column: 9 });
  expect(from(50, 5, "ArrowDown", true)).toEqual({ row: 99, column: 5 });
  expect(from(50, 5, "a")).toBeUndefined();
});
