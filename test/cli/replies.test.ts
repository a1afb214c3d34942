/** Two counties answer one agreement of the province, each in its own column; the province merges what they say, row by row. */
import { readdirSync, readFileSync } from "node:fs";
import type { CellValue } from "../../src/workbook/workbook";
import { editFile } from "../support/editedFile";
import { lay, runInside, workFolder } from "./program";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);
const { file } = folder;

const cover = (office: string, sendTo?: string, version = 1): Rows => [
  ["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 2], ["Version", version], ...(sendTo === undefined ? [] : [["Send to", sendTo]]),
]; // prettier-ignore
const HEAD = ["No.", "Factory", "Product", "1957Q1", "1957Q2"];
/** Jia needs screws; Smith in Fu and Forge in Ke can make them. */
const province: Readonly<Record<string, Rows>> = {
  Cover: cover("Province"),
  Places: [["Code", "Place"], ["01", "Jia"], ["02", "Fu"], ["03", "Ke"]],
  Factories: [["Factory", "Place"], ["Motor", "Jia"], ["Smith", "Fu"], ["Forge", "Ke"]],
}; // prettier-ignore
const counties: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  jia: {
    Cover: cover("Jia", "Province"),
    Factories: [["Factory", "Place"], ["Motor", "Jia"]],
    Demand: [[...HEAD, "Wished supplier"], ["1", "Motor", "screw", 60, 40, "Smith"]],
    Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Motor", "axle", 5, 5]],
  },
  fu: {
    Cover: cover("Fu", "Province"),
    Factories: [["Factory", "Place"], ["Smith", "Fu"]],
    Demand: [HEAD, ["1", "Smith", "shaft", 3, 2]],
    Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Smith", "screw", 60, 40]],
  },
  ke: {
    Cover: cover("Ke", "Province"),
    Factories: [["Factory", "Place"], ["Forge", "Ke"]],
    Demand: [HEAD],
    Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Forge", "screw", 30, 20]],
  },
}; // prettier-ignore

async function done(...words: readonly string[]): Promise<string> {
  const { status, said, errors } = await runInside(words);
  expect({ words, status, errors, said: status === 0 ? "" : said }).toEqual({ words, status: 0, errors: "", said: "" });
  return said;
}

type Edits = Readonly<Record<string, CellValue>>;

/** What the clerk types into the Agreements sheet, by column, in the row between these two. */
async function typed(from: string, to: string, edits: Edits, [supplier, buyer] = ["Smith", "Motor"]): Promise<void> {
  await editFile(file(from), file(to), "Agreements", (rows) => {
    const head = rows.find((row) => row.includes("Supplier")) ?? [];
    const column = (name: string): number => head.indexOf(name);
    const row = rows.find((cells) => cells[column("Supplier")] === supplier && cells[column("Buyer")] === buyer);
    if (!row) throw new RangeError(`${from}: no row of ${supplier} and ${buyer}`);
    for (const [name, value] of Object.entries(edits)) row[column(name)] = value;
  });
}

interface Agreement {
  readonly no: string;
  readonly status: string;
  readonly supplier: string;
  readonly buyer: string;
  readonly quantities: Readonly<Record<string, number>>;
}
const said = ({ status, supplier, buyer, quantities }: Agreement): string =>
  `${supplier} for ${buyer}: ${Object.values(quantities).join("+")} ${status}`;

async function agreementsAfter(from: string, to: string): Promise<readonly string[]> {
  await done("balance", file(from), "--out", file(to), "--json", file("agreements.json"));
  const { agreements } = JSON.parse(readFileSync(file("agreements.json"), "utf8")) as { agreements: readonly Agreement[] };
  return agreements.map(said).sort();
}

interface Collected {
  readonly files: readonly { readonly state: string; readonly replies: number; readonly problems: readonly { readonly sheet: string; readonly cell: string; readonly rule: string; readonly text: string }[] }[]; // prettier-ignore
}
async function collected(from: string, to: string, ...files: readonly string[]): Promise<{ said: string; files: Collected["files"] }> {
  const told = await done("collect", file(from), ...files.map(file), "--out", file(to), "--json", file("collected.json"));
  return { said: told, files: (JSON.parse(readFileSync(file("collected.json"), "utf8")) as Collected).files };
}

const [backJia, backFu] = ["returns/return_Jia_1957Q1_1.xlsx", "returns/return_Fu_1957Q1_1.xlsx"];
const W04 = ["--explain", "W04 Demand C2=the province will know"];

beforeAll(async () => {
  await lay(file("province.xlsx"), province);
  for (const [name, sheets] of Object.entries(counties)) {
    await lay(file(`${name}.xlsx`), sheets);
    await done("balance", file(`${name}.xlsx`));
    await done("submit", file(`${name}-balanced.xlsx`), "--out", file(`${name}-up.xlsx`), "--own", file(`${name}-own.xlsx`), ...W04);
  }
  await done("collect", file("province.xlsx"), ...["jia", "fu", "ke"].map((name) => file(`${name}-up.xlsx`)), "--out", file("p.xlsx"));
  expect(await agreementsAfter("p.xlsx", "p1.xlsx")).toEqual(["Smith for Motor: 60+40 Proposed"]);
  await done("return", file("p1.xlsx"), "--out", file("returns"));
  expect(readdirSync(file("returns")).sort()).toContain("return_Jia_1957Q1_1.xlsx");
});

test("both counties agree in the returned workbooks: the row is agreed; the same files again change nothing", async () => {
  await typed(backJia, "jia-says.xlsx", { "Buyer's reply": "Agree" });
  await typed(backFu, "fu-says.xlsx", { "Supplier's reply": "同意", Remark: "steel is there" });
  const one = await collected("p1.xlsx", "p2.xlsx", "jia-says.xlsx");
  expect(one.said).toContain("accepted: jia-says.xlsx Jia — replies to 1 agreement taken");
  expect(one.files).toEqual([expect.objectContaining({ state: "accepted", replies: 1, problems: [] })]);
  expect(await agreementsAfter("p2.xlsx", "p2-b.xlsx")).toEqual(["Smith for Motor: 60+40 Proposed"]);
  const two = await collected("p2-b.xlsx", "p3.xlsx", "fu-says.xlsx");
  expect(two.files).toEqual([expect.objectContaining({ state: "accepted", replies: 1, problems: [] })]);
  expect(await agreementsAfter("p3.xlsx", "p3-b.xlsx")).toEqual(["Smith for Motor: 60+40 Agreed"]);
  const again = await collected("p3-b.xlsx", "p4.xlsx", "jia-says.xlsx", "fu-says.xlsx");
  expect(again.files.map(({ state }) => state)).toEqual(["duplicate", "duplicate"]);
  await done("verify", file("p3-b.xlsx"));
});

test("both files at once, in either order, say the same", async () => {
  const [one, other] = [["jia-says.xlsx", "fu-says.xlsx"], ["fu-says.xlsx", "jia-says.xlsx"]]; // prettier-ignore
  await collected("p1.xlsx", "one.xlsx", ...one);
  await collected("p1.xlsx", "other.xlsx", ...other);
  expect(readFileSync(file("one.xlsx")).equals(readFileSync(file("other.xlsx")))).toBe(true);
  expect(await agreementsAfter("one.xlsx", "one-b.xlsx")).toEqual(["Smith for Motor: 60+40 Agreed"]);
});

test("one refuses: the pair is barred, and the work goes to somebody else", async () => {
  await typed(backFu, "fu-refuses.xlsx", { "Supplier's reply": "Refuse", Remark: "no steel" });
  await collected("p1.xlsx", "r.xlsx", "jia-says.xlsx", "fu-refuses.xlsx");
  expect(await agreementsAfter("r.xlsx", "r-b.xlsx")).toEqual(["Forge for Motor: 30+20 Proposed", "Smith for Motor: 60+40 Rejected"]);
});

test("only the own column is taken: the other's and computed cells are told with their cells", async () => {
  await typed(backJia, "jia-other.xlsx", { "Buyer's reply": "Agree", "Supplier's reply": "Agree" });
  const other = await collected("p1.xlsx", "o.xlsx", "jia-other.xlsx");
  expect(other.files[0]).toMatchObject({ state: "accepted", replies: 1 });
  expect(other.files[0].problems).toEqual([
    expect.objectContaining({ sheet: "Agreements", rule: "I26", text: expect.stringContaining("Supplier's reply") as string }),
  ]);
  expect(other.files[0].problems[0].cell).toMatch(/^[A-Z]+4$/);
  expect(await agreementsAfter("o.xlsx", "o-b.xlsx")).toEqual(["Smith for Motor: 60+40 Proposed"]);
  await typed(backJia, "jia-changes.xlsx", { "Buyer's reply": "Agree", "1957Q1": 50 });
  const changed = await collected("p1.xlsx", "c.xlsx", "jia-changes.xlsx");
  expect(changed.files[0]).toMatchObject({ state: "accepted", replies: 0 });
  expect(changed.files[0].problems.map(({ text }) => text)).toEqual([
    expect.stringContaining("“1957Q1” was changed to “50”; here it is “60”"),
    expect.stringContaining("Ask for a new reply"),
  ]);
  expect(changed.said).toContain(`  Agreements ${changed.files[0].problems[0].cell}: `);
  expect(await agreementsAfter("c.xlsx", "c-b.xlsx")).toEqual(["Smith for Motor: 60+40 Proposed"]);
});

test("in the own workbook after the return: the replies go up with the next submission", async () => {
  for (const [name, back, reply] of [
    ["jia", backJia, "Buyer's reply"],
    ["fu", backFu, "Supplier's reply"],
  ] as const) {
    // prettier-ignore
    await done("receive", file(`${name}-own.xlsx`), file(back), "--out", file(`${name}-1.xlsx`));
    await typed(`${name}-1.xlsx`, `${name}-2.xlsx`, { [reply]: "Agree" });
    const up = await done("submit", file(`${name}-2.xlsx`), "--out", file(`${name}-up2.xlsx`), "--own", file(`${name}-own2.xlsx`), ...W04);
    expect(up).toContain("version 2");
  }
  const { files } = await collected("p1.xlsx", "s.xlsx", "jia-up2.xlsx", "fu-up2.xlsx");
  expect(files).toEqual([expect.objectContaining({ state: "accepted", replies: 1, problems: [] }), expect.objectContaining({ state: "accepted", replies: 1, problems: [] })]); // prettier-ignore
  expect(await agreementsAfter("s.xlsx", "s-b.xlsx")).toEqual(["Smith for Motor: 60+40 Agreed"]);
  await done("return", file("s-b.xlsx"), "--out", file("returns2"));
  const back = readdirSync(file("returns2")).find((name) => name.includes("Jia"));
  await done("receive", file("jia-own2.xlsx"), file(`returns2/${back}`), "--out", file("jia-3.xlsx"));
  expect(await agreementsAfter("jia-3.xlsx", "jia-3b.xlsx")).toEqual(["Smith for Motor: 60+40 Agreed"]);
});

test("a reply to figures that are no longer there is not taken, and one to an older return neither", async () => {
  const more = {
    ...counties.jia,
    Cover: cover("Jia", "Province", 2),
    Demand: [
      [...HEAD, "Wished supplier"],
      ["1", "Motor", "screw", 20, 40, "Smith"],
    ],
  } as const;
  await lay(file("jia-more.xlsx"), more);
  await done("balance", file("jia-more.xlsx"));
  await done("submit", file("jia-more-balanced.xlsx"), "--out", file("jia-more-up.xlsx"), ...W04);
  await collected("p1.xlsx", "m.xlsx", "jia-more-up.xlsx", "jia-says.xlsx");
  expect(await agreementsAfter("m.xlsx", "m-b.xlsx")).toEqual(["Smith for Motor: 20+40 Proposed"]);
  const late = await collected("m-b.xlsx", "m2.xlsx", "fu-says.xlsx");
  expect(late.files[0].problems.map(({ text }) => text)).toEqual([expect.stringContaining("is now version 2, the reply is to version 1")]);
  await done("return", file("m-b.xlsx"), "--out", file("returns3"));
  const back = readdirSync(file("returns3")).find((name) => name.includes("Jia"));
  await typed(`returns3/${back}`, "jia-later.xlsx", { "Buyer's reply": "Refuse" });
  await collected("m-b.xlsx", "m3.xlsx", "jia-later.xlsx");
  const older = await collected("m3.xlsx", "m4.xlsx", "jia-says.xlsx");
  expect(older.files[0].replies).toBe(0);
  expect(await agreementsAfter("m4.xlsx", "m4-b.xlsx")).toEqual(["Forge for Motor: 20+20 Proposed", "Smith for Motor: 20+40 Rejected"]);
});

test("a county's capacity is cut below what was agreed: the row stays, what it can't bear is put to reconsideration, and nothing new is put on it", async () => {
  await typed("p1.xlsx", "p-agreed.xlsx", { Status: "Agreed" });
  expect(await agreementsAfter("p-agreed.xlsx", "pa.xlsx")).toEqual(["Smith for Motor: 60+40 Agreed"]);
  const cut = [["Factory", "Item", "1957Q1", "1957Q2"], ["Smith", "screw", 45, 60]] as const; // prettier-ignore
  await lay(file("fu-cut.xlsx"), { ...counties.fu, Cover: cover("Fu", "Province", 2), Capacity: cut });
  await done("balance", file("fu-cut.xlsx"));
  await done("submit", file("fu-cut-balanced.xlsx"), "--out", file("fu-cut-up.xlsx"));
  const { said: told } = await collected("pa.xlsx", "pc.xlsx", "fu-cut-up.xlsx");
  expect(told).toContain("to be reconsidered: 01-1-1");
  expect(await agreementsAfter("pc.xlsx", "pc-b.xlsx")).toEqual([
    "Forge for Motor: 15 Proposed",
    "Smith for Motor: 15 Reconsider",
    "Smith for Motor: 45+40 Agreed",
  ]);
  expect(await agreementsAfter("pc-b.xlsx", "pc-c.xlsx")).toEqual([
    "Forge for Motor: 15 Proposed",
    "Smith for Motor: 15 Reconsider",
    "Smith for Motor: 45+40 Agreed",
  ]);
});

test("a return without a reply, and one of another office, are refused", async () => {
  const empty = await runInside(["collect", file("p1.xlsx"), file(backJia), "--out", file("e.xlsx")]);
  expect(empty).toMatchObject({ status: 3, said: expect.stringContaining("no reply is filled in") as string });
  await lay(file("other.xlsx"), { ...province, Cover: cover("Jilin") });
  const stranger = await runInside(["collect", file("other.xlsx"), file("jia-says.xlsx"), "--out", file("e.xlsx")]);
  expect(stranger).toMatchObject({ status: 3, said: expect.stringContaining("addressed to “Province”") as string });
});
