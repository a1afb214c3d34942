/** What a county explained is found again above with its explanation; what it never explained is told when its file is collected. */
import { readFileSync } from "node:fs";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { lay, runInside, workFolder } from "./program";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);
const { file } = folder;

const cover = (office: string, sendTo?: string): Rows => [
  ["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ...(sendTo === undefined ? [] : [["Send to", sendTo]]),
]; // prettier-ignore
/** Grade 7 is asked for, and the county's best is 5. */
const county: Readonly<Record<string, Rows>> = {
  Cover: cover("Jia", "Province"),
  Factories: [["Factory", "Place", "Grade"], ["Motor", "Jia", 3], ["Forge", "Jia", 5]],
  Demand: [["Factory", "Product", "1957Q1", "Grade"], ["Motor", "shaft", 10, 7]],
  Capacity: [["Factory", "Item", "1957Q1"], ["Forge", "shaft", 20]],
}; // prettier-ignore

beforeAll(async () => {
  await lay(file("p.xlsx"), { Cover: cover("Province"), Places: [["Code", "Place"], ["01", "Jia"]] }); // prettier-ignore
  await lay(file("jia.xlsx"), county);
  await runInside(["balance", file("jia.xlsx")]);
});

async function problemsOf(name: string): Promise<readonly (readonly unknown[])[]> {
  return (await openXlsx(new Uint8Array(readFileSync(file(name)))).read("Problems")).values;
}

test("the explanation stands beside the same problem in the province", async () => {
  const submitted = await runInside(["submit", file("jia-balanced.xlsx"), "--out", file("up.xlsx"), "--own", file("own.xlsx"), "--explain", "W03 Demand B2=a turbine shaft, 7 is right"]); // prettier-ignore
  expect(submitted).toMatchObject({ status: 0, errors: "" });
  const collected = await runInside(["collect", file("p.xlsx"), file("up.xlsx"), "--out", file("c.xlsx")]);
  expect(collected.status).toBe(0);
  expect(collected.said).not.toContain("Please explain");
  await runInside(["balance", file("c.xlsx"), "--out", file("b.xlsx")]);
  const found = (await problemsOf("b.xlsx")).find((row) => row.includes("W03"));
  expect(found).toEqual(expect.arrayContaining(["explain", "Received demand", "W03", "a turbine shaft, 7 is right"]));
});

test("the explanation given to Submit stands on the Problems sheet of the office's own workbook, beside its problem, and all belongs together", async () => {
  const rows = await problemsOf("own.xlsx");
  expect(rows.length).toBe((await problemsOf("jia-balanced.xlsx")).length);
  expect(rows.find((row) => row.includes("W03"))?.at(-1)).toBe("a turbine shaft, 7 is right");
  expect(await runInside(["verify", file("own.xlsx")])).toMatchObject({ status: 0 });
  const again = await runInside(["balance", file("own.xlsx"), "--lang", "en", "--json", "-"]);
  expect(again.errors).toContain("0 to be explained");
});

test("an explanation for a problem that is not there writes nothing on the Problems sheet", async () => {
  const words = ["submit", file("own.xlsx"), "--out", file("other.xlsx")];
  await runInside([...words, "--own", file("plain.xlsx")]);
  await runInside([...words, "--own", file("spare.xlsx"), "--explain", "W04 Demand B9=nothing"]);
  expect(readFileSync(file("spare.xlsx")).equals(readFileSync(file("plain.xlsx")))).toBe(true);
});

test("a workbook that explained nothing is taken, and the clerk is told what it should explain, by its own cell", async () => {
  const collected = await runInside(["collect", file("p.xlsx"), file("jia.xlsx"), "--out", file("r.xlsx")]);
  expect(collected.status).toBe(0);
  expect(collected.said).toContain("accepted: jia.xlsx Jia");
  expect(collected.said).toContain("  Demand B2: Grade 7 is asked for; the highest here is 5. Please explain.");
});
