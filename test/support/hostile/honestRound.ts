/** An honest round to attack: a province that has taken one county's submission, and the submission of another. */
import { balanceWorkbook } from "../../../src/actions/balanceWorkbook";
import { collectCounties } from "../../../src/actions/collectCounties";
import { readWorkbook } from "../../../src/actions/readWorkbook";
import { submitUpward } from "../../../src/actions/submitUpward";
import { problemKey, toExplain } from "../../../src/sheets/sharing/decidedRows";
import type { Submission } from "../../../src/sheets/sharing/submission";
import { openXlsx } from "../../../src/workbook/xlsxWorkbook";
import { workbookOf, type Rows } from "../workbookOf";

type Sheets = Readonly<Record<string, Rows>>;

export interface HonestRound {
  /** The province's workbook with Fu's submission in it. */
  readonly province: Uint8Array;
  /** The same after Jia's version 2 was taken too. */
  readonly later: Uint8Array;
  /** What Jia sends up: version 2. */
  readonly submission: Submission;
  readonly file: Uint8Array;
  /** Jia's own workbook, never balanced. */
  readonly raw: Sheets;
}

const cover = (office: string, more: Rows): Rows => [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 2], ["Round", "Autumn 1956"], ...more]; // prettier-ignore

const PROVINCE: Sheets = {
  Cover: cover("Province", []),
  Places: [["Code", "Place", "Former names", "Under"], ["01", "Jia", "Old Jia", null], ["011", "Jia East", null, "Jia"], ["02", "Fu", null, null], ["03", "Ke", null, null]],
  Factories: [["Factory", "Place"], ["Motor", "Jia"], ["Mill", "Jia East"], ["Smith", "Fu"], ["Plant", "Province"], ["Forge", "Ke"]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["P1", "Plant", "shaft", 4, 4]],
  Capacity: [["No.", "Factory", "Item", "1957Q1", "1957Q2"], ["PC1", "Plant", "screw", 3, 3]],
  Notes: [["the clerk's own", 7], ["a sum", { formula: "=1+1", value: 2 }]],
}; // prettier-ignore

const FU: Sheets = {
  Cover: cover("Fu", [["Send to", "Province"]]),
  Factories: [["Factory", "Place"], ["Smith", "Fu"]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["1", "Smith", "shaft", 3, 2]],
  Capacity: [["No.", "Factory", "Item", "1957Q1", "1957Q2"], ["F1", "Smith", "screw", 70, 20], ["F2", "Smith", "lathe", 40, 40]],
  Equipment: [["Equipment", "Capacity unit"], ["lathe", "hours"]],
}; // prettier-ignore

const JIA: Sheets = {
  Cover: cover("Jia", [["Send to", "Province"], ["Version", 2], ["Prepared by", "Li"]]),
  Places: [["Code", "Place", "Under"], ["01", "Jia", null], ["011", "Jia East", "Jia"]],
  Factories: [["Factory", "Place", "Grade", "Contact", "Remark"], ["Motor", "Jia", 4, "telephone 12345", "by the river"], ["Mill", "Jia East", 3, null, null]],
  Equipment: [["Code", "Equipment", "Capacity unit"], ["E1", "lathe", "hours"]],
  Products: [["Product", "Specification", "Unit", "Grade", "Unit weight", "Points", "lathe"], ["screw", null, "pieces", 2, 0.1, 1, null], ["gear", "M12", "pieces", 3, 5, null, 2], ["casting", null, "tonnes", 1, null, 10, null]],
  Demand: [
    ["No.", "Factory", "Product", "1957Q1", "1957Q2", "Kind", "Priority", "Wished supplier", "Remark"],
    ["1", "Motor", "screw", 60, 40, null, 1, "Smith", "for export"],
    ["2", "Mill", "gear M12", 30, null, null, 2, null, null],
    ["3", "Motor", "casting", 2.5, 1, null, 3, null, null],
    ["4", "Mill", "gear M12", null, 6, "In-house, may be handed over", 2, null, null],
  ],
  Capacity: [["No.", "Factory", "Item", "1957Q1", "1957Q2", "1957Q1 own", "1957Q2 own", "Remark"], ["C1", "Mill", "lathe", 10, 30, 0, 12, null], ["C2", "Motor", "screw", 10, 5, 0, 0, "one shift"]],
  "Standing agreements": [["Agreement no.", "Supplier", "Buyer", "Product", "From", "To", "Yearly quantity", "Status"], ["S1", "Smith", "Motor", "screw", 1957, 1957, 40, "In force"]],
  "Last year": [["Year", "Supplier", "Buyer", "Product", "Tasks", "Quantity", "Unit"], [1956, "Smith", "Motor", "screw", 2, 90, "pieces"]],
}; // prettier-ignore

export async function honestRound(): Promise<HonestRound> {
  const fu = await submit(FU);
  const jia = await submit(JIA);
  const province = await collect(await workbookOf(PROVINCE), fu.file);
  return { province, later: await collect(province, jia.file), ...jia, raw: JIA };
}

async function submit(sheets: Sheets): Promise<{ readonly submission: Submission; readonly file: Uint8Array }> {
  const workbook = openXlsx(await workbookOf(sheets));
  const balanced = await balanceWorkbook(workbook, { withoutInvalid: false, language: "en" });
  if (balanced.kind !== "done") throw new Error(JSON.stringify(balanced));
  const { reading } = await readWorkbook(workbook, { withoutInvalid: false, language: "en" }, {});
  const explanations = new Map(toExplain(reading).map((problem) => [problemKey(problem), "known"]));
  const sent = await submitUpward(workbook, { language: "en", contacts: false, explanations });
  if (sent.kind !== "done") throw new Error(sent.kind);
  return { submission: sent.submission, file: sent.file.bytes };
}

async function collect(province: Uint8Array, file: Uint8Array): Promise<Uint8Array> {
  const workbook = openXlsx(province);
  const outcome = await collectCounties(workbook, [{ name: "honest.xlsx", read: async () => file }], { language: "en" });
  if (outcome.kind !== "done" || outcome.files[0].state !== "accepted") throw new Error(JSON.stringify(outcome));
  return workbook.bytes();
}
