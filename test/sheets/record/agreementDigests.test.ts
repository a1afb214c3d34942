/** Rows that an earlier version wrote must be known again: what stands for a field in their digest may not change. */
import { agreementRowDigest } from "../../../src/sheets/record/agreementDigests";

const FREE = ["version", "status", "supplierReply", "buyerReply", "remark"];
const COMPUTED = [
  ...["no", "settledAt", "supplier", "supplierPlace", "buyer", "buyerPlace", "demandNo", "product", "specification", "unit"],
  ...["1956Q4", "1957Q1", "total", "value", "km", "basis", "why"],
];
const columns = [...FREE, ...COMPUTED];
const cells = columns.map((field) => (field === "why" ? "in the same place; 6 factories could make it" : `its ${field}`));
const digest = agreementRowDigest(columns.map((field, column) => [field, column]));

test("a row has the digest that it had", () => {
  expect(digest.of(cells)).toBe("13f45fd51d5327a5");
});

test.each(columns)("%s: where it is changed the row's digest tells, unless everybody may change it", (field) => {
  const changed = cells.map((cell, column) => (columns[column] === field ? `${cell} changed` : cell));
  expect(digest.of(changed) === digest.of(cells)).toBe(FREE.includes(field));
});
