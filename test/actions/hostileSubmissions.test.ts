/**
 * Collect under attack: hostile and broken files by the hundred (HOSTILE_CASES=500, HOSTILE_FIRST=1000). Each is refused or
 * cleaned with a message; the collecting workbook is unchanged but for what Collect may write; nobody else's rows are touched.
 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties, type CollectOutcome, type FileOutcome } from "../../src/actions/collectCounties";
import { refusalSentence } from "../../src/i18n/collecting";
import { collectedLines } from "../../src/i18n/sharingWords";
import { budgets } from "../../src/workbook/xlsx/budgets";
import { readZip } from "../../src/workbook/xlsx/readZip";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { fileOf } from "../support/hostile/forgedSubmission";
import { honestRound, type HonestRound } from "../support/hostile/honestRound";
import { HOSTILE_KINDS, hostileFile, type HostileFile } from "../support/hostile/hostileFile";

const CASES = Number(process.env.HOSTILE_CASES ?? HOSTILE_KINDS);
const FIRST = Number(process.env.HOSTILE_FIRST ?? 0);

let round: HonestRound;
beforeAll(async () => {
  round = await honestRound();
});

type Done = Extract<CollectOutcome, { kind: "done" }>;

async function collect(into: Uint8Array, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const workbook = openXlsx(into);
  const outcome = await collectCounties(
    workbook,
    files.map(({ name, bytes }) => ({ name, read: async () => bytes })),
    { language: "en" },
  );
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return { workbook, outcome };
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
}

/** What Collect may write beside the sheets of its own: the lists that name them. */
const LISTS = new Set(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml", "xl/styles.xml"]);
const COLLECTS = /^(?:Received .*|Submissions|Rejections|Settled below|Explanations)$/;

/** Every part that was there is there, packed as it was, but for lists and sheets of Collect's; nothing else came in. */
function otherPartsOf(file: Uint8Array, own: readonly string[]): string {
  return readZip(file, budgets)
    .filter(({ name }) => !LISTS.has(name) && !own.includes(name))
    .map(({ name, data }) => `${name} ${Buffer.from(data).toString("base64")}`)
    .join("\n");
}

async function sheetParts(workbook: XlsxWorkbook): Promise<readonly string[]> {
  const names = (await workbook.sheets()).map(({ name }) => name);
  return names.flatMap((name, index) => (COLLECTS.test(name) ? [`xl/worksheets/sheet${index + 1}.xml`] : []));
}

async function faultsOf(file: HostileFile): Promise<readonly string[]> {
  const { workbook, outcome } = await collect(file.into, [file]);
  const [judged] = outcome.files;
  const refused = judged.state === "refused";
  const faults = [...toldOf(outcome, judged, file), ...(refused ? await slipFaults(judged) : [])];
  if (file.must !== undefined && refused !== (file.must === "refused")) faults.push(`was ${judged.state}, must be ${file.must}`);
  if (refused && !same(workbook.bytes(), file.into)) faults.push("refused, and the workbook changed");
  if (!refused) faults.push(...(await takenFaults(workbook, file)));
  if (Object.keys(Object.prototype).length > 0 || Object.keys(Array.prototype).length > 0) faults.push("prototypes were changed");
  return faults.map((fault) => `${file.name}: ${fault}`);
}

const NOT_FOR_CLERKS = /\[object|undefined|RangeError|TypeError|\bNaN\b| at .*\.ts/;

function toldOf(outcome: Done, judged: FileOutcome, { name }: HostileFile): string[] {
  const [line] = collectedLines(outcome, "en");
  const faults = line.includes(name) ? [] : [`the message does not name the file: ${line.slice(0, 300)}`];
  for (const language of ["en", "zh-CN"] as const) {
    if (judged.refusal && NOT_FOR_CLERKS.test(refusalSentence[language](judged.refusal).replaceAll(name, "")))
      faults.push(`a message no clerk understands: ${refusalSentence[language](judged.refusal).slice(0, 300)}`);
  }
  return faults;
}

async function slipFaults({ file, refusal, slip }: FileOutcome): Promise<string[]> {
  if (!refusal || !slip) return ["refused without a reason or a slip"];
  const workbook = openXlsx(slip.bytes);
  const [{ name }] = await workbook.sheets();
  const sheet = await workbook.read(name);
  const cells = sheet.values.flat().map(String);
  return [
    ...(cells.includes(file) ? [] : ["the slip does not name the file"]),
    ...(cells.some((cell) => cell === refusalSentence.en(refusal)) ? [] : ["the slip does not say why"]),
    ...(sheet.formulas.size > 0 ? ["a formula on the slip"] : []),
  ];
}

/** Taken: the rest of the workbook is as it was, no formula came in, Fu's rows stand, and the province can go on. */
async function takenFaults(workbook: XlsxWorkbook, { into }: HostileFile): Promise<string[]> {
  const faults: string[] = [];
  const before = openXlsx(into);
  const after = openXlsx(workbook.bytes());
  const own = [...(await sheetParts(before)), ...(await sheetParts(after))];
  if (otherPartsOf(into, own) !== otherPartsOf(workbook.bytes(), own)) faults.push("other parts of the workbook changed");
  for (const { name } of await after.sheets()) {
    if (!COLLECTS.test(name)) continue;
    const sheet = await after.read(name);
    if (sheet.formulas.size > 0) faults.push(`a formula lives on ${name}`);
  }
  if ((await rowsOfFu(before)) !== (await rowsOfFu(after))) faults.push("Fu's rows changed");
  const balanced = await balanceWorkbook(after, { withoutInvalid: false, language: "en" });
  if (balanced.kind !== "done")
    faults.push(`taken, but then: ${JSON.stringify(balanced.kind === "must fix" ? balanced.problems.filter(({ severity }) => severity === "must fix") : balanced.kind).slice(0, 400)}`); // prettier-ignore
  return faults;
}

async function rowsOfFu(workbook: XlsxWorkbook): Promise<string> {
  const rows: string[] = [];
  for (const { name } of await workbook.sheets()) {
    if (!/^Received (?:demand|capacity)$/.test(name)) continue;
    for (const row of (await workbook.read(name)).values) if (row.some((cell) => String(cell).startsWith("Fu › "))) rows.push(row.filter((cell) => cell !== null && cell !== 0).join(" ")); // prettier-ignore
  }
  return rows.join("\n");
}

test(`${CASES} hostile or broken submissions are each refused or cleaned, with a message, and harm nothing`, async () => {
  const faults: string[] = [];
  for (let number = FIRST; number < FIRST + CASES; number++) {
    const file = await hostileFile(number, round);
    const started = process.env.HOSTILE_TIMES ? performance.now() : 0;
    try {
      faults.push(...(await faultsOf(file)));
    } catch (error) {
      faults.push(`${file.name}: ${error instanceof Error ? (error.stack ?? "").slice(0, 900) : String(error)}`);
    }
    if (process.env.HOSTILE_TIMES) console.log(`${Math.round(performance.now() - started)} ms ${Math.round(process.memoryUsage().rss / 1e6)} MB ${file.name}`); // prettier-ignore
  }
  expect(faults).toEqual([]);
}, 3_600_000);

test("one bad file never stops the rest: what is refused leaves no trace beside what is taken", async () => {
  const honest = { name: "honest.xlsx", bytes: round.file };
  const bad: HostileFile[] = [];
  for (let number = FIRST; number < FIRST + HOSTILE_KINDS; number += 5) bad.push(await hostileFile(number, round));
  const refused = bad.filter(({ must, into }) => must === "refused" && into === round.province);
  const alone = await collect(round.province, [honest]);
  const among = await collect(round.province, [...refused, honest]);
  expect(refused.length).toBeGreaterThan(10);
  expect(among.outcome.files.map(({ state }) => state)).toEqual([...refused.map(() => "refused"), "accepted"]);
  expect(same(among.workbook.bytes(), alone.workbook.bytes())).toBe(true);
}, 600_000);

test("a forged higher version that is refused does not push the honest one aside", async () => {
  const { submission } = round;
  const strange = [
    ...(submission.rows.get("Capacity") ?? []),
    new Map(Object.entries({ no: "C9", factory: "Smith", item: "casting", "1957Q1": 900 })),
  ];
  const factories = [...(submission.rows.get("Factories") ?? []), new Map(Object.entries({ factory: "Smith", place: "Jia" }))];
  const rows = new Map([...submission.rows, ["Capacity", strange], ["Factories", factories]] as const);
  const forged = { name: "forged.xlsx", bytes: await fileOf({ ...submission, cover: { ...submission.cover, version: 9 }, rows }) };
  const honest = { name: "honest.xlsx", bytes: round.file };
  for (const files of [
    [honest, forged],
    [forged, honest],
  ]) {
    const { outcome } = await collect(round.province, files);
    const told = Object.fromEntries(outcome.files.map(({ file, state }) => [file, state]));
    expect(told).toEqual({ "honest.xlsx": "accepted", "forged.xlsx": "refused" });
    const problems = outcome.files.flatMap(({ refusal }) => (refusal?.kind === "must fix" ? refusal.problems : []));
    expect(problems.map(({ problem: { rule, facts } }) => [rule, facts.value, facts.place])).toEqual([["E18", "Smith", "Fu"]]);
  }
});

test("two refused files of one name, from two folders, get a slip each", async () => {
  const page = new TextEncoder().encode("<html></html>");
  const files = ["a.xlsx", "A.xlsx", "b.xlsx"].map((name) => ({ name, bytes: page }));
  const { outcome } = await collect(round.province, files);
  expect(outcome.files.map(({ slip }) => slip?.name)).toEqual(["Return slip_a.xlsx", "Return slip_A 2.xlsx", "Return slip_b.xlsx"]);
});
