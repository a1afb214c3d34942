import { createHash } from "node:crypto";
import fc from "fast-check";
import { Sha256, sha256 } from "../../src/sheets/record/sha256";
import { isPlain } from "../../src/sheets/table/normalText";

const reference = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

test("the standard's own examples", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("every length around the edges of a block and of the buffer agrees with Node's own", () => {
  for (let length = 980; length < 1_100; length++) expect(sha256("a".repeat(length))).toBe(reference("a".repeat(length)));
  for (let length = 0; length < 200; length++) expect(sha256("齿".repeat(length))).toBe(reference("齿".repeat(length)));
});

test("text fed in pieces has the digest of the whole", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 90 }), { maxLength: 12 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(reference(pieces.join("")));
    }),
    { numRuns: 200 },
  );
});

test("a text is added with its lead and its end if it is plain, else nothing is", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "0", " ", "~", "齿", "é", "１", "\u3000", "\n", "😀"), maxLength: 20 });
  const long = fc.tuple(texts, fc.constantFrom(1, 30, 400)).map(([text, times]) => text.repeat(times));
  fc.assert(
    fc.property(fc.array(long, { maxLength: 12 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) expect(hash.updatePlain("no=", piece, "|")).toBe(isPlain(piece));
      const added = pieces.filter(isPlain).map((piece) => `no=${piece}|`);
      expect(hash.hex()).toBe(reference(added.join("")));
    }),
  );
});
