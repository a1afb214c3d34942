import { jsonPieces } from "../../src/cli/writeJson";

const item = (no: number) => ({
  no: `D${no}-1`,
  quantities: { "1956Q4": no, "1957 any": 0.5 },
  cures: [],
  notes: ["甲\n乙", '"'],
  none: null,
});

test.each<[string, object]>([
  ["nothing", {}],
  ["fields without lists", { engine: "1.0.0", proof: { gap: 0, by: ["a", "b"] }, price: undefined, left: null }],
  ["empty lists", { agreements: [], transfers: [] }],
  ["lists of several pieces", { ...{ before: 1, agreements: Array.from({ length: 2_500 }, (_, no) => item(no)) }, after: [1, "二"] }],
])("%s: the pieces make the text that JSON.stringify makes, and an end of line", (_what, value) => {
  expect([...jsonPieces(value)].join("")).toBe(`${JSON.stringify(value, undefined, 2)}\n`);
});

test("no piece of a long list is long", () => {
  const pieces = [...jsonPieces({ agreements: Array.from({ length: 20_000 }, (_, no) => item(no)) })];
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(300_000);
});
