import { firstOf } from "../../../src/engine/explain/firstOf";
import { atOnce } from "../../../src/engine/slices";

test("the first so many are those that sorting everything would put first, equal ones in the order in which they came", () => {
  const items = Array.from({ length: 500 }, (_, index) => ({ index, key: (index * 7_919) % 23 }));
  const byKey = (one: { key: number }, other: { key: number }): number => one.key - other.key;
  for (const most of [0, 1, 10, 23, 499, 500, 501])
    expect(atOnce(firstOf(items, most, byKey))).toEqual([...items].sort(byKey).slice(0, most));
  const rising = [...items].sort((one, other) => other.key - one.key);
  expect(atOnce(firstOf(rising, 10, byKey))).toEqual([...rising].sort(byKey).slice(0, 10));
});
