import fc from "fast-check";
import { RecentTexts } from "../../src/workbook/xlsx/recentTexts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

describe("Short texts made of bytes", () => {
  it("are what the bytes say, however many others there were before", () => {
    const recent = new RecentTexts((bytes, start, end) => decoder.decode(bytes.subarray(start, end)));
    // 50,000 texts in 8,192 places: each place is taken again and again.
    for (let round = 0; round < 2; round++)
      for (let index = 0; index < 50_000; index++) {
        const text = `厂${index % 7}-${index}`;
        const bytes = encoder.encode(`<${text}>`);
        if (recent.text(bytes, 1, bytes.length - 1) !== text) throw new Error(text);
      }
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 8 }), (text) => {
        const bytes = encoder.encode(text);
        expect(recent.text(bytes, 0, bytes.length)).toBe(decoder.decode(bytes));
      }),
    );
  });

  it("are made once while they are repeated", () => {
    let made = 0;
    const recent = new RecentTexts((bytes, start, end) => {
      made++;
      return decoder.decode(bytes.subarray(start, end));
    });
    const bytes = encoder.encode("一机厂 二机厂");
    for (let times = 0; times < 100; times++) expect([recent.text(bytes, 0, 9), recent.text(bytes, 10, 19)]).toEqual(["一机厂", "二机厂"]);
    expect(made).toBe(2);
  });
});
