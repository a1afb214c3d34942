/**
 * Collect by file, in a process of its own so that its memory is its own: what each stage takes for many county files, and what
 * hundreds of hostile ones cost at most.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties, type CollectOutcome } from "../../src/actions/collectCounties";
import { returnResults } from "../../src/actions/returnResults";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { honestRound } from "../support/hostile/honestRound";
import { hostileFile } from "../support/hostile/hostileFile";
import { writeCountyFiles, type CountyFiles } from "./countyFiles";
import { peakMemory, StageClock } from "./stageClock";

type Print = (line: string) => void;
const language = "en";

/** `root` is the project's folder. */
export async function countiesBench(plan: CountyFiles, root: string, print: Print): Promise<void> {
  await inFolder(async (folder) => {
    print(`\n${plan.counties} county files of ${plan.lines} lines, every third one raw`);
    await writeCountyFiles(folder, plan);
    inOwnProcess("--collected-counties", folder, root);
  });
}

export async function hostileBench(files: number, root: string, print: Print): Promise<void> {
  await inFolder(async (folder) => {
    print(`\n${files} hostile or broken submissions`);
    const round = await honestRound();
    for (const [name, book] of [
      ["province", round.province],
      ["later", round.later],
    ] as const) {
      // prettier-ignore
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "province.xlsx"), book);
    }
    for (let number = 0; number < files; number++) {
      const { name, bytes, into } = await hostileFile(number, round);
      writeFileSync(join(folder, into === round.later ? "later" : "province", `county ${name.replace(/[^\w. ]/g, "_")}`), bytes);
    }
    for (const name of ["province", "later"]) inOwnProcess("--collected-hostile", join(folder, name), root);
  });
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inOwnProcess(option: string, folder: string, root: string): void {
  const { status } = spawnSync(process.execPath, [join(root, "scripts", "bench.mjs"), option, folder], { stdio: "inherit" });
  if (status !== 0) throw new Error(`${option} ended with ${status}`);
}

type Done = Extract<CollectOutcome, { kind: "done" }>;

async function collected(folder: string, clock: StageClock): Promise<{ readonly workbook: XlsxWorkbook; readonly outcome: Done }> {
  const names = readdirSync(folder).filter((name) => name.startsWith("county "));
  const workbook = openXlsx(new Uint8Array(readFileSync(join(folder, "province.xlsx"))));
  const outcome = await collectCounties(
    workbook,
    names.sort().map((name) => ({ name, read: async () => new Uint8Array(readFileSync(join(folder, name))) })),
    { language, onProgress: ({ stage }) => clock.turn(`collect: ${stage}`) },
  );
  clock.turn("");
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return { workbook, outcome };
}

export async function collectedHostile(folder: string, print: Print): Promise<void> {
  const { outcome } = await collected(folder, new StageClock());
  const states = new Map<string, number>();
  for (const { state } of outcome.files) states.set(state, (states.get(state) ?? 0) + 1);
  print(`  ${[...states].map(([state, count]) => `${state} ${count}`).join(", ")}; peak memory ${peakMemory()} MB`);
}

/** Of the collecting only the workbook is kept: balancing it is a run of its own. */
async function collectedBook(folder: string, print: Print): Promise<Uint8Array> {
  const clock = new StageClock();
  const { workbook, outcome } = await collected(folder, clock);
  const taken = outcome.files.filter(({ state }) => state === "accepted").length;
  for (const line of clock.lines()) print(`  ${line}`);
  print(`  ${taken} of ${outcome.files.length} taken; peak memory ${peakMemory()} MB`);
  return workbook.bytes();
}

export async function collectedCounties(folder: string, print: Print): Promise<void> {
  const after = new StageClock();
  const book = openXlsx(await collectedBook(folder, print));
  after.turn("");
  const balanced = await balanceWorkbook(book, { withoutInvalid: false, language, onProgress: ({ stage }) => after.turn(`balance: ${stage}`) }); // prettier-ignore
  if (balanced.kind !== "done") throw new Error(`the collected workbook was not balanced: ${balanced.kind}`);
  after.turn("return");
  const returned = await returnResults(book, { language });
  if (returned.kind !== "done") throw new Error(`nothing was returned: ${returned.kind}`);
  after.turn("");
  for (const line of after.lines()) print(`  ${line}`);
  print(`  ${balanced.result.agreements.rows.length} agreements, ${returned.returns.length} returns; peak memory ${peakMemory()} MB`);
}
