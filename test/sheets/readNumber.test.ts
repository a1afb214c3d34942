import fc from "fast-check";
import { asDecimal, inSteps } from "../../src/sheets/table/readNumber";

describe("A number of a cell in steps of so many decimals", () => {
  const decimals = fc.integer({ min: 0, max: 6 });

  it("is what its fifteen digits say", () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.tuple(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), fc.integer({ min: 0, max: 9 })).map(([digits, places]) => digits / 10 ** places), // prettier-ignore
    );
    fc.assert(
      fc.property(numbers, decimals, (value, places) => {
        const exact = inSteps(asDecimal(value), places);
        expect(inSteps(value, places)).toEqual(exact === 0 ? expect.closeTo(0) : exact);
      }),
      { numRuns: 3_000 },
    );
  });

  it("has no binary tail: =0.1+0.2 is three tenths", () => {
    expect(inSteps(0.1 + 0.2, 1)).toBe(3);
    expect(inSteps(0.1 + 0.2, 6)).toBe(300_000);
    expect(inSteps(0.05, 1)).toBe("fraction");
    expect(inSteps(1.5, 0, { times: 12, over: 1 })).toBe(18);
  });
});
