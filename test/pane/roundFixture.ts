/** A province of two counties in a few rows, and what its offices send each other. */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { returnResults } from "../../src/actions/returnResults";
import { submitUpward } from "../../src/actions/submitUpward";
import type { GivenFile, MadeFile } from "../../src/pane/jobs/job";
import { blankXlsx, type XlsxWorkbook } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "../workbook/contract";

type Rows = readonly (readonly (string | number)[])[];
export type Sheets = Readonly<Record<string, Rows>>;

const COUNTIES = { Jia: "Motor", Yi: "Parts" } as const;
type County = keyof typeof COUNTIES;

const cover = (office: string, ...more: Rows): Rows => [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ["Round", "Autumn"], ...more]; // prettier-ignore

/** Can make 100 screws and needs as many as this. */
export const countySheets = (county: County, needs: number, version = 1): Sheets => ({
  Cover: cover(county, ["Send to", "Province"], ["Version", version]),
  Factories: [["Factory", "Place"], [COUNTIES[county], county]], // prettier-ignore
  Demand: [["No.", "Factory", "Product", "1957Q1"], [`${county}-1`, COUNTIES[county], "screw", needs]], // prettier-ignore
  Capacity: [["Factory", "Item", "1957Q1"], [COUNTIES[county], "screw", 100]], // prettier-ignore
});

export const provinceSheets: Sheets = {
  Cover: cover("Province"),
  Places: [["Code", "Place"], ["01", "Jia"], ["02", "Yi"]], // prettier-ignore
  Factories: [["Factory", "Place"], ...Object.entries(COUNTIES).map(([place, factory]) => [factory, place])], // prettier-ignore
};

export const saidNothing = { office: "", sendTo: "", contacts: false, explanations: new Map<string, string>() };

export function givenFile({ name, bytes }: Pick<MadeFile, "name"> & { readonly bytes: Uint8Array }): GivenFile {
  return { name, content: new Blob([new Uint8Array(bytes)]) };
}

async function fileOf(sheets: Sheets): Promise<XlsxWorkbook> {
  const workbook = blankXlsx();
  await workbook.write(Object.entries(sheets).map(([name, rows]) => plainSheet(name, rows)));
  return workbook;
}

export async function submission(county: County, needs: number, version = 1): Promise<GivenFile> {
  const workbook = await fileOf(countySheets(county, needs, version));
  await balanceWorkbook(workbook, { language: "en", withoutInvalid: false });
  const sent = await submitUpward(workbook, { language: "en", contacts: false });
  if (sent.kind !== "done") throw new TypeError(sent.kind);
  return givenFile(sent.file);
}

/** What the province returns to a county, once it has them all. */
export async function returnFor(submissions: readonly GivenFile[], to: County = "Jia"): Promise<GivenFile> {
  const workbook = await fileOf(provinceSheets);
  const read = ({ name, content }: GivenFile) => ({ name, read: async () => new Uint8Array(await content.arrayBuffer()) });
  await collectCounties(workbook, submissions.map(read), { language: "en" });
  await balanceWorkbook(workbook, { language: "en", withoutInvalid: false });
  const returned = await returnResults(workbook, { language: "en" });
  if (returned.kind !== "done") throw new TypeError(returned.kind);
  const own = returned.returns.find(({ office }) => office === to);
  if (!own) throw new RangeError(`nothing is returned to ${to}`);
  return givenFile(own.file);
}
