/**
 * A whole round between three counties and their province on the files of assets/samples/round, as the clerks would type it.
 *
 *     npm run round [-- FOLDER] [--lang zh-CN|en]      without FOLDER, a new temporary one; it must be empty
 *
 * Prints every command and what it says; ends with status 1 at the first step that does not go as it should.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const samples = join(root, "assets", "samples", "round");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { lang: { type: "string", default: "zh-CN" } } });
const folder = folderOf(positionals[0]);

function folderOf(named) {
  if (named === undefined) return mkdtempSync(join(tmpdir(), "collaboration-round-"));
  const path = resolve(process.env.INIT_CWD ?? ".", named);
  mkdirSync(path, { recursive: true });
  if (readdirSync(path).length > 0) throw new Error(`${path}: not empty`);
  return path;
}

/** One command of the clerk's, in the round's folder; the round ends where its status is another. */
function step(...words) {
  console.log(`\n$ npm run cli -- ${words.map((word) => (/[ *]/.test(word) ? `"${word}"` : word)).join(" ")}`);
  const command = [join(root, "scripts", "run.mjs"), ...words, "--lang", values.lang];
  const { status } = spawnSync(process.execPath, command, { cwd: folder, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) fail(`${words[0]}: exit status ${status}`);
}

function fail(reason) {
  console.error(`\n${reason}\n${folder}`);
  process.exit(1);
}

const counties = [
  { name: "hulan", place: "呼兰县", explain: ["W04 需要 C7=修理农具的锻件,县里做不完的请省里安排"] },
  { name: "shuangcheng", place: "双城县", explain: [] },
  { name: "wuchang.en", place: "五常县", explain: [] },
];

for (const file of readdirSync(samples)) copyFileSync(join(samples, file), join(folder, file));
for (const { name, explain } of counties) {
  step("balance", `${name}.xlsx`);
  const sentences = explain.flatMap((sentence) => ["--explain", sentence]);
  step("submit", `${name}-balanced.xlsx`, "--out", `${name}-up.xlsx`, "--own", `${name}-own.xlsx`, ...sentences);
}
step("collect", "province.xlsx", ...counties.map(({ name }) => `${name}-up.xlsx`), "--json", "collected.json");
step("balance", "province-collected.xlsx", "--out", "province-balanced.xlsx", "--json", "province.json");
step("return", "province-balanced.xlsx", "--out", "returns");
const returns = readdirSync(join(folder, "returns"));
for (const { name, place } of counties) {
  const back = returns.find((file) => file.includes(place));
  if (back === undefined) fail(`no return for ${place}`);
  step("receive", `${name}-own.xlsx`, `returns/${back}`, "--out", `${name}-received.xlsx`);
  step("receive", `${name}-received.xlsx`, `returns/${back}`, "--out", `${name}-again.xlsx`);
  const [once, twice] = ["received", "again"].map((state) => readFileSync(join(folder, `${name}-${state}.xlsx`)));
  if (!once.equals(twice)) fail(`${name}: received twice, and the file is another`);
}
step("verify", "province-balanced.xlsx");
for (const { name } of counties) {
  step("balance", `${name}-received.xlsx`, "--out", `${name}-final.xlsx`, "--json", `${name}.json`);
  step("verify", `${name}-final.xlsx`);
}
console.log(`\n${folder}`);
