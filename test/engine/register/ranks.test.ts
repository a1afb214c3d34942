import { eachRun, inRankOrder, ranksOf, type Ranking } from "../../../src/engine/register/ranks";
import { atOnce } from "../../../src/engine/slices";

const rows = [
  { no: "B-10", text: "b" },
  { no: "A-2", text: "a" },
  { no: "B-2", text: "b" },
  { no: "A-2", text: "a" },
];

function ranks(ranking: Ranking<(typeof rows)[number]>) {
  return atOnce(ranksOf(rows, ranking));
}

test("rows of one text have one rank, whatever their keys, in the order of the texts' code units", () => {
  const { of, texts } = ranks({ key: ({ no }) => no, text: ({ text }) => text });
  expect([...of]).toEqual([1, 0, 1, 0]);
  expect(texts).toEqual(["a", "b"]);
});

test("texts may be in an order of their own", () => {
  const byLength = (one: string, other: string): number => other.length - one.length || (one < other ? -1 : 1);
  const { texts } = ranks({ key: ({ no }) => no, text: ({ no }) => no, order: byLength });
  expect(texts).toEqual(["B-10", "A-2", "B-2"]);
});

test("rows stand by their first rank, then by the next, and where all are equal as they were given", () => {
  const text = ranks({ key: ({ text: key }) => key, text: ({ text: key }) => key });
  const no = ranks({ key: ({ no: key }) => key, text: ({ no: key }) => key });
  expect([...inRankOrder(text)]).toEqual([1, 3, 0, 2]);
  expect([...inRankOrder(text, no)]).toEqual([1, 3, 0, 2]);
  expect([...inRankOrder(no, text)]).toEqual([1, 3, 0, 2]);
});

test("rows that agree in every rank are worked on together, one such run after the other", () => {
  const text = ranks({ key: ({ text: key }) => key, text: ({ text: key }) => key });
  const no = ranks({ key: ({ no: key }) => key, text: ({ no: key }) => key });
  const runs: (readonly number[])[] = [];
  const work = (order: Int32Array, start: number, end: number): void => void runs.push([...order.subarray(start, end)]);
  atOnce(eachRun([text, no], work, 1));
  expect(runs).toEqual([[1, 3], [0], [2]]);
});
