/**
 * What the clerk can start on the pane, with a fault at its first sync, its second, its third … until it runs through untouched.
 * After each run the clerk's cells are as they were to the byte; what is ours is old, new, or marked as incomplete; and the button
 * that the pane then offers makes it whole. A few of the faults in turn; FAULTS=all for every one at every sync.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeTemplate } from "../../src/actions/makeTemplates";
import type { ExcelDesk } from "../../src/pane/excelDesk";
import { insertSample } from "../../src/pane/insertSample";
import type { Written } from "../../src/pane/jobs/job";
import { runJob } from "../../src/pane/jobs/runJob";
import { emulatedExcel, freshHost, typeRows } from "../excel/emulatedExcel";
import type { ExcelHost } from "../excel/excelHost";
import { expectMendedThroughout, hastyDesk, tally, type Story } from "./sweep";

const SAMPLE = readFileSync(join(__dirname, "../../assets/samples/heilongjiang-1956.en.xlsx"));
const USED = ["Demand", "Capacity", "Agreements", "Unresolved"];

function workbookOfAClerk(withInputs: boolean): Pick<Story, "host" | "own"> {
  const host = freshHost();
  typeRows(host, "Mine", [["'007", "=1+1"]]).hiddenRows.add(3);
  if (withInputs) demand(120)(host);
  return { host, own: [...host.book.sheets] };
}

const demand =
  (quantity: number) =>
  (host: ExcelHost): void => {
    typeRows(host, "Demand", [
      ["Factory", "Product", "Quantity"],
      ["Jiamusi Motor", "screw", quantity],
    ]);
    typeRows(host, "Capacity", [
      ["Factory", "Item", "Quantity"],
      ["Fujin Parts", "screw", 100],
    ]);
  };

async function computed(pane: ExcelDesk, forms: boolean): Promise<Written> {
  const outcome = await runJob({ verb: "balance", source: await pane.source(), withoutInvalid: false, forms, language: "en" }, {});
  if (outcome.kind !== "balanced") throw new TypeError(`not balanced: ${outcome.kind}`);
  return outcome.written;
}

/** What a pane has computed and not been able to write is written again, not computed anew. */
const unwritten = new WeakMap<ExcelDesk, Written>();

async function balanced(pane: ExcelDesk, forms = false): Promise<void> {
  const written = unwritten.get(pane) ?? (await computed(pane, forms));
  unwritten.set(pane, written);
  await pane.keep({ verb: "balance", written, used: USED });
  unwritten.delete(pane);
}

const onBlank = async (): Promise<Story> => ({ ...workbookOfAClerk(false), pane: hastyDesk() });
const onInputs = async (): Promise<Story> => ({ ...workbookOfAClerk(true), pane: hastyDesk() });
const onResult = async (): Promise<Story> => {
  const story = await onInputs();
  await balanced(story.pane);
  demand(90)(story.host);
  typeRows(story.host, "Mine", [[], ["=Agreements!B2"]]);
  return story;
};
const onTwoResults = async (): Promise<Story> => {
  const story = await onResult();
  await balanced(story.pane);
  return story;
};

const onForms = async (): Promise<Story> => {
  const story = await onInputs();
  await balanced(story.pane, true);
  demand(90)(story.host);
  return story;
};

const insertTemplate = (pane: ExcelDesk): Promise<void> =>
  pane.insert((workbook) => makeTemplate(workbook, { size: "full", language: "zh-CN" }));
const insertTheSample = (pane: ExcelDesk): Promise<void> => pane.insert((workbook) => insertSample(workbook, SAMPLE));
const check = async (pane: ExcelDesk): Promise<unknown> => runJob({ verb: "check", source: await pane.source(), language: "en" }, {});

jest.setTimeout(1_800_000);
beforeAll(() => void emulatedExcel());

test.each([
  ["insert the full template", 17, onBlank, insertTemplate],
  ["insert the sample", 61, onBlank, insertTheSample],
  ["check", 7, onInputs, check],
  ["balance for the first time", 7, onInputs, balanced],
  ["balance again", 23, onResult, balanced],
  ["balance again where the forms stand", 131, onForms, (pane: ExcelDesk) => balanced(pane)],
  ["undo", 7, onTwoResults, (pane: ExcelDesk) => pane.undo()],
])("%s", (_, oneIn, begin, run) => expectMendedThroughout({ oneIn, begin, run }));

afterAll(() => {
  console.log(
    `pane's fault sweep: ${tally.runs} runs, ${tally.untouched} through untouched; old ${tally.old}, new ${tally.new}, marked incomplete ${tally.marked}; losses ${tally.losses}`,
  );
  expect(tally.losses).toBe(0);
});
