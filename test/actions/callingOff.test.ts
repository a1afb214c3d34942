/** A run can be called off while a long sheet is read or written, and leaves the file as it was. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
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

describe("Collect, called off", () => {
  async function collectedUntil(stop: AbortController, when: (progress: Progress, read: number) => boolean) {
    const province = await longFileOf("Province");
    const workbook = openXlsx(province);
    let read = 0;
    const files = await Promise.all(["Jia", "Fu"].map(async (office) => ({ name: `${office}.xlsx`, bytes: await longFileOf(office) })));
    const outcome = await collectCounties(
      workbook,
      files.map(({ name, bytes }) => ({ name, read: async () => (read++, when({ stage: "reading" }, read) && stop.abort(), bytes) })),
      { language: "en", signal: stop.signal, onProgress: (progress) => when(progress, read) && stop.abort() },
    );
    return { kind: outcome.kind, read, untouched: Buffer.from(workbook.bytes()).equals(Buffer.from(province)) };
  }

  test.each<[string, (progress: Progress, read: number) => boolean, number]>([
    ["between two files", ({ stage, done }) => stage === "collecting" && done === 1, 2],
    ["within the second file", ({ stage }, read) => stage === "reading" && read === 2, 2],
    ["while all are put together", ({ stage }, read) => stage === "checking" && read === 2, 2],
    ["in the middle of what is written", ({ stage, done }) => stage === "writing" && (done ?? 0) > 700, 2],
  ])("%s, it ends there and the workbook is as it was", async (_where, when, files) => {
    expect(await collectedUntil(new AbortController(), when)).toEqual({ kind: "called off", read: files, untouched: true });
  });
});

async function longFileOf(office: string): Promise<Uint8Array> {
  const places = ["Jia", "Fu"];
  const rows = (quantity: number) => Array.from({ length: 700 }, (_, row) => [`${office} ${row % 50}`, `Product ${row}`, quantity]);
  const workbook = blankXlsx();
  const cover = plainSheet("Cover", [
    ["Office", office],
    ["Plan starts", "1957Q1"],
    ...(office === "Province" ? [] : [["Send to", "Province"]]),
  ]);
  const factories = office === "Province" ? places.flatMap((place) => Array.from({ length: 50 }, (_, row) => [`${place} ${row}`, place])) : []; // prettier-ignore
  await workbook.write([
    cover,
    ...(office === "Province" ? [plainSheet("Places", [["Place"], ["Jia"], ["Fu"]]), plainSheet("Factories", [["Factory", "Place"], ...factories])] : []), // prettier-ignore
    plainSheet("Demand", [["Factory", "Product", "1957Q1"], ...(office === "Province" ? [] : rows(5))]),
    plainSheet("Capacity", [["Factory", "Item", "1957Q1"], ...(office === "Province" ? [] : rows(9))]),
  ]);
  return workbook.bytes();
}
