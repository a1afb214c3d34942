/** An honest submission's file, spoilt: cut, bent, blown up, filled with what Excel could run, or leading in circles. */
import type { ZipEntry } from "../../../src/workbook/xlsx/zipEntry";
import { budgets } from "../../../src/workbook/xlsx/budgets";
import { EntryPacker, packEntry } from "../../../src/workbook/xlsx/packEntry";
import { readZip } from "../../../src/workbook/xlsx/readZip";
import { unpackEntry } from "../../../src/workbook/xlsx/unpackEntry";
import { writeZip } from "../../../src/workbook/xlsx/writeZip";
import type { Random } from "../random";
import { ENDLESS } from "./hostileTexts";

export interface BrokenKind {
  readonly what: string;
  readonly spoil: (file: Uint8Array, random: Random) => Uint8Array;
  /** What must become of it; absent: either, by where it was hit. */
  readonly must?: "refused" | "taken";
}

type Change = (entries: ZipEntry[], random: Random) => readonly ZipEntry[];

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DEMAND = "xl/worksheets/sheet2.xml";
const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function repacked(change: Change): BrokenKind["spoil"] {
  return (file, random) => writeZip(change([...readZip(file, budgets)], random));
}

function rewriting(part: string, change: (xml: string, random: Random) => string | Uint8Array): BrokenKind["spoil"] {
  return repacked((entries, random) =>
    entries.map((entry) => {
      if (entry.name !== part) return entry;
      const changed = change(new TextDecoder().decode(unpackEntry(entry, budgets)), random);
      return packEntry(part, typeof changed === "string" ? encode(changed) : changed);
    }),
  );
}

function adding(...parts: readonly (readonly [string, string | Uint8Array])[]): BrokenKind["spoil"] {
  return repacked((entries) => [
    ...entries,
    ...parts.map(([name, content]) => packEntry(name, typeof content === "string" ? encode(content) : content)),
  ]);
}

/** A part of so many bytes of one piece repeated: some kilobytes when packed, and never held whole here. */
function repeated(name: string, [before, piece, after]: readonly [string, string, string], bytes: number): ZipEntry {
  const packer = new EntryPacker(name);
  packer.add(encode(before));
  const block = piece.repeat(Math.max(1, Math.floor(1_000_000 / piece.length)));
  for (let sum = 0; sum < bytes; sum += block.length) packer.add(encode(block));
  packer.add(encode(after));
  return packer.entry();
}

/** Made once: some of them take a second. */
const bombs = new Map<string, ZipEntry>();

function bomb(name: string, pieces: readonly [string, string, string], bytes: number): BrokenKind["spoil"] {
  return repacked((entries) => {
    const key = [name, ...pieces, bytes].join("\n");
    const entry = bombs.get(key) ?? repeated(name, pieces, bytes);
    bombs.set(key, entry);
    return [...entries.filter((other) => other.name !== name), entry];
  });
}

const sheet = (rows: string, after = ""): string => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
const bombSheet = (piece: string, bytes: number, after = ""): BrokenKind["spoil"] =>
  bomb(DEMAND, [`<worksheet xmlns="${MAIN}"><sheetData>`, piece, `</sheetData>${after}</worksheet>`], bytes);

/** Lies in both directories of a zip, wherever a part's header states something. */
function lying(field: "size" | "packed" | "method" | "flags" | "crc"): BrokenKind["spoil"] {
  const places = { flags: 8, method: 10, crc: 16, packed: 20, size: 24 };
  return (file, random) => {
    const copy = file.slice();
    const view = new DataView(copy.buffer);
    const headers: number[] = [];
    for (let at = 0; at + 46 < copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) headers.push(at);
    const at = random.pick(headers) + places[field];
    if (field === "method") view.setUint16(at, random.pick([1, 9, 12, 99]), true);
    else if (field === "flags") view.setUint16(at, view.getUint16(at, true) | 1, true);
    else view.setUint32(at, random.pick([0, 1, 1000, 0x7fffffff, 0xffffffff, 4_000_000_000]), true);
    return copy;
  };
}

function extraSheets(count: number, xml: string): BrokenKind["spoil"] {
  return (file) => {
    const packed = packEntry("", encode(xml));
    const entries = readZip(file, budgets).map((entry) => {
      const text = new TextDecoder().decode(unpackEntry(entry, budgets));
      const ids = Array.from({ length: count }, (_, index) => index);
      if (entry.name === "xl/workbook.xml")
        return packEntry(entry.name, encode(text.replace("</sheets>", `${ids.map((id) => `<sheet name="More ${id}" sheetId="${1000 + id}" r:id="more${id}"/>`).join("")}</sheets>`))); // prettier-ignore
      if (entry.name === "xl/_rels/workbook.xml.rels")
        return packEntry(entry.name, encode(text.replace("</Relationships>", `${ids.map((id) => `<Relationship Id="more${id}" Type="${TYPE}/worksheet" Target="worksheets/more${id}.xml"/>`).join("")}</Relationships>`))); // prettier-ignore
      return entry;
    });
    const more = Array.from({ length: count }, (_, index): ZipEntry => {
      const name = `xl/worksheets/more${index}.xml`;
      return { ...packed, name, nameBytes: encode(name) };
    });
    return writeZip([...entries, ...more]);
  };
}

const inWorkbook = (from: RegExp, to: string | ((...found: string[]) => string)): BrokenKind["spoil"] =>
  rewriting("xl/workbook.xml", (xml) => xml.replace(from, to as string));
const RELS = "xl/_rels/workbook.xml.rels";
const ENTITIES = `<!DOCTYPE x [<!ENTITY a "${"lol".repeat(99)}">${["b", "c", "d", "e"].map((name, index) => `<!ENTITY ${name} "${`&${"abcd"[index]};`.repeat(20)}">`).join("")}<!ENTITY f SYSTEM "file:///etc/passwd">]>`; // prettier-ignore

export const BROKEN: readonly BrokenKind[] = [
  { what: "cut off", spoil: (file, random) => file.subarray(0, random.below(file.length)), must: "refused" },
  { what: "its end cut off and filled with zeros", spoil: (file, random) => { const copy = file.slice(); copy.fill(0, random.between(100, file.length - 23)); return copy; }, must: "refused" },
  { what: "with some bytes flipped", spoil: (file, random) => { const copy = file.slice(); for (let time = 0; time < 5; time++) copy[random.below(copy.length)] ^= 1 << random.below(8); return copy; } },
  { what: "with a lie about a size", spoil: lying("size") },
  { what: "with a lie about a packed size", spoil: lying("packed") },
  { what: "with a wrong checksum", spoil: lying("crc") },
  { what: "packed by an unknown method", spoil: lying("method"), must: "refused" },
  { what: "locked part by part", spoil: lying("flags"), must: "refused" },
  { what: "one part named twice", spoil: repacked((entries, random) => { const twin = random.pick(entries); return [...entries, random.chance(50) ? twin : { ...twin, name: twin.name.toUpperCase(), nameBytes: encode(twin.name.toUpperCase()) }]; }), must: "refused" },
  { what: "with names that leave the package", spoil: adding(["../../../tmp/evil", "x"], ["/etc/passwd", "x"], ["xl/../../evil.xml", "x"], ["C:\\evil.exe", "x"], ["xl/worksheets/\u0000.xml", "x"]), must: "taken" },
  { what: "a sheet of blanks that unpacks to 300 MB", spoil: bombSheet(" ", 300_000_000), must: "refused" },
  { what: "a sheet of rows that unpacks to 60 MB", spoil: bombSheet("<row><c t=\"inlineStr\"><is><t>abcdefgh</t></is></c><c><v>1.5</v></c></row>", 60_000_000), must: "refused" },
  { what: "a sheet of empty rows that unpacks to 60 MB", spoil: bombSheet("<row hidden=\"1\"><c s=\"1\"/></row>", 60_000_000), must: "refused" },
  { what: "a sheet of merged areas, one over another", spoil: bomb(DEMAND, [`${sheet("").replace("</worksheet>", "")}<mergeCells>`, '<mergeCell ref="B4:B1048576"/><mergeCell ref="A2:XFD1048576"/>', "</mergeCells></worksheet>"], 30_000_000), must: "refused" },
  { what: "a sheet of shared formulas", spoil: bomb(DEMAND, [`<worksheet xmlns="${MAIN}"><sheetData><row><c><f t="shared" si="0">${"A1+".repeat(8_000)}A1</f><v>1</v></c></row>`, '<row><c><f t="shared" si="0"/><v>1</v></c></row>', "</sheetData></worksheet>"], 10_000_000), must: "refused" },
  { what: "texts that unpack to 60 MB", spoil: bomb("xl/sharedStrings.xml", [`<sst xmlns="${MAIN}">`, "<si><t>abc</t></si>", "</sst>"], 60_000_000) },
  { what: "styles that unpack to 60 MB", spoil: bomb("xl/styles.xml", [`<styleSheet xmlns="${MAIN}"><cellXfs>`, "<xf/>", "</cellXfs></styleSheet>"], 60_000_000) },
  { what: "a workbook part of a million elements", spoil: bomb("xl/workbook.xml", [`<workbook xmlns="${MAIN}"><sheets>`, '<sheet name="a" sheetId="1"/>', "</sheets></workbook>"], 30_000_000), must: "refused" },
  { what: "one long text in very many cells", spoil: (file, random) => rewriting(DEMAND, () => sheet(`<row>${["Factory", "Product", "1957Q1"].map((heading) => `<c t="inlineStr"><is><t>${heading}</t></is></c>`).join("")}</row>${`<row>${`<c t="inlineStr"><is><t>${random.pick(ENDLESS)}</t></is></c>`.repeat(2)}<c><v>1</v></c></row>`.repeat(100)}`))(file, random), must: "refused" },
  { what: "a heading or name without end", spoil: rewriting(DEMAND, (xml, random) => { const long = random.pick(ENDLESS).replaceAll("<", ""); return xml.replace(random.pick(["Factory", "Product", "1957Q1", "Motor", "screw"]), long); }), must: "refused" },
  { what: "a sheet's name without end", spoil: inWorkbook(/name="Demand"/, () => `name="需${" ".repeat(100_000)}"`), must: "refused" },
  { what: "a used range of the whole sheet, with its last cell filled", spoil: rewriting(DEMAND, (xml) => xml.replace(/<sheetData>/, '<dimension ref="A1:XFD1048576"/><sheetData>').replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')), must: "taken" },
  { what: "cells in the last row of many sheets", spoil: extraSheets(60, sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')), must: "refused" },
  { what: "three thousand sheets more", spoil: extraSheets(3_000, sheet("<row><c><v>1</v></c></row>")) },
  { what: "ten thousand sheets more", spoil: extraSheets(10_000, sheet("")), must: "refused" },
  { what: "all its sheets on one part", spoil: rewriting(RELS, (xml) => xml.replace(/worksheets\/sheet\d+\.xml/g, "worksheets/sheet2.xml")), must: "refused" },
  { what: "two sheets of one name", spoil: inWorkbook(/name="Places"/, 'name="DEMAND"'), must: "refused" },
  { what: "two sheets that both say they are the needs", spoil: inWorkbook(/name="Places"/, 'name="需要"'), must: "refused" },
  { what: "a sheet renamed", spoil: (file, random) => inWorkbook(/name="Demand"/, `name="${random.pick(["Demand2", "__proto__", "constructor", "Summary", "Received demand", "=1+1"])}"`)(file, random), must: "refused" },
  { what: "needs and capacities changed round", spoil: inWorkbook(/name="(Demand|Capacity)"/g, (_all, name) => `name="${name === "Demand" ? "Capacity" : "Demand"}"`), must: "refused" },
  { what: "a sheet that leads nowhere", spoil: (file, random) => rewriting(RELS, (xml) => xml.replace("worksheets/sheet2.xml", random.pick(["worksheets/none.xml", "../../../etc/passwd", "", "#", "%00", "workbook.xml", "_rels/workbook.xml.rels", "styles.xml"])))(file, random), must: "refused" },
  { what: "a package that leads to itself", spoil: (file, random) => rewriting("_rels/.rels", (xml) => xml.replace(/Target="[^"]*"/g, `Target="${random.pick(["_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "", "/"])}"`))(file, random), must: "refused" },
  { what: "a sheet outside the file", spoil: rewriting(RELS, (xml) => xml.replace(/(Id="[^"]*")([^>]*worksheets\/sheet2)/, '$1 TargetMode="External"$2')), must: "refused" },
  { what: "XML nested without end", spoil: (file, random) => { const deep = `${"<a>".repeat(200_000)}${"</a>".repeat(200_000)}`; return rewriting(random.pick([DEMAND, "xl/workbook.xml", RELS]), (xml) => xml.replace(/(<(?:sheetData|sheets|Relationships)[^>]*>)/, `$1${deep}`))(file, random); }, must: "refused" },
  { what: "entities that grow", spoil: (file, random) => rewriting(random.pick([DEMAND, "xl/workbook.xml", RELS, "_rels/.rels"]), (xml) => xml.replace(/(<\?xml[^>]*\?>)?/, `$1${ENTITIES}`))(file, random), must: "refused" },
  { what: "XML that is none", spoil: (file, random) => rewriting(random.pick([DEMAND, "xl/workbook.xml", RELS]), (xml) => xml.slice(0, random.between(60, xml.length - 1)))(file, random), must: "refused" },
  { what: "in an encoding nobody has", spoil: rewriting(DEMAND, (xml, random) => xml.replace(/encoding="[^"]*"/, `encoding="${random.pick(["utf-7", "x-user-defined", "none", "ibm037"])}"`)) },
  { what: "macros inside", spoil: adding(["xl/vbaProject.bin", new Uint8Array(5_000).fill(7)], ["xl/macrosheets/sheet1.xml", sheet("")], ["customUI/customUI.xml", "<customUI/>"]), must: "taken" },
  { what: "embedded files, links outward and controls", spoil: adding(["xl/embeddings/oleObject1.bin", "MZ evil"], ["xl/externalLinks/externalLink1.xml", "<externalLink/>"], ["xl/externalLinks/_rels/externalLink1.xml.rels", '<Relationships><Relationship Target="http://example.invalid/" TargetMode="External"/></Relationships>'], ["xl/activeX/activeX1.bin", "x"], ["customXml/item1.xml", "<secret/>"], ["docProps/thumbnail.jpeg", "x"], ["xl/connections.xml", "<connections/>"]), must: "taken" },
  { what: "a formula in every cell", spoil: rewriting(DEMAND, (xml, random) => xml.replaceAll("<v>", `<f>${random.pick(["WEBSERVICE(\"http://example.invalid\")", "cmd|' /C calc'!A0", "1+1"])}</f><v>`)), must: "taken" },
  { what: "sheets that nobody asked for", spoil: extraSheets(2, sheet("<row><c t=\"str\"><f>HYPERLINK(\"http://example.invalid\")</f><v>click</v></c></row>")), must: "taken" },
  { what: "names that point anywhere", spoil: inWorkbook(/<\/sheets>/, `</sheets><definedNames>${["Demand", "Agreements", "RunRecord", "Received", "Submissions"].map((name, index) => `<definedName name="CB.${name}">${["Places!$A$1", "#REF!", "'[1]x'!$A$1", "Cover!$XFE$1", "Demand!$A$1:$B$2"][index]}</definedName>`).join("")}<definedName name="_xlnm.Auto_Open">Demand!$A$1</definedName></definedNames>`) },
  { what: "a cell changed", spoil: rewriting(DEMAND, (xml, random) => xml.replace(`<v>${random.pick([60, 40, 30])}</v>`, `<v>${random.between(61, 99)}</v>`)), must: "refused" },
]; // prettier-ignore
