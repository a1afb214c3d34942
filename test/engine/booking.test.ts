import fc from "fast-check";
import { book, bookingOrder, overlapping, windowOf, type Window } from "../../src/engine/booking";

const plan = { firstYear: 1956, firstQuarter: 4, quarters: 5 };
const exact = { early: 0, late: 0 };

test("a dated need may be met early and late, inside the plan", () => {
  expect(windowOf({ kind: "quarter", quarter: 0 }, { early: 2, late: 1 }, plan)).toEqual({ first: 0, last: 1, due: 0, dated: true });
  expect(windowOf({ kind: "quarter", quarter: 4 }, { early: 1, late: 3 }, plan)).toEqual({ first: 3, last: 4, due: 4, dated: true });
});

test("an any-quarter need has its year, whatever early and late say, and asks for the year's first quarter in the plan", () => {
  expect(windowOf({ kind: "year", year: 1957 }, { early: 3, late: 3 }, plan)).toEqual({ first: 1, last: 4, due: 1, dated: false });
  expect(windowOf({ kind: "year", year: 1956 }, exact, plan)).toEqual({ first: 0, last: 0, due: 0, dated: false });
});

test("an undated need has the whole plan and asks for nothing", () => {
  expect(windowOf({ kind: "undated" }, exact, plan)).toEqual({ first: 0, last: 4, due: undefined, dated: false });
});

test("cells are served by the end of their window, then the later beginning, then dated before any, then the earlier", () => {
  const windows: Window[] = [
    { first: 0, last: 4, due: undefined, dated: false },
    { first: 1, last: 4, due: 1, dated: false },
    { first: 1, last: 4, due: 3, dated: true },
    { first: 1, last: 4, due: 2, dated: true },
    { first: 0, last: 2, due: 1, dated: true },
  ];
  expect(bookingOrder(windows)).toEqual([4, 3, 2, 1, 0]);
});

test("a delivery fills the older need first, although it is late there and would be punctual for the next", () => {
  const late = { early: 0, late: 1 };
  const windows = [windowOf({ kind: "quarter", quarter: 0 }, late, plan), windowOf({ kind: "quarter", quarter: 1 }, late, plan)];
  expect(book(windows, [10, 10], [0, 15, 0, 0, 0])).toEqual([
    { cell: 0, quarter: 1, quantity: 10 },
    { cell: 1, quarter: 1, quantity: 5 },
  ]);
  expect(overlapping(windows)).toBe(true);
});

test("the rule books as much as any other way could", () => {
  const cell = fc.record({
    first: fc.integer({ min: 0, max: 3 }),
    length: fc.integer({ min: 0, max: 3 }),
    open: fc.integer({ min: 0, max: 4 }),
  });
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
      (cells, deliveries) => {
        const windows = cells.map(({ first, length }) => ({ first, last: Math.min(3, first + length), due: first, dated: true }));
        const booked = book(
          windows,
          cells.map(({ open }) => open),
          deliveries,
        ).reduce((sum, { quantity }) => sum + quantity, 0);
        expect(booked).toBe(
          mostBookable(
            windows,
            cells.map(({ open }) => open),
            deliveries,
          ),
        );
      },
    ),
    { numRuns: 300, seed: 1956 },
  );
});

/** By Hall's theorem for runs of quarters: the least, over all sets of quarters, of what lies outside plus what their cells can take. */
function mostBookable(windows: readonly Window[], open: readonly number[], deliveries: readonly number[]): number {
  let least = Infinity;
  for (let chosen = 0; chosen < 1 << deliveries.length; chosen++) {
    const inside = (quarter: number): boolean => (chosen & (1 << quarter)) !== 0;
    const outside = deliveries.reduce((sum, quantity, quarter) => (inside(quarter) ? sum : sum + quantity), 0);
    const takes = open.reduce(
      (sum, quantity, cell) =>
        deliveries.some((_, quarter) => inside(quarter) && windows[cell].first <= quarter && quarter <= windows[cell].last)
          ? sum + quantity
          : sum,
      0,
    );
    least = Math.min(least, outside + takes);
  }
  return least;
}
