/**
 * A submission and a return hold nothing beyond the allow-list: what was planted in the workbooks they are made of (a hidden sheet,
 * an author, own columns, comments, names, custom XML, printer settings, a picture, another county's capacity) is in no part of them.
 */
import { balanceWorkbook } from "../../src/actions/balanceWorkbook";
import { collectCounties } from "../../src/actions/collectCounties";
import { readWorkbook } from "../../src/actions/readWorkbook";
import { returnResults } from "../../src/actions/returnResults";
import { submitUpward } from "../../src/actions/submitUpward";
import { problemKey, toExplain } from "../../src/sheets/sharing/decidedRows";
import { budgets } from "../../src/workbook/xlsx/budgets";
import { packEntry } from "../../src/workbook/xlsx/packEntry";
import { readZip } from "../../src/workbook/xlsx/readZip";
import { unpackEntry } from "../../src/workbook/xlsx/unpackEntry";
import { writeZip } from "../../src/workbook/xlsx/writeZip";
import { openXlsx } from "../../src/workbook/xlsxWorkbook";
import { workbookOf, type Rows } from "../support/workbookOf";

const language = "en";
const SECRET = "SECRET";

const cover = (office: string, more: Rows = []): Rows => [["Office", office], ["Plan starts", "1957Q1"], ["Quarters", 1], ["Round", "Autumn"], ...more, [`${SECRET} label`, `${SECRET} beside the Cover`]]; // prettier-ignore

/** Everything a workbook may hold beside its rows, each with the word in it. */
function planted(file: Uint8Array): Uint8Array {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const entries = readZip(file, budgets).map((entry) => {
    const text = new TextDecoder().decode(unpackEntry(entry, budgets));
    if (entry.name === "xl/workbook.xml")
      return packEntry(entry.name, encode(text.replace(/(<sheet )(name="Notes")/, '$1state="veryHidden" $2').replace("</sheets>", `</sheets><definedNames><definedName name="${SECRET}_name">"${SECRET} name"</definedName></definedNames>`))); // prettier-ignore
    if (/worksheets\/sheet\d+\.xml$/.test(entry.name))
      return packEntry(entry.name, encode(text.replace("</worksheet>", `<headerFooter><oddHeader>${SECRET} header</oddHeader></headerFooter></worksheet>`))); // prettier-ignore
    return entry;
  });
  const parts = {
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>${SECRET} author</dc:creator></cp:coreProperties>`,
    "docProps/app.xml": `<Properties><Company>${SECRET} company</Company></Properties>`,
    "docProps/custom.xml": `<Properties><property name="${SECRET}"/></Properties>`,
    "docProps/thumbnail.jpeg": `${SECRET} picture`,
    "xl/comments1.xml": `<comments><authors><author>${SECRET}</author></authors></comments>`,
    "xl/threadedComments/threadedComment1.xml": `<x>${SECRET}</x>`,
    "xl/persons/person.xml": `<x displayName="${SECRET}"/>`,
    "customXml/item1.xml": `<x>${SECRET} custom</x>`,
    "xl/printerSettings/printerSettings1.bin": `${SECRET} printer`,
    "xl/vbaProject.bin": `${SECRET} macro`,
    "xl/externalLinks/externalLink1.xml": `<x>${SECRET} link</x>`,
  };
  return writeZip([...entries, ...Object.entries(parts).map(([name, text]) => packEntry(name, encode(text)))]);
}

async function county(office: string, sheets: Readonly<Record<string, Rows>>): Promise<Uint8Array> {
  const all = { Cover: cover(office, [["Send to", "Province"]]), ...sheets, Notes: [[`${SECRET} sheet`, { formula: `="${SECRET}"`, value: `${SECRET} value` }]] as Rows }; // prettier-ignore
  const workbook = openXlsx(planted(await workbookOf(all)));
  const balanced = await balanceWorkbook(workbook, { withoutInvalid: false, language });
  if (balanced.kind !== "done") throw new Error(JSON.stringify(balanced));
  const { reading } = await readWorkbook(workbook, { withoutInvalid: false, language }, {});
  const explanations = new Map(toExplain(reading).map((problem) => [problemKey(problem), "known"]));
  const sent = await submitUpward(workbook, { language, contacts: false, explanations });
  if (sent.kind !== "done") throw new Error(sent.kind);
  return sent.file.bytes;
}

const own = [`${SECRET} column`, `${SECRET} own`];
const JIA: Readonly<Record<string, Rows>> = {
  Factories: [["Factory", "Place", "Contact", own[0]], ["Motor", "Jia", `${SECRET} telephone`, own[1]], ["Idle", "Jia", null, null]],
  Products: [["Product", "Unit", own[0]], ["screw", "pieces", own[1]], [`${SECRET} product`, "pieces", null]],
  Demand: [["No.", "Factory", "Product", "1957Q1", "Remark", own[0]], ["1", "Motor", "screw", 60, "for export", own[1]]],
  Capacity: [["No.", "Factory", "Item", "1957Q1", own[0]], ["C1", "Motor", "screw", 5, own[1]]],
}; // prettier-ignore
const FU: Readonly<Record<string, Rows>> = {
  Factories: [["Factory", "Place"], ["Smith", "Fu"], ["Anvil", "Fu"]],
  Demand: [["No.", "Factory", "Product", "1957Q1"], ["1", "Anvil", "rivet", 4321]],
  Capacity: [["No.", "Factory", "Item", "1957Q1"], ["F1", "Smith", "screw", 20], ["FUROW2", "Anvil", "bolt", 98765]],
}; // prettier-ignore
const PROVINCE: Readonly<Record<string, Rows>> = {
  Cover: cover("Province"),
  Places: [["Place"], ["Jia"], ["Fu"]],
  Factories: [["Factory", "Place", "Contact"], ["Motor", "Jia", `${SECRET} contact`], ["Idle", "Jia", null], ["Smith", "Fu", null], ["Anvil", "Fu", null]],
  Notes: [[`${SECRET} of the province`]],
  Demand: [["No.", "Factory", "Product", "1957Q1"]],
  Capacity: [["No.", "Factory", "Item", "1957Q1"]],
}; // prettier-ignore

/** Names of all parts, and all they hold when unpacked. */
function everythingIn(file: Uint8Array): string {
  return readZip(file, budgets)
    .map((entry) => `${entry.name}\n${new TextDecoder().decode(unpackEntry(entry, budgets))}`)
    .join("\n");
}

const PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml|xl\/theme\/theme1\.xml)$/; // prettier-ignore

test("nothing that was planted is found in a submission or a return, in no part of the package", async () => {
  const jia = await county("Jia", JIA);
  const fu = await county("Fu", FU);
  const workbook = openXlsx(planted(await workbookOf(PROVINCE)));
  const files = Object.entries({ "jia.xlsx": jia, "fu.xlsx": fu }).map(([name, bytes]) => ({ name, read: async () => bytes }));
  const collected = await collectCounties(workbook, files, { language });
  expect(collected.kind === "done" && collected.files.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
  await balanceWorkbook(workbook, { withoutInvalid: false, language });
  const returned = await returnResults(workbook, { language });
  if (returned.kind !== "done") throw new Error(returned.kind);
  const back = returned.returns.find(({ office }) => office === "Jia")?.file.bytes ?? new Uint8Array();
  expect(everythingIn(workbook.bytes())).toContain(SECRET);
  for (const file of [jia, fu, back]) {
    const all = everythingIn(file);
    expect(all).not.toContain(SECRET);
    expect(readZip(file, budgets).map(({ name }) => name).filter((name) => !PARTS.test(name))).toEqual([]); // prettier-ignore
    expect(all).not.toMatch(
      /<f[ >]|creator|printerSettings|externalLink|veryHidden|<definedName name="(?!_xlnm\.(?:Print_Titles|Print_Area|_FilterDatabase)")/,
    );
  }
  expect(everythingIn(jia)).toContain("for export");
  expect(everythingIn(jia)).not.toContain("Idle");
  expect(everythingIn(back)).toContain("Smith");
  for (const others of ["98765", "4321", "Anvil", "rivet", "FUROW2"]) expect(everythingIn(back)).not.toContain(others);
});
