/** Work on many rows rests every thousand of them, and comes to the same as work without a rest. */
import { atOnce, eachInSlices } from "../../src/engine/slices";
import { draftDigest } from "../../src/sheets/record/sheetDigests";
import { unresolvedTable } from "../../src/sheets/outputs";

const ROWS = 5_500;

function restsOf(work: Generator<void, unknown>): number {
  let rests = 0;
  while (!work.next().done) rests++;
  return rests;
}

test("what is made of each item stands in the items' order", () => {
  const items = Array.from({ length: ROWS }, (_, index) => index);
  expect(restsOf(eachInSlices(items, (item) => item))).toBe(5);
  expect(atOnce(eachInSlices(items, (item, index) => 2 * item + index))).toEqual(items.map((item) => 3 * item));
});

test("a long sheet's digest rests too", () => {
  const column = { field: "no", header: "No.", width: 9, style: "text", period: false, grouped: false, clerk: false } as const;
  const rows = Array.from({ length: ROWS }, (_, row) => [`D-${row}`]);
  expect(restsOf(draftDigest({ table: unresolvedTable, columns: [column], numberFields: ["no"], rows, decimalRows: new Set() }))).toBe(6);
});
