/** The Share tab's work, as the worker does it: a round and a new year are made, a balanced workbook verifies, a missing list is told. */
import { readFileSync } from "node:fs";
import type { JobOutcome, ShareVerb, Source } from "../../src/pane/jobs/job";
import { runJob } from "../../src/pane/jobs/runJob";

const bytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync("assets/samples/heilongjiang-1956.en.xlsx"));
const run = (verb: ShareVerb | "balance", source: Source): Promise<JobOutcome> =>
  runJob({ verb, source, withoutInvalid: false, language: "en" }, {});

test("a workbook that was never balanced has nothing to go by; balanced, all belongs together", async () => {
  expect(await run("verify", { kind: "file", bytes: bytes() })).toMatchObject({
    kind: "verified",
    found: { verified: false, record: "none" },
  });
  const balanced = await run("balance", { kind: "file", bytes: bytes() });
  if (balanced.kind !== "balanced" || balanced.written.kind !== "file") throw new RangeError(balanced.kind);
  expect(await run("verify", balanced.written)).toMatchObject({ kind: "verified", found: { verified: true } });
});

test("a round makes a file for every office below, a new year one; without places the reason is told in both languages", async () => {
  const round = await run("start round", { kind: "file", bytes: bytes() });
  expect(round.kind === "files" && round.files.length).toBe(12);
  const year = await run("start year", { kind: "file", bytes: bytes() });
  expect(year.kind === "files" && year.files.length).toBe(1);
  const none = await run("start round", { kind: "sheets", sheets: [], definedCells: [] });
  expect(none).toMatchObject({ kind: "not started", why: { en: expect.any(String), "zh-CN": expect.any(String) } });
});
