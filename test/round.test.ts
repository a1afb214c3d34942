/** The sample round, run as `npm run round` runs it, in a process and a folder of its own. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { workFolder } from "./cli/program";

const folder = workFolder();
afterAll(folder.clear);
const ROUND = resolve(__dirname, "../scripts/round.mjs");

interface Result {
  readonly unresolved: readonly { readonly demandNo: string; readonly quantities: object }[];
  readonly agreements: readonly { readonly basis: string; readonly settledAt: string; readonly supplier: string; readonly buyer: string }[];
}
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder.path, "round", name), "utf8"));

let said = "";
beforeAll(() => {
  const ran = spawnSync(process.execPath, [ROUND, folder.file("round"), "--lang", "en"], { encoding: "utf8" });
  said = ran.stdout;
  expect({ status: ran.status, errors: ran.stderr }).toEqual({ status: 0, errors: "" });
}, 120_000);

test("the province accepts every county", () => {
  const { files } = json("collected.json") as { files: { state: string }[] };
  expect(files.map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
});

test("each county takes its return once; a second time changes nothing; everything verifies", () => {
  expect(said.match(/was taken before; nothing changed/g)).toHaveLength(3);
  expect(said.match(/All belongs together/g)).toHaveLength(4);
});

test("what was settled in the county, what at the province and what stays open meets in the county again", () => {
  const province = json("province.json") as Result;
  const counties = ["hulan", "shuangcheng", "wuchang.en"].map((name) => json(`${name}.json`) as Result);
  for (const county of counties) expect(new Set(county.agreements.map(({ settledAt }) => settledAt)).size).toBe(2);
  const open = (...results: readonly Result[]) =>
    results.flatMap(({ unresolved }) => unresolved.map(({ demandNo, quantities }) => ({ demandNo, quantities })));
  expect(open(province)).toHaveLength(6);
  const byNumber = (one: { demandNo: string }, other: { demandNo: string }): number => (one.demandNo < other.demandNo ? -1 : 1);
  expect(open(...counties).sort(byNumber)).toEqual(open(province).sort(byNumber));
  expect(said).not.toContain("no longer there");
});

test("the standing agreement crosses counties", () => {
  const { agreements } = json("province.json") as Result;
  expect(agreements.filter(({ basis }) => basis === "standing")).toEqual([
    expect.objectContaining({ supplier: "双城县螺丝厂", buyer: "呼兰县机械厂", settledAt: "黑龙江省" }),
  ]);
});

test("a folder that holds something is refused and left alone", () => {
  expect(spawnSync(process.execPath, [ROUND, folder.path], { encoding: "utf8" }).status).not.toBe(0);
});
