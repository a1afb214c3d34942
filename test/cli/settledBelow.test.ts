/** What counties settled themselves counts on the province's Summary and as next year's Last year, each agreement once, and is not balanced again. */
import { readFileSync } from "node:fs";
import { lay, runInside, workFolder } from "./program";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import type { CellValue } from "../../src/workbook/workbook";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);
const { file } = folder;

const NEED = ["No.", "Factory", "Product", "1957Q1"];
const MAKES = ["No.", "Factory", "Item", "1957Q1"];
const AGREED = ["No.", "Status", "Settled at", "Supplier", "Buyer", "Demand no.", "Product", "1957Q1"];

/** Mill of Jia and Smith of Fu agreed on 4 belts, and both offices wrote it down; Fu gave its need the number of Jia's. */
const counties: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  Jia: {
    Demand: [NEED, ["1", "Mill", "belt", 10]],
    Capacity: [MAKES, ["1", "Mill", "nut", 5]],
    Agreements: [AGREED, ["1-1", "Agreed", "Jia", "Smith", "Mill", "1", "belt", 4]],
  },
  Fu: {
    Demand: [NEED, ["1", "Pit", "cart", 3]],
    Capacity: [MAKES, ["1", "Smith", "belt", 9], ["2", "Smith", "cart", 2]], // prettier-ignore
    Agreements: [AGREED, ["x-1", "Agreed", "Fu", "Smith", "Mill", "1", "belt", 4], ["x-2", "Agreed", null, "Smith", "Far", "1", "belt", 3]],
  },
};

async function sheetOf(name: string, sheet: string): Promise<readonly (readonly CellValue[])[]> {
  return (await openXlsx(new Uint8Array(readFileSync(file(name)))).read(sheet)).values;
}

/** The cells below a heading of the Summary, down to the next row that is no data. */
async function below(heading: string, name = "all-balanced.xlsx"): Promise<readonly (readonly CellValue[])[]> {
  const rows = await sheetOf(name, "Summary");
  const after = rows.slice(rows.findIndex(([first]) => first === heading) + 1);
  return after.slice(
    0,
    after.findIndex((row) => typeof row[1] !== "number"),
  );
}

beforeAll(async () => {
  await lay(file("p.xlsx"), {
    Cover: [["Office", "Province"], ["Plan starts", "1957Q1"], ["Quarters", 1]],
    Places: [["Place"], ["Jia"], ["Fu"]],
    Demand: [NEED],
    Capacity: [MAKES],
    "Last year": [["Year", "Supplier", "Buyer", "Product", "Tasks", "Quantity", "Unit"], [1956, "Smith", "Mill", "belt", 1, 2, "件"], [1956, "Smith", "Mill", "rope", 1, 5, "件"]],
  }); // prettier-ignore
  for (const [office, sheets] of Object.entries(counties)) {
    const cover = [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ["Send to", "Province"]]; // prettier-ignore
    const factories = office === "Jia" ? [["Mill", office]] : [["Smith", office], ["Pit", office]]; // prettier-ignore
    await lay(file(`${office}.xlsx`), { Cover: cover, Factories: [["Factory", "Place"], ...factories], ...sheets });
    await runInside(["balance", file(`${office}.xlsx`)]);
    const explain = office === "Fu" ? ["--explain", "W04 Demand C2=all there is"] : [];
    const { status, errors } = await runInside(["submit", file(`${office}-balanced.xlsx`), "--out", file(`${office}-up.xlsx`), ...explain]);
    expect([status, errors]).toEqual([0, expect.anything()]);
  }
  await runInside(["collect", file("p.xlsx"), file("Jia-up.xlsx"), file("Fu-up.xlsx"), "--out", file("all.xlsx")]);
  expect((await runInside(["balance", file("all.xlsx")])).status).toBe(0);
});

test("an office sends what is open of its own need, not less by what was agreed for another office's of the same number", async () => {
  const rows = await sheetOf("all.xlsx", "Received demand");
  const at = (heading: string): number => rows[2].indexOf(heading);
  expect(rows.slice(3).map((row) => [row[at("Factory")], row[at("1957Q1")]])).toEqual([["Pit", 1], ["Mill", 6]]); // prettier-ignore
  const room = await sheetOf("all.xlsx", "Received capacity");
  expect(room.slice(3).find((row) => row[room[2].indexOf("Item")] === "belt")?.[room[2].indexOf("1957Q1")]).toBe(2);
});

test("the Summary counts it in the whole need and at the place that settled it, once, and against last year", async () => {
  // 6 belts and a cart came up, 2 belts were settled here; 4 belts and 2 carts below
  expect(await below("With what lower offices settled")).toEqual([["pieces", 13, 8, 0.6154, 5]]);
  expect(await below("Settled at")).toEqual([["Fu", 1, 2], ["Jia", 1, 4], ["Province", 1, 2]]); // prettier-ignore
  expect(await below("Measure")).toEqual([
    ["Collaboration tasks (one agreement is one task)", 3, 2, 1.5, 0.5],
    ["pieces", 8, 7, 1.143, 0.1429],
  ]);
  expect((await below("5. Continuity")).map(([, count]) => count)).toEqual([2, 0, 0, 1]);
});

test("after Receive the Summary counts what came back, as the next balance will, and all belongs together", async () => {
  await runInside(["return", file("all-balanced.xlsx"), "--out", file("down")]);
  const received = await runInside(["receive", file("Jia-balanced-submitted.xlsx"), file("down/return_Jia_1957Q1_1.xlsx"), "--out", file("Jia-received.xlsx")]); // prettier-ignore
  expect(received).toMatchObject({ status: 0, errors: "" });
  expect(await below("Unit", "Jia-received.xlsx")).toEqual([["pieces", 10, 6, 0.6, 4]]);
  expect(await below("Settled at", "Jia-received.xlsx")).toEqual([["Jia", 1, 4], ["Province", 1, 2]]); // prettier-ignore
  const told = (await sheetOf("Jia-received.xlsx", "Summary")).map(([first]) => String(first));
  expect(told).toContainEqual(expect.stringMatching(/^Return no. 1 of Province is counted in/));
  expect((await runInside(["verify", file("Jia-received.xlsx")])).status).toBe(0);
  await runInside(["balance", file("Jia-received.xlsx")]);
  for (const heading of ["Priority", "Unit", "Settled at", "5. Continuity"])
    expect(await below(heading, "Jia-received.xlsx")).toEqual(await below(heading, "Jia-received-balanced.xlsx"));
});

test("a new year begins with each of them once", async () => {
  await runInside(["start", file("all-balanced.xlsx"), "--year", "--out", file("next.xlsx")]);
  const rows = await sheetOf("next.xlsx", "Last year");
  const at = (heading: string): number => rows[2].indexOf(heading);
  const told = rows
    .slice(3)
    .map((row) => ["Office", "Supplier", "Buyer", "Product", "Tasks", "Quantity"].map((heading) => row[at(heading)]));
  expect(told).toEqual([
    ["Province", "Smith", "Mill", "belt", 1, 2],
    ["Fu", "Smith", "Pit", "cart", 1, 2],
    ["Jia", "Smith", "Mill", "belt", 1, 4],
  ]);
});
