/** Lines without numbers: what was agreed on one stays its own when others come and go, when it is edited, and when a correction goes up. */
import { readFileSync } from "node:fs";
import { editFile } from "../support/editedFile";
import type { CellValue } from "../../src/workbook/workbook";
import { lay, runInside, workFolder } from "./program";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);
const { file } = folder;

const cover = (office: string, sendTo?: string): Rows => [
  ["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ...(sendTo === undefined ? [] : [["Send to", sendTo]]),
]; // prettier-ignore
const HEAD = ["Factory", "Product", "1957Q1", "Late"];
const makers: Readonly<Record<string, Rows>> = {
  Factories: [["Factory", "Place"], ["Motor", "Jia"], ["Smith", "Jia"]],
  Capacity: [["Factory", "Item", "1957Q1"], ["Smith", "screw", 100], ["Smith", "bolt", 100], ["Smith", "axle", 100]],
}; // prettier-ignore

async function done(...words: readonly string[]): Promise<string> {
  const { status, said, errors } = await runInside(words);
  expect({ words, status, errors, said: status === 0 ? "" : said }).toEqual({ words, status: 0, errors: "", said: "" });
  return said;
}

interface Agreement {
  readonly status: string;
  readonly demandNo: string;
  readonly product: string;
  readonly quantities: Readonly<Record<string, number>>;
}
async function agreementsOf(from: string, to: string): Promise<readonly string[]> {
  await done("balance", file(from), "--out", file(to), "--json", file("out.json"));
  const { agreements } = JSON.parse(readFileSync(file("out.json"), "utf8")) as { agreements: readonly Agreement[] };
  return agreements
    .map(({ demandNo, product, quantities, status }) => `${demandNo} ${product} ${Object.values(quantities).join("+")} ${status}`)
    .sort();
}

/** The Demand sheet with these rows, and "Agreed" written beside this product's agreement. */
async function edited(from: string, to: string, rows: Rows, agreed?: string): Promise<void> {
  await editFile(file(from), file(to), "Demand", (values) => {
    values.splice(0, values.length, HEAD, ...rows.map((row) => row.map((cell) => cell as CellValue)));
  });
  if (agreed === undefined) return;
  await editFile(file(to), file(to), "Agreements", (values) => {
    const head = values.find((row) => row.includes("Status")) ?? [];
    for (const row of values) if (row[head.indexOf("Product")] === agreed && row !== head) row[head.indexOf("Status")] = "Agreed";
  });
}

beforeAll(async () => {
  await lay(file("jia.xlsx"), { Cover: cover("Jia", "Province"), ...makers, Demand: [HEAD, ["Motor", "bolt", 20], ["Motor", "screw", 30], ["Motor", "screw", 40]] }); // prettier-ignore
  expect(await agreementsOf("jia.xlsx", "b.xlsx")).toEqual([
    "Jia-0001 bolt 20 Proposed",
    "Jia-0002 screw 30 Proposed",
    "Jia-0003 screw 40 Proposed",
  ]);
});

test("a line that comes before takes nobody's number, and one that goes gives its own to nobody", async () => {
  await edited("b.xlsx", "c.xlsx", [["Motor", "axle", 5], ["Motor", "screw", 40], ["Motor", "screw", 30]], "screw"); // prettier-ignore
  expect(await agreementsOf("c.xlsx", "c-b.xlsx")).toEqual([
    "Jia-0002 screw 30 Agreed",
    "Jia-0003 screw 40 Agreed",
    "Jia-0004 axle 5 Proposed",
  ]);
});

test("an edited line stays itself: more is asked, and what was agreed stays agreed", async () => {
  await edited("b.xlsx", "d.xlsx", [["Motor", "bolt", 20], ["Motor", "screw", 35, 1], ["Motor", "screw", 40]], "screw"); // prettier-ignore
  expect(await agreementsOf("d.xlsx", "d-b.xlsx")).toEqual([
    "Jia-0001 bolt 20 Proposed",
    "Jia-0002 screw 30 Agreed",
    "Jia-0002 screw 5 Proposed",
    "Jia-0003 screw 40 Agreed",
  ]);
  await done("verify", file("d-b.xlsx"));
});

test("submit, correction, collect: the province's agreed rows keep their lines", async () => {
  const needs: Rows = [["Motor", "drill", 20], ["Motor", "file", 30]]; // prettier-ignore
  await lay(file("p.xlsx"), { Cover: cover("Province"), Places: [["Place"], ["Jia"]], Factories: [["Factory", "Place"], ["Motor", "Jia"], ["Tool", "Province"]], Capacity: [["Factory", "Item", "1957Q1"], ["Tool", "drill", 90], ["Tool", "file", 90], ["Tool", "chisel", 90]] }); // prettier-ignore
  await lay(file("k.xlsx"), { Cover: cover("Jia", "Province"), ...makers, Demand: [HEAD, ...needs] });
  await done("balance", file("k.xlsx"), "--out", file("k-b.xlsx"));
  await done("submit", file("k-b.xlsx"), "--out", file("k-up.xlsx"), "--own", file("k-own.xlsx"));
  await done("collect", file("p.xlsx"), file("k-up.xlsx"), "--out", file("p1.xlsx"));
  expect(await agreementsOf("p1.xlsx", "p1-b.xlsx")).toEqual(["Jia-0001 drill 20 Proposed", "Jia-0002 file 30 Proposed"]);
  await editFile(file("p1-b.xlsx"), file("p2.xlsx"), "Agreements", (values) => {
    const head = values.find((row) => row.includes("Status")) ?? [];
    for (const row of values) if (row[head.indexOf("Product")] === "file" && row !== head) row[head.indexOf("Status")] = "Agreed";
  });
  await edited("k-own.xlsx", "k2.xlsx", [["Motor", "chisel", 10], ["Motor", "file", 50]]); // prettier-ignore
  await done("balance", file("k2.xlsx"), "--out", file("k2-b.xlsx"));
  expect(await done("submit", file("k2-b.xlsx"), "--out", file("k2-up.xlsx"), "--own", file("k2-own.xlsx"))).toContain("version 2");
  expect(await done("collect", file("p2.xlsx"), file("k2-up.xlsx"), "--out", file("p3.xlsx"))).toContain("to be reconsidered: Jia-0002-1");
  expect(await agreementsOf("p3.xlsx", "p3-b.xlsx")).toEqual([
    "Jia-0002 file 20 Proposed",
    "Jia-0002 file 30 Agreed",
    "Jia-0003 chisel 10 Proposed",
  ]);
});
