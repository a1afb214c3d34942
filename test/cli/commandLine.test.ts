/** The command line as a clerk meets it: what it answers, what it writes, and what it leaves alone. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { devNull } from "node:os";
import { lay, runInside, runProgram, sheetNames, workFolder } from "./program";
import { workbookOf } from "../support/workbookOf";

const folder = workFolder();
afterAll(folder.clear);

const DEMAND = ["Factory", "Product", "Quantity"];
const CAPACITY = ["Factory", "Item", "Quantity"];
const two = {
  Demand: [DEMAND, ["A", "bolt", 5], ["B", "nut", 7]],
  Capacity: [CAPACITY, ["B", "bolt", 10], ["A", "nut", 3]],
};

test("with --json - only JSON is said, with the names of the contract; IN stays as it was", async () => {
  const input = await lay(folder.file("two.xlsx"), two);
  const before = readFileSync(input);
  const { status, said, errors } = runProgram(["balance", "two.xlsx", "--json", "-"], folder.path);
  expect(status).toBe(0);
  expect(errors).toContain("two-balanced.xlsx");
  const result = JSON.parse(said) as Record<string, unknown>;
  expect(Object.keys(result).join()).toBe(
    "engine,complete,goals,proof,totals,agreements,unresolved,remaining,transfers,problems,checkCode",
  );
  expect(readFileSync(input).equals(before)).toBe(true);
  expect(await sheetNames(folder.file("two-balanced.xlsx"))).toEqual(expect.arrayContaining(["Agreements", "Unresolved", "Summary"]));
});

test("the same workbook gives the same bytes whatever language the messages have, and again from its own result", async () => {
  const input = await lay(folder.file("same.xlsx"), two);
  const outs = ["one.xlsx", "other.xlsx", "again.xlsx"].map(folder.file);
  await runInside(["balance", input, "--out", outs[0]], "en");
  await runInside(["balance", input, "--out", outs[1]], "zh-CN");
  await runInside(["balance", outs[0], "--out", outs[2]], "zh-CN");
  const [one, other, again] = outs.map((file) => readFileSync(file));
  expect(other.equals(one)).toBe(true);
  expect(again.equals(one)).toBe(true);
});

test("--forms adds the two balance forms and changes no answer; from its own result the same bytes come again without it", async () => {
  const input = await lay(folder.file("forms.xlsx"), two);
  const outs = ["plain.xlsx", "forms-1.xlsx", "forms-2.xlsx"].map(folder.file);
  const plain = await runInside(["balance", input, "--out", outs[0], "--json", "-"]);
  const full = await runInside(["balance", input, "--out", outs[1], "--json", "-", "--forms"]);
  expect([full.status, full.said]).toEqual([0, plain.said]);
  const names = await sheetNames(outs[1]);
  expect(names.filter((name) => name.startsWith("Balance by"))).toEqual(["Balance by product", "Balance by capacity"]);
  expect(await sheetNames(outs[0])).toEqual(names.filter((name) => !name.startsWith("Balance by")));
  await runInside(["balance", outs[1], "--out", outs[2]]);
  expect(readFileSync(outs[2]).equals(readFileSync(outs[1]))).toBe(true);
  expect((await runInside(["check", input, "--forms"])).status).toBe(2);
});

test("what must be fixed stops with 3 and its cell; leave is offered only where it helps", async () => {
  const bad = await lay(folder.file("bad.xlsx"), { ...two, Demand: [...two.Demand, ["A", "nut", "x7"]] });
  const stopped = await runInside(["balance", bad]);
  expect(stopped.status).toBe(3);
  expect(stopped.said).toContain("Demand!C4");
  expect(stopped.said).toContain("--without-invalid");
  expect((await runInside(["balance", bad, "--without-invalid"])).status).toBe(0);
  const only = await lay(folder.file("only.xlsx"), { Capacity: two.Capacity });
  const missing = await runInside(["balance", only, "--without-invalid"]);
  expect(missing.status).toBe(3);
  expect(missing.said).not.toContain("--without-invalid");
  expect((await runInside(["check", bad])).status).toBe(3);
});

test.each([
  ["a web page", new TextEncoder().encode("<html><table></table></html>"), "not an Excel workbook", "不是 Excel 工作簿"],
  ["a file cut off", undefined, "damaged", "已损坏"],
])("%s is refused with its name in both languages and without a stack", async (what, bytes, english, chinese) => {
  const whole = await workbookOf(two);
  const file = folder.file(`${what}.xlsx`);
  writeFileSync(file, bytes ?? whole.subarray(0, whole.length >> 1));
  for (const [language, sentence] of [
    ["en", english],
    ["zh-CN", chinese],
  ] as const) {
    const { status, said, errors } = await runInside(["balance", file], language);
    expect({ status, said }).toEqual({ status: 2, said: "" });
    expect(errors).toContain(sentence);
    expect(errors).toContain(file);
    expect(errors).not.toMatch(/^\s+at /m);
  }
});

test("a missing file, a folder, IN as OUT and an unknown option are told in the language asked for", async () => {
  const input = await lay(folder.file("in.xlsx"), two);
  const before = readFileSync(input);
  const cases = [
    [["balance", folder.file("none.xlsx")], "没有这个文件"],
    [["balance", folder.path], "这是文件夹"],
    [["balance", input, "--out", input], "输出文件就是原文件"],
    [["balance", input, "--constructor"], "没有“--constructor”这个选项"],
    [["balance", input, "--out"], "后面要写内容"],
  ] as const;
  for (const [words, sentence] of cases) {
    const { status, errors } = await runInside([...words.slice(0, 1), "--lang", "zh-CN", ...words.slice(1)], "en");
    expect({ words, status }).toEqual({ words, status: 2 });
    expect(errors).toContain(sentence);
  }
  expect(readFileSync(input).equals(before)).toBe(true);
});

test("verify: 0 where the agreements belong to the inputs, 3 with the sheet where one changed, and nothing is written", async () => {
  const input = await lay(folder.file("verified.xlsx"), two);
  expect((await runInside(["verify", input])).status).toBe(3);
  const balanced = folder.file("verified-balanced.xlsx");
  await runInside(["balance", input]);
  const before = readFileSync(balanced);
  const good = await runInside(["verify", balanced, "--json", "-"]);
  expect(good.status).toBe(0);
  expect(JSON.parse(good.said)).toMatchObject({ verified: true, record: "whole", rows: [] });
  expect(readFileSync(balanced).equals(before)).toBe(true);
  const parts = unzipSync(new Uint8Array(before));
  const path = Object.keys(parts).find((name) => name.startsWith("xl/worksheets/") && strFromU8(parts[name]).includes("<v>10</v>")) ?? "";
  const edited = folder.file("edited.xlsx");
  writeFileSync(edited, zipSync({ ...parts, [path]: strToU8(strFromU8(parts[path]).replace("<v>10</v>", "<v>11</v>")) }));
  const bad = await runInside(["verify", edited], "zh-CN");
  expect(bad.status).toBe(3);
  expect((await runInside(["verify", edited, "--lang", "zh-CN"])).said).toContain("“Capacity”改过");
  expect(bad.said).toContain("Capacity has changed");
});

test("names that look like formulas or like parts of an object are text in every sheet written", async () => {
  const names = ["=1+1", "+SUM(A1)", "@cmd", "-2+3", "__proto__", "constructor"];
  const input = await lay(folder.file("names.xlsx"), {
    Demand: [DEMAND, ...names.map((name, index) => [name, `=${name}`, 5 + index])],
    Capacity: [CAPACITY, ...names.map((name, index) => [name, `=${names[(index + 1) % names.length]}`, 100])],
  });
  const { status } = await runInside(["balance", input]);
  expect(status).toBe(0);
  const parts = Object.entries(unzipSync(new Uint8Array(readFileSync(folder.file("names-balanced.xlsx")))));
  const formulas = parts.flatMap(([path, bytes]) =>
    path.startsWith("xl/worksheets/") ? (strFromU8(bytes).match(/<f[ >][^<]*/g) ?? []) : [],
  );
  expect(formulas.filter((formula) => /1\+1|SUM\(A1\)|cmd|2\+3/.test(formula))).toEqual([]);
});

test("cells of thousands of characters do not keep the clerk waiting", async () => {
  const factories = Array.from({ length: 60 }, (_, index) => [`${"F".repeat(4_000)}${index}`, "p", index % 2]);
  const input = await lay(folder.file("long.xlsx"), { Demand: [DEMAND, ["A", "p", 50]], Capacity: [CAPACITY, ...factories] });
  expect((await runInside(["balance", input])).status).toBe(0);
}, 15_000);

test("a file marked read-only, a link and a device are what they were after a balance", async () => {
  const input = await lay(folder.file("kept.xlsx"), two);
  const [locked, target, link] = [folder.file("locked.xlsx"), folder.file("target.xlsx"), folder.file("link.xlsx")];
  for (const file of [locked, target]) writeFileSync(file, "before");
  chmodSync(locked, 0o444);
  const refused = await runInside(["balance", input, "--out", locked]);
  expect(refused).toMatchObject({ status: 2, errors: expect.stringContaining("permission denied") });
  expect(readFileSync(locked, "utf8")).toBe("before");
  symlinkSync(target, link);
  expect((await runInside(["balance", input, "--out", link, "--json", devNull])).status).toBe(0);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, "utf8").startsWith("PK")).toBe(true);
  expect(statSync(devNull).isFile()).toBe(false);
});

test("the JSON is the same whatever the order of the workbook's columns, its keys from the earliest period on", async () => {
  const keys = ["1957Q1", "1957Q2", "1957 any"];
  const amounts: Readonly<Record<string, number>> = { "1957Q1": 5, "1957Q2": 7, "1957 any": 9 };
  const told = async (name: string, order: readonly string[]): Promise<string> => {
    const quarters = order.filter((key) => key !== "1957 any");
    await lay(folder.file(`${name}.xlsx`), {
      Demand: [["No.", "Factory", "Product", ...order], ["1", "Motor", "screw", ...order.map((key) => amounts[key])]],
      Capacity: [["No.", "Factory", "Item", ...quarters], ["C1", "Smith", "bolt", ...quarters.map(() => 3)]],
    }); // prettier-ignore
    expect((await runInside(["balance", folder.file(`${name}.xlsx`), "--json", folder.file(`${name}.json`)])).status).toBe(0);
    return readFileSync(folder.file(`${name}.json`), "utf8");
  };
  const natural = await told("natural", keys);
  const { unresolved } = JSON.parse(natural) as { unresolved: { quantities: object }[] };
  expect(unresolved.flatMap(({ quantities }) => Object.keys(quantities))).toEqual(keys);
  expect(await told("mixed", ["1957 any", "1957Q2", "1957Q1"])).toBe(natural);
});
