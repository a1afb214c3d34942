import { byNumber } from "../../../src/sheets/inputs/byNumber";

test("what stands under a number is put together when it is first asked for, once", () => {
  const seen: string[] = [];
  const found = byNumber(["1", "2"], (no) => {
    seen.push(no);
    return [no, `row ${no}`];
  });
  expect(seen).toEqual([]);
  expect(found.get("2")).toBe("row 2");
  expect(found.get("3")).toBeUndefined();
  expect([...found]).toEqual([
    ["1", "row 1"],
    ["2", "row 2"],
  ]);
  expect(seen).toEqual(["1", "2"]);
});
