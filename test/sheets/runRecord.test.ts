/** The Run record of a workbook with more agreements than it could list one a row. */
import { atOnce } from "../../src/engine/slices";
import { readRunRecord, runRecordRows, type RunRecord } from "../../src/sheets/record/runRecord";
import type { Sheet } from "../../src/workbook/workbook";

const RUN = {
  action: "Balance",
  office: "",
  engine: "",
  goals: "",
  digests: "Demand=1",
  checkCode: "",
  version: "",
  sendTo: "",
  sentCode: "",
  proof: "",
  complete: "yes",
  time: "",
};

function recordOf(agreements: number): RunRecord {
  const numbers = Array.from({ length: agreements }, (_, index) => `Office-${index}`);
  return {
    runs: [RUN],
    agreements: new Map(
      numbers.map((no, index) => [
        `${no}-1`,
        { no: `${no}-1`, digest: `digest of ${no}`, status: index % 5 === 0 ? ("Agreed" as const) : ("Proposed" as const) },
      ]),
    ),
    highest: new Map(numbers.map((no, index) => [no, (index % 3) + 1])),
    derived: [],
  };
}

const sheetOf = (values: Sheet["values"]) => ({
  ...{ name: "Run record", visibility: "hidden" as const, values },
  ...{ formulas: new Map(), merges: [], hiddenRows: new Set<number>(), filtered: false },
});

const writing = (record: RunRecord) => ({ ...record, agreements: [...record.agreements.values()] });

test("a few entries stand one a row", () => {
  expect(atOnce(runRecordRows(writing(recordOf(2)), "en")).slice(0, 3)).toEqual([
    ["#agreement rows"],
    ["Office-0-1", "digest of Office-0", "Agreed"],
    ["Office-1-1", "digest of Office-1", null],
  ]);
});

test("more than fit go side by side, and are read back as they were", () => {
  const record = recordOf(210_001);
  const rows = atOnce(runRecordRows(writing(record), "en"));
  expect(rows.length).toBe(1 + 70_001 + 1 + 70_001 + 2);
  expect(atOnce(readRunRecord(sheetOf(rows)))).toEqual(record);
});

test("reading many entries stops now and then, so that it can be called off", () => {
  const rows = atOnce(runRecordRows(writing(recordOf(20_000)), "en"));
  const reading = readRunRecord(sheetOf(rows));
  let stops = 0;
  while (reading.next().done !== true) stops++;
  expect(stops).toBe(41);
});
