/** Files that are no submission at all, under a submission's name, and workbooks of old programs that were spoilt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CFB } from "@e965/xlsx";
import { zipSync } from "fflate";
import type { Random } from "../random";

export interface OtherKind {
  readonly what: string;
  readonly bytes: (random: Random) => Uint8Array;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(process.cwd(), "test/workbook/fixtures", name)));

function container(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const made = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts)) CFB.utils.cfb_add(made, `/${name}`, content);
  return new Uint8Array(CFB.write(made, { type: "array" }) as ArrayBuffer);
}

function flipped(file: Uint8Array, random: Random, [from, to]: readonly [number, number]): Uint8Array {
  const copy = file.slice();
  for (let time = 0; time < 8; time++) copy[random.between(from, Math.min(to, copy.length) - 1)] = random.below(256);
  return copy;
}

/** Content of an .ods whose cells say how many they stand for. */
function ods(cells: string): Uint8Array {
  const office = "urn:oasis:names:tc:opendocument:xmlns";
  return zipSync({
    mimetype: text("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": text(`<office:document-content xmlns:office="${office}:office:1.0" xmlns:table="${office}:table:1.0" xmlns:text="${office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Demand">${cells}</table:table></office:spreadsheet></office:body></office:document-content>`), // prettier-ignore
    "META-INF/manifest.xml": text("<manifest/>"),
  });
}

const CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';

export const OTHERS: readonly OtherKind[] = [
  { what: "empty", bytes: () => new Uint8Array(0) },
  { what: "one byte", bytes: () => text("P") },
  { what: "a web page", bytes: () => text("<html><table><tr><td>Factory</td></tr></table></html>") },
  { what: "a table in text", bytes: (random) => text(random.pick(["Factory,Product,Quantity\n", "Factory\tProduct\n=1+1\tx\n", "ID;PWXL;N;E\n"])) },
  { what: "a PDF", bytes: () => text("%PDF-1.7\n%âãÏÓ\n1 0 obj<</OpenAction<</S/JavaScript>>>>\n") },
  { what: "a picture", bytes: () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13) },
  { what: "a program", bytes: () => text(`MZ${"\u0000".repeat(600)}`) },
  { what: "noise", bytes: (random) => Uint8Array.from({ length: random.between(1, 5_000) }, () => random.below(256)) },
  { what: "noise that begins like a zip", bytes: (random) => Uint8Array.from({ length: random.between(4, 5_000) }, (_, at) => [0x50, 0x4b, 3, 4][at] ?? random.below(256)) },
  { what: "a zip of something else", bytes: () => zipSync({ "readme.txt": text("hello"), "evil.exe": text("MZ") }) },
  { what: "a document for writing", bytes: () => zipSync({ "[Content_Types].xml": text("<Types/>"), "word/document.xml": text("<document/>"), "_rels/.rels": text('<Relationships><Relationship Id="1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>') }) },
  { what: "a locked workbook", bytes: () => container({ EncryptionInfo: new Uint8Array(64), EncryptedPackage: new Uint8Array(5_000) }) },
  { what: "an old container with nothing in it", bytes: () => container({ Something: new Uint8Array(100) }) },
  { what: "an old container with a program in it", bytes: () => container({ Workbook: text(`MZ${"x".repeat(5_000)}`) }) },
  { what: "an old workbook, bent", bytes: (random) => flipped(fixture("libreoffice.xls"), random, [0, 1e9]) },
  { what: "an old workbook whose chains are bent", bytes: (random) => flipped(fixture("libreoffice.xls"), random, [24, 1_600]) },
  { what: "an old workbook, cut", bytes: (random) => { const file = fixture("libreoffice.xls"); return file.subarray(0, random.between(600, file.length - 1)); } },
  { what: "an .ods, bent", bytes: (random) => flipped(fixture("libreoffice.ods"), random, [0, 1e9]) },
  { what: "an .ods whose cells stand for billions", bytes: (random) => ods(`<table:table-row table:number-rows-repeated="${random.pick([1_048_576, 2_000_000_000])}">${CELL.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')}</table:table-row>`) },
  { what: "an .ods of very many cells", bytes: () => ods(`<table:table-row>${CELL.repeat(40)}</table:table-row>`.repeat(10_000)) },
  { what: "a binary workbook, bent", bytes: (random) => flipped(fixture("sheetjs.xlsb"), random, [0, 1e9]) },
]; // prettier-ignore
