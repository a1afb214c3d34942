import { Generations, questionOf, type Rows } from "../../src/engine/generations";
import { atOnce } from "../../src/engine/slices";

function rowsOf(generations: Generations<string>, content: Rows): number[][] | undefined {
  return generations.find(questionOf(content))?.rows.map((row) => [...row]);
}

test("a question is recognised by its whole content, also where rows begin and end", () => {
  const generations = new Generations<string>(1_000);
  const alike: Rows[] = [[[1, 2]], [[1], [2]], [[], [1, 2]], [Float64Array.of(1, 2, Infinity)], [[1, 2], []]];
  expect(questionOf(alike[0]).hash).toBe(questionOf(alike[1]).hash);
  alike.forEach((content, index) => {
    expect(generations.find(questionOf(content))).toBeUndefined();
    atOnce(generations.keep(questionOf(content), { rows: [[index, -0.5], [], [Infinity]], value: `${index}` }));
  });
  alike.forEach((content, index) => {
    expect(generations.find(questionOf(content))?.value).toBe(`${index}`);
    expect(rowsOf(generations, content)).toEqual([[index, -0.5], [], [Infinity]]);
  });
});

test("what neither this run nor the one before asked for is forgotten", () => {
  const generations = new Generations<string>(1_000);
  const [asked, not]: Rows[] = [[[1]], [[2]]];
  for (const content of [asked, not]) atOnce(generations.keep(questionOf(content), { rows: [[7]], value: "" }));
  for (let run = 0; run < 3; run++) {
    generations.turn();
    expect(rowsOf(generations, asked)).toEqual([[7]]);
  }
  expect(rowsOf(generations, not)).toBeUndefined();
});

test("no more is kept of a run than there is room for, and what its asker writes over is kept as it was", () => {
  const generations = new Generations<string>(12);
  const own = [1, 2, 3];
  atOnce(generations.keep(questionOf([own]), { rows: [[4]], value: "first" }));
  own[0] = 9;
  atOnce(generations.keep(questionOf([own]), { rows: [[4]], value: "second" }));
  expect(generations.find(questionOf([[1, 2, 3]]))?.value).toBe("first");
  expect(generations.find(questionOf([own]))).toBeUndefined();
});
