/** Near names are suggested, but a list of unknown names never keeps a clerk waiting. */
import { NameIndex } from "../../src/sheets/table/names";

function indexOf(names: readonly string[]): NameIndex<{ readonly name: string }> {
  const index = new NameIndex<{ readonly name: string }>();
  for (const name of names) index.add(name, { name });
  return index;
}

const nearOf = (index: NameIndex<unknown>, text: string): readonly string[] => {
  const found = index.find(text);
  return found.kind === "unknown" ? found.near : ["found"];
};

test("near names are suggested, three at most", () => {
  const index = indexOf(["佳木斯电机厂", "佳木斯电机二厂", "牡丹江机车厂", "佳木斯电机三厂", "佳木斯电机四厂"]);
  expect(nearOf(index, "佳木斯電机厂")).toEqual(["佳木斯电机三厂", "佳木斯电机二厂", "佳木斯电机厂"]);
});

test("a whole list of unknown names is not searched without end", () => {
  const index = indexOf(Array.from({ length: 2_000 }, (_, number) => `a very long name of a factory, number ${number}`));
  const answers = Array.from({ length: 100 }, (_, number) => nearOf(index, `a very long name of a factory, number ${number}x`));
  expect(answers[0]).toHaveLength(3);
  expect(answers[99]).toEqual([]);
});
