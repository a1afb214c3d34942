import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import { packEntry } from "./packEntry";
import { Spending } from "./spending";
import { unpackEntry, unpackPieces } from "./unpackEntry";
import { utf8Pieces, utf8Xml } from "./utf8Xml";
import type { XmlElement } from "./xmlTree";
import { readXmlTree } from "./xmlTree";
import { writeZip } from "./writeZip";
import type { ZipEntry } from "./zipEntry";

/**
 * The parts of an OOXML package by name (ECMA-376 part 2: names compare without case). Never changed: `with` and `without`
 * give a new package that shares all other parts, and what reading them has cost.
 */
export class PackageParts {
  private readonly byName = new Map<string, ZipEntry>();
  constructor(
    readonly entries: readonly ZipEntry[],
    readonly limits: Budgets,
    readonly spending = new Spending(limits),
  ) {
    for (const entry of entries) this.byName.set(key(entry.name), entry);
  }

  has(path: string): boolean {
    return this.byName.has(key(path));
  }

  /** The name as the package spells it. */
  spelling(path: string): string {
    return this.byName.get(key(path))?.name ?? path;
  }

  /** A part's XML in UTF-8. Faults: "damaged" where it is missing or broken, "too large". */
  xml(path: string): Uint8Array {
    const entry = this.entry(path);
    return utf8Xml(unpackEntry(entry, this.limits), entry.name);
  }

  /** The same piece by piece, and how many bytes that will be in all. */
  pieces(path: string): { readonly size: number; readonly pieces: Iterator<Uint8Array> } {
    const entry = this.entry(path);
    return { size: entry.size, pieces: utf8Pieces(unpackPieces(entry, this.limits), entry.name) };
  }

  private entry(path: string): ZipEntry {
    const entry = this.byName.get(key(path));
    if (entry === undefined) throw new WorkbookError("damaged", `${path} is missing`);
    this.spending.unpack(key(path), entry.size);
    return entry;
  }

  tree(path: string): XmlElement {
    return this.treeOf(this.xml(path), path);
  }

  /** Elements named `closed` are not looked into. */
  treeOf(xml: Uint8Array, path: string, closed?: string): XmlElement {
    return readXmlTree(xml, path, this.limits.elements, closed);
  }

  with(path: string, xml: Uint8Array): PackageParts {
    return this.withEntry(path, packEntry(this.spelling(path), xml));
  }

  withEntry(path: string, entry: ZipEntry): PackageParts {
    const entries = this.has(path) ? this.entries.map((old) => (key(old.name) === key(path) ? entry : old)) : [...this.entries, entry];
    return new PackageParts(entries, this.limits, this.spending);
  }

  /** The package as a file. */
  file(): Uint8Array {
    return writeZip(this.entries);
  }

  without(path: string): PackageParts {
    return new PackageParts(
      this.entries.filter((entry) => key(entry.name) !== key(path)),
      this.limits,
      this.spending,
    );
  }
}

function key(path: string): string {
  return path.replace(/^\//, "").toLowerCase();
}
