/** Sheets cross between page and worker in pieces, none of which takes long to copy, and are whole on the other side. */
import { Gathered, readPieces, writtenPieces, type Piece } from "../../../src/pane/jobs/pieces";
import { plainSheet } from "../../workbook/contract";
import { sheet } from "../../support/sheet";

function gathered<Cell, Said>(pieces: Iterable<Piece<Cell, Said>>): { readonly all: Gathered<Cell, Said>; readonly cells: number[] } {
  const all = new Gathered<Cell, Said>();
  const cells: number[] = [];
  for (const piece of pieces) {
    all.add(structuredClone(piece));
    cells.push(piece.rows.reduce((sum, row) => sum + row.length, 0));
  }
  return { all, cells };
}

test("rows and formulas of every sheet arrive in their order, none lost between two pieces", () => {
  const values = Array.from({ length: 9_001 }, (_, row) => (row % 7 === 3 ? [] : [`part ${row}`, row, null, { error: "#N/A" }, true]));
  const formulas = new Map(Array.from({ length: 4_500 }, (_, row) => [2 * row, new Map([[1, `=B${row}`]])]));
  const { all, cells } = gathered(readPieces([sheet("A", []), sheet("B", values, { formulas }), sheet("C", [["last"]])]));
  expect([all.rows(0), all.rows(1), all.rows(2)]).toEqual([[], values, [["last"]]]);
  expect(all.said(1)).toEqual(formulas);
  expect(cells.length).toBeGreaterThan(3);
  expect(Math.max(...cells)).toBeLessThan(21_000);
});

test("long texts make small pieces", () => {
  const { cells } = gathered(writtenPieces([plainSheet("Why", [...Array.from({ length: 100 }, () => ["x".repeat(32_000)])])]));
  expect(Math.max(...cells)).toBeLessThan(12);
});

test("styles of single cells come along with the rows that are written", () => {
  const cellStyles = new Map([[1, new Map([[0, "decimal" as const]])]]);
  const { all } = gathered(writtenPieces([{ ...plainSheet("Mass", [["tonnes"], [1.5]]), cellStyles }]));
  expect(all.rows(0)).toEqual([["tonnes"], [1.5]]);
  expect(all.said(0)).toEqual(cellStyles);
});
