import { WorkbookError } from "../workbook";
import type { ZipEntry } from "./zipEntry";

const VERSION = 20;
const NAME_IN_UTF8 = 0x800;
const LARGEST = 0xffffffff;

/** A zip of these entries in this order; their packed bytes go in as they are. Larger than 4 GiB or 65,535 entries is refused. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const local = entries.reduce((sum, entry) => sum + 30 + entry.nameBytes.length + entry.data.length, 0);
  const central = entries.reduce((sum, entry) => sum + 46 + entry.nameBytes.length, 0);
  const length = local + central + 22;
  if (length > LARGEST || entries.length > 0xffff) throw new WorkbookError("too much data", `the file would have ${length} bytes`);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const entry of entries) {
    starts.push(at);
    view.setUint32(at, 0x04034b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeCommonFields(view, at + 6, entry);
    file.set(entry.nameBytes, at + 30);
    file.set(entry.data, at + 30 + entry.nameBytes.length);
    at += 30 + entry.nameBytes.length + entry.data.length;
  }
  for (const [index, entry] of entries.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    view.setUint16(at + 6, VERSION, true);
    writeCommonFields(view, at + 8, entry);
    view.setUint32(at + 38, entry.attributes, true);
    view.setUint32(at + 42, starts[index], true);
    file.set(entry.nameBytes, at + 46);
    at += 46 + entry.nameBytes.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, central, true);
  view.setUint32(at + 16, local, true);
  return file;
}

/** Flags to name length: the 22 bytes that a local and a central header have in common. */
function writeCommonFields(view: DataView, at: number, entry: ZipEntry): void {
  view.setUint16(at, entry.flags & NAME_IN_UTF8, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(at + 4, entry.time, true);
  view.setUint16(at + 6, entry.date, true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.data.length, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, entry.nameBytes.length, true);
}
