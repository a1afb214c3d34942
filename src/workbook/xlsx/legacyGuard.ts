import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import { readZip } from "./readZip";
import { unpackEntry } from "./unpackEntry";
import { utf8Xml } from "./utf8Xml";
import { XmlScanner } from "./xmlScanner";
import type { ZipEntry } from "./zipEntry";

/** The old formats are read by a library that builds an object per cell and knows no budget: they get a smaller one, checked before. */
export const legacyBudgets = (limits: Budgets): Budgets => ({
  ...limits,
  partBytes: Math.min(limits.partBytes, 192 * 1024 * 1024),
  allBytes: Math.min(limits.allBytes, 256 * 1024 * 1024),
  cells: Math.min(limits.cells, 6_000_000),
});

const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet";

/** The parts of a zip that may be an .ods or .xlsb, all of them unpacked once so that none can lie later. Faults as in readZip. */
export function checkLegacyZip(file: Uint8Array, limits: Budgets): "ods" | "xlsb" {
  const entries = readZip(file, limits);
  checkAll(entries, limits.allBytes);
  const named = (name: string): ZipEntry | undefined => entries.find((entry) => entry.name.toLowerCase() === name);
  const content = named("content.xml");
  const type = named("mimetype");
  if (content !== undefined && type !== undefined && textOf(type, limits).startsWith(OPEN_DOCUMENT)) {
    const manifest = named("meta-inf/manifest.xml");
    if (manifest !== undefined && textOf(manifest, limits).includes("encryption-data")) {
      throw new WorkbookError("encrypted", "the workbook is locked with a password");
    }
    checkAll(entries, limits.legacyBytes.ods);
    for (const entry of entries) if (entry !== content) unpackEntry(entry, limits);
    checkRepeats(utf8Xml(unpackEntry(content, limits), content.name), limits);
    return "ods";
  }
  if (named("xl/workbook.bin") === undefined) throw new WorkbookError("not a workbook", "a zip without a workbook");
  checkAll(entries, limits.legacyBytes.xlsb);
  for (const entry of entries) unpackEntry(entry, limits);
  return "xlsb";
}

function checkAll(entries: readonly ZipEntry[], most: number): void {
  const all = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (all > most) throw new WorkbookError("too large", `the parts unpack to ${all} bytes`);
}

function textOf(entry: ZipEntry, limits: Budgets): string {
  return new TextDecoder().decode(unpackEntry(entry, limits));
}

/** A cell may stand for many ("repeated"): counts those that hold something, as many as they stand for. */
function checkRepeats(content: Uint8Array, limits: Budgets): void {
  const scanner = new XmlScanner(content, "content.xml");
  let rows = 1;
  let columns = 0;
  let cells = 0;
  for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
    if (token !== "open") continue;
    if (scanner.name === "table-row") rows = repeated(scanner.attribute("table:number-rows-repeated"));
    else if (scanner.name === "table-cell") {
      columns = repeated(scanner.attribute("table:number-columns-repeated"));
      // A blank stands for nothing; what is inside a filled one is text or an annotation.
      if (!scanner.selfClosing || scanner.attribute("office:value-type") !== undefined) cells += rows * columns;
      if (cells > limits.cells) throw new WorkbookError("too large", "content.xml has too many cells");
    }
  }
}

function repeated(text: string | undefined): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}
