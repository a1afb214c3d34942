/** Numbers that meet above: a county's own for a need and for capacity, two counties' alike, and one that looks like another's. */
import { readFileSync } from "node:fs";
import { lay, runInside, workFolder } from "./program";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);
const { file } = folder;

const county = (office: string, factory: string, numbers: readonly [string, string]): Readonly<Record<string, Rows>> => ({
  Cover: [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ["Send to", "Province"]],
  Factories: [["Factory", "Place"], [factory, office]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "Remark"], [numbers[0], factory, `for ${office}`, 6, `need of ${office}`]],
  Capacity: [["No.", "Factory", "Item", "1957Q1", "Remark"], [numbers[1], factory, `by ${office}`, 4, `room of ${office}`]],
}); // prettier-ignore

async function received(name: string, kind: "demand" | "capacity"): Promise<readonly string[]> {
  const { values } = await openXlsx(new Uint8Array(readFileSync(file(name)))).read(`Received ${kind}`);
  const header = values[2].map(String);
  return values.slice(3).map((row) => ["No.", "Remark", "Origin"].map((heading) => String(row[header.indexOf(heading)])).join(" | "));
}

beforeAll(async () => {
  await lay(file("p.xlsx"), {
    Cover: [["Office", "Province"], ["Plan starts", "1957Q1"], ["Quarters", 1]],
    Places: [["Code", "Place"], ["01", "Jia"], ["02", "Fu"], ["03", "Ke"]],
    Demand: [["Factory", "Product", "1957Q1"]],
    Capacity: [["Factory", "Item", "1957Q1"]],
  }); // prettier-ignore
  await lay(file("jia.xlsx"), county("Jia", "Motor", ["1", "1"]));
  await lay(file("fu.xlsx"), county("Fu", "Smith", ["1", "1"]));
  await lay(file("ke.xlsx"), county("Ke", "Forge", ["02-1", "01-1"]));
});

test("one number for a need and for capacity is no clash: each row keeps it, its remark and its origin", async () => {
  await runInside(["collect", file("p.xlsx"), file("jia.xlsx"), "--out", file("one.xlsx")]);
  expect(await received("one.xlsx", "demand")).toEqual(["1 | need of Jia | Jia › Demand!2"]);
  expect(await received("one.xlsx", "capacity")).toEqual(["1 | room of Jia | Jia › Capacity!2"]);
});

test("two counties' numbers get one prefix each, and nobody's number becomes another's, in whatever order the files come", async () => {
  const files = ["jia.xlsx", "fu.xlsx", "ke.xlsx"].map(file);
  await runInside(["collect", file("p.xlsx"), ...files, "--out", file("all.xlsx")]);
  expect(await received("all.xlsx", "demand")).toEqual([
    "02-02-1 | need of Fu | Fu › Demand!2",
    "01-01-1 | need of Jia | Jia › Demand!2",
    "02-1 | need of Ke | Ke › Demand!2",
  ]);
  await runInside(["collect", file("p.xlsx"), files[2], files[1], files[0], "--out", file("turned.xlsx")]);
  expect(readFileSync(file("turned.xlsx")).equals(readFileSync(file("all.xlsx")))).toBe(true);
  await runInside(["collect", file("p.xlsx"), files[0], files[1], "--out", file("two.xlsx")]);
  expect(await received("two.xlsx", "capacity")).toEqual(["02-1 | room of Fu | Fu › Capacity!2", "01-1 | room of Jia | Jia › Capacity!2"]);
});
