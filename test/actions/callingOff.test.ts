/** A run can be called off while a long sheet is read or written, and leaves the file as it was. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { progressLine, type Progress } from "../../src/i18n/progress";
import { blankXlsx, openXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";

const LINES = 4_000;

async function longFile(): Promise<Uint8Array> {
  const rows = (quantity: number) => Array.from({ length: LINES }, (_, row) => [`Factory ${row % 50}`, `Product ${row}`, quantity]);
  const workbook = blankXlsx();
  await workbook.write([
    plainSheet("Demand", [["Factory", "Product", "Quantity"], ...rows(5)]),
    plainSheet("Capacity", [
      ["Factory", "Item", "Quantity"],
      ...rows(9).map(([, item, quantity], row) => [`Factory ${(row + 1) % 50}`, item, quantity]),
    ]),
  ]);
  return workbook.bytes();
}

async function calledOffAt(when: (progress: Progress) => boolean): Promise<{ kind: string; last: string; untouched: boolean }> {
  const bytes = await longFile();
  const workbook = openXlsx(bytes);
  const stop = new AbortController();
  let last = "";
  const outcome = await balanceWorkbook(workbook, {
    ...{ withoutInvalid: false, language: "en", signal: stop.signal },
    onProgress: (progress) => {
      last = progressLine.en(progress);
      if (when(progress)) stop.abort();
    },
  });
  return { kind: outcome.kind, last, untouched: Buffer.from(workbook.bytes()).equals(Buffer.from(bytes)) };
}

test("in the middle of a sheet that is read", async () => {
  const { kind, last, untouched } = await calledOffAt(({ stage, done }) => stage === "reading" && (done ?? 0) % 1 > 0.4);
  expect([kind, untouched]).toEqual(["called off", true]);
  expect(last).toMatch(/^reading the workbook Demand \(1\/2, [45]\d %\)$/);
});

test("in the middle of what is written", async () => {
  const { kind, last, untouched } = await calledOffAt(({ stage, done, total }) => stage === "writing" && (done ?? 0) > (total ?? 0) / 3);
  expect([kind, untouched]).toEqual(["called off", true]);
  expect(last).toMatch(/^writing the result \(\d+\/\d+ rows\)$/);
});

test.each(["checking", "writing"] as const)(
  "in the middle of %s, before anything is written: it rests every thousand rows or so",
  async (wanted) => {
    let rests = 0;
    const { kind, untouched } = await calledOffAt(({ stage, done }) => stage === wanted && done === undefined && ++rests > 12);
    expect([kind, untouched]).toEqual(["called off", true]);
  },
);
