/** Two counties and their province, by file: what each clerk types, what he is told, and what the files hold. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { lay, runInside, sheetNames, workFolder } from "./program";
import type { Rows } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);

const cover = (office: string, sendTo?: string, version = 1): Rows => [
  ["Office", office],
  ["Plan starts", "1957Q1"],
  ["Quarters", 2],
  ["Round", "Autumn 1956"],
  ...(sendTo === undefined ? [] : [["Send to", sendTo]]),
  ["Version", version],
];
const province = {
  Cover: cover("Province"),
  Places: [["Code", "Place", "Former names"], ["01", "Jia", "Old Jia"], ["02", "Fu", null], ["03", "Ke", null]] as Rows, // prettier-ignore
  Factories: [["Factory", "Place"], ["Motor", "Jia"], ["Smith", "Fu"], ["Forge", "Ke"]] as Rows, // prettier-ignore
};
const needing = (quantity: number, version = 1): Readonly<Record<string, Rows>> => ({
  Cover: cover("Jia", "Province", version),
  Factories: [["Factory", "Place", "Contact"], ["Motor", "Jia", "telephone 12345"]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2", "Remark", "secret column"], ["1", "Motor", "screw", quantity, 40, "for export", "SECRETMINE"]],
  Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Motor", "shaft", 5, 5]],
  Notes: [["SECRETSHEET"]],
}); // prettier-ignore
const making: Readonly<Record<string, Rows>> = {
  Cover: cover("Fu", "Province"),
  Factories: [["Factory", "Place"], ["Smith", "Fu"]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["1", "Smith", "shaft", 3, 2]],
  Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Smith", "screw", 777, 20]],
}; // prettier-ignore

/** Every text in every part of a file. */
function partsOf(file: string): string {
  return Object.entries(unzipSync(new Uint8Array(readFileSync(file))))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join("\n");
}

async function done(...words: readonly string[]): Promise<string> {
  const { status, said, errors } = await runInside(words);
  expect({ words, status, errors, said: status === 0 ? "" : said }).toEqual({ words, status: 0, errors: "", said: "" });
  return said;
}

const file = folder.file;

test("a round: submit, collect, balance, return, receive; receiving again changes no byte", async () => {
  await lay(file("p.xlsx"), province);
  await lay(file("jia.xlsx"), needing(60));
  await lay(file("fu.xlsx"), making);
  for (const county of ["jia", "fu"]) {
    expect((await runInside(["submit", file(`${county}.xlsx`)])).status).toBe(3);
    await done("balance", file(`${county}.xlsx`));
    const said = await done("submit", file(`${county}-balanced.xlsx`), "--out", file(`${county}-up.xlsx`), "--own", file(`${county}-own.xlsx`), "--explain", "W04 Demand C2=the province will know"); // prettier-ignore
    expect(said).toMatch(/version 1, check code [0-9A-Z]{10}/);
  }
  const collected = await done("collect", file("p.xlsx"), file("jia-up.xlsx"), file("fu-up.xlsx"));
  expect(collected).toContain("missing: Ke");
  await done("balance", file("p-collected.xlsx"), "--out", file("p-balanced.xlsx"));
  await done("return", file("p-balanced.xlsx"), "--out", file("returns"));
  const returns = readdirSync(file("returns")).sort();
  expect(returns).toEqual(["return_Fu_Autumn 1956_1.xlsx", "return_Jia_Autumn 1956_1.xlsx"]);
  const back = file(`returns/${returns[1]}`);
  await done("receive", file("jia-own.xlsx"), back, "--out", file("jia-1.xlsx"));
  expect(await done("receive", file("jia-1.xlsx"), back, "--out", file("jia-2.xlsx"))).toContain("taken before");
  expect(readFileSync(file("jia-2.xlsx")).equals(readFileSync(file("jia-1.xlsx")))).toBe(true);
  expect(partsOf(file("jia-1.xlsx"))).toContain("Province");
  await done("balance", file("jia-1.xlsx"), "--json", file("jia.json"));
  const result = JSON.parse(readFileSync(file("jia.json"), "utf8")) as {
    agreements: { settledAt: string; supplier: string; quantities: object }[];
  };
  expect(result.agreements.map(({ settledAt, supplier }) => `${supplier} at ${settledAt}`)).toContain("Smith at Province");
});

test("nothing travels beyond the allow-list: no other sheet, no own column, no contact, no other county's capacity", async () => {
  const up = partsOf(file("jia-up.xlsx"));
  expect(up).toContain("for export");
  for (const secret of ["SECRETMINE", "SECRETSHEET", "telephone", "secret column", "creator"]) expect(up).not.toContain(secret);
  const back = partsOf(file("returns/return_Jia_Autumn 1956_1.xlsx"));
  for (const secret of ["777", "shaft 3", "creator"]) expect(back).not.toContain(secret);
});

test("the same numbers in two counties are told apart above and are each county's own again below", async () => {
  const names = await sheetNames(file("p-collected.xlsx"));
  expect(names).toEqual(expect.arrayContaining(["Received demand", "Received capacity", "Submissions"]));
  const above = partsOf(file("p-balanced.xlsx"));
  expect(above).toContain("01-1");
  expect(above).toContain("02-1");
});

test("again, a correction, a replay, another office, a changed file and no workbook at all", async () => {
  const collected = file("p-collected.xlsx");
  const again = await runInside(["collect", collected, file("jia-up.xlsx"), "--out", file("again.xlsx")]);
  expect(again.said).toContain("duplicate: jia-up.xlsx Jia v1");
  await lay(file("jia2.xlsx"), needing(90, 2));
  await done("balance", file("jia2.xlsx"));
  await done("submit", file("jia2-balanced.xlsx"), "--out", file("jia2-up.xlsx"), "--explain", "W04 Demand C2=more");
  const corrected = await done("collect", collected, file("jia2-up.xlsx"), file("jia-up.xlsx"), "--out", file("p2.xlsx"));
  expect(corrected).toContain("accepted: jia2-up.xlsx Jia v2");
  expect(corrected).toContain("superseded: jia-up.xlsx");
  const replay = await runInside(["collect", file("p2.xlsx"), file("jia-up.xlsx"), "--out", file("p3.xlsx")]);
  expect(replay.status).toBe(3);
  expect(replay.said).toContain("send a correction as version 3");
  await lay(file("stranger.xlsx"), { ...needing(5), Cover: cover("Hu", "Province") });
  await lay(file("elsewhere.xlsx"), { ...needing(5), Cover: cover("Jia", "Jilin") });
  writeFileSync(file("page.xlsx"), "<html></html>");
  const refused = await runInside(["collect", file("p2.xlsx"), ...["stranger", "elsewhere", "page"].map((name) => file(`${name}.xlsx`)), "--out", file("p4.xlsx")]); // prettier-ignore
  expect(refused.status).toBe(3);
  expect(refused.said).toContain("“Hu” is not on this office's list of places");
  expect(refused.said).toContain("addressed to “Jilin”");
  expect(refused.said).toContain("not an Excel workbook");
  expect(readdirSync(folder.path).filter((name) => name.startsWith("Return slip_")).length).toBeGreaterThanOrEqual(4);
});

test("a county's workbook that was never balanced is balanced on arrival; a broken one gets a slip with its own cells", async () => {
  await lay(file("raw.xlsx"), { ...needing(60), Cover: cover("Old Jia", "Province") });
  const taken = await done("collect", file("p.xlsx"), file("raw.xlsx"), "--out", file("raw-p.xlsx"), "--json", file("raw.json"));
  expect(taken).toContain("accepted: raw.xlsx Jia v1");
  expect((JSON.parse(readFileSync(file("raw.json"), "utf8")) as { files: { balanced: string }[] }).files[0].balanced).toBe("on arrival");
  await lay(file("broken.xlsx"), { ...needing(60), Demand: [["Factory", "Product", "1957Q1"], ["Motor", "screw", "x7"]] }); // prettier-ignore
  const broken = await runInside(["collect", file("p.xlsx"), file("broken.xlsx"), "--out", file("b.xlsx"), "--json", file("b.json")]);
  expect(broken.status).toBe(3);
  const [{ problems }] = (JSON.parse(readFileSync(file("b.json"), "utf8")) as { files: { problems: { sheet: string; cell: string }[] }[] })
    .files;
  expect(problems).toEqual([expect.objectContaining({ sheet: "Demand", cell: "C2" })]);
});

test("two counties state one standing agreement differently: the buyer's figure holds and must be explained", async () => {
  const standing = (yearly: number): Rows => [
    ["Agreement no.", "Supplier", "Buyer", "Product", "From", "To", "Yearly quantity", "Status"],
    ["S1", "Smith", "Motor", "screw", 1957, 1957, yearly, "In force"],
  ];
  await lay(file("buyer.xlsx"), { ...needing(60), "Standing agreements": standing(40) });
  await lay(file("maker.xlsx"), { ...making, "Standing agreements": standing(80) });
  await done("collect", file("p.xlsx"), file("maker.xlsx"), file("buyer.xlsx"), "--out", file("s.xlsx"));
  const checked = await done("check", file("s.xlsx"));
  expect(checked).toContain("the buyer's says 40, the other 80");
  await done("balance", file("s.xlsx"), "--json", file("s.json"));
  const { agreements } = JSON.parse(readFileSync(file("s.json"), "utf8")) as { agreements: { basis: string; quantities: object }[] };
  expect(agreements.find(({ basis }) => basis === "standing")?.quantities).toEqual({ "1957Q1": 10, "1957Q2": 10 });
});

test("what was sent up is left out of a balance at home, also where more capacity is found meanwhile", async () => {
  await done("balance", file("jia-own.xlsx"), "--json", file("home.json"));
  const { unresolved, remaining } = JSON.parse(readFileSync(file("home.json"), "utf8")) as {
    unresolved: object[];
    remaining: { quantities: object }[];
  };
  expect(unresolved).toEqual([]);
  expect(remaining.map(({ quantities }) => quantities)).toEqual([{}]);
});

test("a submission whose figures were changed on the way is refused, and a return too", async () => {
  const change = (from: string, to: string, [one, other]: readonly [string, string]): void => {
    const parts = unzipSync(new Uint8Array(readFileSync(file(from))));
    const changed = Object.entries(parts).map(([name, bytes]) => [name, strToU8(strFromU8(bytes).replaceAll(one, other))] as const);
    writeFileSync(file(to), zipSync(Object.fromEntries(changed)));
  };
  change("jia-up.xlsx", "changed.xlsx", ["<v>60</v>", "<v>61</v>"]);
  const refused = await runInside(["collect", file("p.xlsx"), file("changed.xlsx"), "--out", file("c.xlsx")]);
  expect(refused.status).toBe(3);
  expect(refused.said).toContain("was changed after it was submitted");
  const back = "returns/return_Jia_Autumn 1956_1.xlsx";
  change(back, "back.xlsx", ["<v>60</v>", "<v>6</v>"]);
  const returned = await runInside(["receive", file("jia-own.xlsx"), file("back.xlsx"), "--out", file("d.xlsx")]);
  expect(returned).toMatchObject({ status: 3, said: expect.stringContaining("changed on its way") as string });
  const stranger = await runInside(["receive", file("fu-own.xlsx"), file(back), "--out", file("e.xlsx")]);
  expect(stranger.said).toContain("for “Jia”");
});

test("work for another county keeps apart from a line of one's own that has the same number", async () => {
  const jia = { ...needing(60), Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["7", "Motor", "screw", 60, null]] as Rows }; // prettier-ignore
  const fu: Readonly<Record<string, Rows>> = {
    Cover: cover("Fu", "Province"),
    Factories: [["Factory", "Place"], ["Smith", "Fu"], ["Lathe", "Fu"]],
    Demand: [["No.", "Factory", "Product", "1957Q1", "1957Q2"], ["7", "Lathe", "bolt", 30, null]],
    Capacity: [["Factory", "Item", "1957Q1", "1957Q2"], ["Smith", "screw", 90, 0], ["Smith", "bolt", 40, 0]],
  }; // prettier-ignore
  await lay(file("p7.xlsx"), province);
  await lay(file("jia7.xlsx"), jia);
  await lay(file("fu7.xlsx"), fu);
  for (const county of ["jia7", "fu7"]) {
    await done("balance", file(`${county}.xlsx`));
    await done("submit", file(`${county}-balanced.xlsx`), "--out", file(`${county}-up.xlsx`), "--own", file(`${county}-own.xlsx`), "--explain", "W04 Demand C2=the province will know"); // prettier-ignore
  }
  await done("collect", file("p7.xlsx"), file("jia7-up.xlsx"), file("fu7-up.xlsx"));
  await done("balance", file("p7-collected.xlsx"), "--out", file("p7-balanced.xlsx"));
  await done("return", file("p7-balanced.xlsx"), "--out", file("returns7"));
  await done("receive", file("fu7-own.xlsx"), file("returns7/return_Fu_Autumn 1956_1.xlsx"), "--out", file("fu7-1.xlsx"));
  await done("balance", file("fu7-1.xlsx"), "--json", file("fu7.json"));
  const { agreements } = JSON.parse(readFileSync(file("fu7.json"), "utf8")) as {
    agreements: { status: string; buyer: string; demandNo: string; product: string; quantities: object }[];
  };
  expect(agreements.map(({ status, buyer, product, quantities }) => [status, buyer, product, quantities])).toEqual(
    expect.arrayContaining([
      ["Proposed", "Lathe", "bolt", { "1957Q1": 30 }],
      ["Proposed", "Motor", "screw", { "1957Q1": 60 }],
    ]),
  );
  expect(agreements).toHaveLength(2);
});
