/**
 * A whole round on the page without Excel, on the sample round's files: the province starts it, three counties balance and submit,
 * the province collects and balances and returns, a county receives. Every file is, byte for byte, what the command line's actions
 * make of the same files.
 */
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { receiveResults } from "../../src/actions/receiveResults";
import { returnResults } from "../../src/actions/returnResults";
import { startRound } from "../../src/actions/startRound";
import { submitUpward } from "../../src/actions/submitUpward";
import { openXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { dropFiles } from "./dropFiles";
import { openStage } from "./openStage";
import { openedPage, type Opened } from "./openedPage";

const language = "zh-CN";
const EXPLANATION = "修理农具的锻件，县里做不完的请省里安排";

const stage = openStage();
let pane: Opened;
beforeAll(async () => {
  pane = await openedPage({ browser: stage.browser, origin: stage.site.origin }, language, { width: 320 });
});
afterEach(() => expect(pane.wrongs).toEqual([]));

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const sample = (name: string): Saved => ({ name, bytes: new Uint8Array(readFileSync(`assets/samples/round/${name}`)) });
const given = ({ name, bytes }: Saved) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
const tab = (name: string): Promise<void> => pane.page.getByRole("tab", { name, exact: true }).click();
const told = (text: RegExp | string): Promise<void> => pane.page.getByText(text).first().waitFor();

async function open(file: Saved): Promise<void> {
  await tab("平衡");
  await pane.page.locator('input[type=file]:not([aria-label="汇总"])').first().setInputFiles(given(file));
  await pane.page.getByText(file.name, { exact: true }).waitFor();
  await pane.button("平衡").waitFor();
}

async function balance(): Promise<void> {
  await tab("平衡");
  await pane.button("平衡").click();
  await pane.button("保存文件").waitFor();
}

/** What the browser is given to save by a click. */
async function saved(act: () => Promise<unknown>): Promise<Saved> {
  const [download] = await Promise.all([pane.page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** The same on the actions that the command line calls. */
async function workedOut<Outcome>(file: Saved, act: (workbook: XlsxWorkbook) => Promise<Outcome>): Promise<Outcome & { own: Uint8Array }> {
  const workbook = openXlsx(file.bytes);
  const outcome = await act(workbook);
  return { ...outcome, own: workbook.bytes() };
}

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

const province = sample("province.xlsx");
const counties = ["hulan.xlsx", "shuangcheng.xlsx", "wuchang.en.xlsx"].map(sample);
const submissions: Saved[] = [];
const owns: Saved[] = [];
let returns: Record<string, Uint8Array> = {};

test("the province starts the round: a workbook for each county", async () => {
  await open(province);
  await tab("共享");
  const zip = await saved(() => pane.button("发起填报").click());
  expect(zip.name).toBe("发起填报.zip");
  const made = await workedOut(province, (workbook) => startRound(workbook, { language }));
  const files = unzipSync(zip.bytes);
  expect(made.kind === "done" && made.made.map(({ name, bytes }) => [name, same(files[name], bytes)])).toEqual(
    Object.keys(files).map((name) => [name, true]),
  );
  expect(Object.keys(files)).toHaveLength(3);
});

test.each(counties)("$name is balanced and submitted", async (county) => {
  await open(county);
  await balance();
  await tab("共享");
  const asks = county.name === "hulan.xlsx";
  if (asks) {
    await pane.button("上报").click();
    await pane.page.getByRole("textbox").fill(EXPLANATION);
  }
  const up = await saved(() => pane.button("上报").click());
  await told(/第 1 版，核对码 [0-9A-Z]{10}/u);
  const own = await saved(() => pane.button("保存文件").click());
  expect(own.name).toBe(county.name.replace(".xlsx", "-submitted.xlsx"));
  const balanced = await workedOut(county, (workbook) => balanceWorkbook(workbook, { language, withoutInvalid: false }));
  const explanations = new Map([["W04 需要 C7", EXPLANATION]]);
  const sent = await workedOut({ ...county, bytes: balanced.own }, (workbook) =>
    submitUpward(workbook, { language, contacts: false, explanations }),
  );
  expect(sent.kind === "done" && [sent.file.name, same(sent.file.bytes, up.bytes), same(sent.own, own.bytes)]).toEqual([
    up.name,
    true,
    true,
  ]);
  submissions.push(up);
  owns.push(own);
});

let collected: Saved;

test("the province collects many files at once: one broken, one twice; the rest are taken, the reasons told, the missing named", async () => {
  const broken = { name: "坏的.xlsx", bytes: submissions[0].bytes.slice(0, 5_000) };
  const [hulan, shuangcheng, wuchang] = submissions;
  const files = [shuangcheng, broken, wuchang, { ...wuchang, name: "又一份.xlsx" }];
  await open(province);
  await tab("共享");
  await pane.page.locator('input[aria-label="汇总"]').setInputFiles(files.map(given));
  await told("已收 2 份，退回 1 份，重复 1 份。未报：呼兰县");
  const slip = await saved(() => pane.page.getByRole("button", { name: /^保存 退回单/u }).click());
  await dropFiles(pane.page, [hulan, shuangcheng]);
  await told("已收 1 份，重复 1 份。都报齐了。");
  collected = await saved(() => pane.button("保存文件").click());
  expect(collected.name).toBe("province-collected.xlsx");
  const incoming = (list: readonly Saved[]) => list.map(({ name, bytes }) => ({ name, read: async () => bytes }));
  const first = await workedOut(province, (workbook) => collectCounties(workbook, incoming(files), { language }));
  const second = await workedOut({ ...province, bytes: first.own }, (workbook) =>
    collectCounties(workbook, incoming([hulan, shuangcheng]), { language }),
  );
  expect(same(second.own, collected.bytes)).toBe(true);
  const slips = first.kind === "done" ? first.files.flatMap(({ slip: made }) => (made ? [made] : [])) : [];
  expect(slips.map(({ name, bytes }) => [name, same(bytes, slip.bytes)])).toEqual([[slip.name, true]]);
});

test("the province balances and returns", async () => {
  await balance();
  await tab("共享");
  const zip = await saved(() => pane.button("下达").click());
  returns = unzipSync(zip.bytes);
  const balanced = await workedOut(collected, (workbook) => balanceWorkbook(workbook, { language, withoutInvalid: false }));
  const made = await workedOut({ ...collected, bytes: balanced.own }, (workbook) => returnResults(workbook, { language }));
  expect(made.kind === "done" && made.returns.map(({ file }) => [file.name, same(returns[file.name], file.bytes)])).toEqual(
    Object.keys(returns).map((name) => [name, true]),
  );
  expect(Object.keys(returns)).toHaveLength(3);
});

test("a county receives its return, once; another's is refused; what was settled at home and above stands together and verifies", async () => {
  const [[own, back], [, other]] = ["呼兰县", "双城县"].map((county, index) => {
    const name = Object.keys(returns).find((each) => each.includes(county)) ?? "";
    return [owns[index], { name, bytes: returns[name] }];
  });
  const receive = (file: Saved) => pane.page.locator('input[aria-label="收下达"]').setInputFiles(given(file));
  await open(own);
  await tab("共享");
  await receive(other);
  await told("这份下达表是给“双城县”的，本工作簿是“呼兰县”的。");
  await receive(back);
  await told(/^已收 黑龙江省 的下达表/u);
  const received = await saved(() => pane.button("保存文件").click());
  expect(received.name).toBe("hulan-received.xlsx");
  const wanted = await workedOut(own, (workbook) => receiveResults(workbook, back.bytes, { language }));
  expect(same(wanted.own, received.bytes)).toBe(true);
  await receive(back);
  await told("这份下达表已经收过，没有改动。");
  await balance();
  await tab("共享");
  await pane.button("核对").click();
  await told(/^相符：/u);
});
