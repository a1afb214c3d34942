import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import type { ZipEntry } from "./zipEntry";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

/**
 * The entries of a zip, by its central directory (PKWARE APPNOTE 6.3, with zip64 and data descriptors). Nothing is unpacked.
 * Faults: "damaged" where the directory or an entry leaves the file, where two entries bear one name or a local
 * header names another file; "too large"; "encrypted"; "unsupported" packing.
 */
export function readZip(file: Uint8Array, limits: Budgets): readonly ZipEntry[] {
  if (file.length > limits.fileBytes) throw new WorkbookError("too large", `the file has ${file.length} bytes`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const directory = findDirectory(view);
  if (directory.count > limits.entries) throw new WorkbookError("too large", `the file holds ${directory.count} parts`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    within(view, at, 46);
    if (view.getUint32(at, true) !== CENTRAL) throw damaged("the directory is broken");
    const entry = readEntry(file, view, at);
    const key = entry.name.toLowerCase();
    if (names.has(key)) throw damaged(`two parts are named ${entry.name}`);
    names.add(key);
    entries.push(entry);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function damaged(detail: string): WorkbookError {
  return new WorkbookError("damaged", detail);
}

function within(view: DataView, start: number, length: number): void {
  if (!Number.isSafeInteger(start) || start < 0 || start + length > view.byteLength) throw damaged("the file ends too early");
}

function findDirectory(view: DataView): { start: number; count: number } {
  const earliest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (count !== 0xffff && start !== IN_ZIP64) return { start, count };
    return findDirectory64(view, at) ?? { start, count };
  }
  throw damaged("the file ends too early: it has no directory");
}

function findDirectory64(view: DataView, end: number): { start: number; count: number } | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  within(view, at, 56);
  if (view.getUint32(at, true) !== END_64) throw damaged("the directory is broken");
  return { start: Number(view.getBigUint64(at + 48, true)), count: Number(view.getBigUint64(at + 32, true)) };
}

function readEntry(file: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  within(view, at + 46, nameLength + extraLength);
  const nameBytes = file.subarray(at + 46, at + 46 + nameLength);
  const name = readName(nameBytes);
  const sizes = readSizes(view, at, { start: at + 46 + nameLength, length: extraLength });
  const method = view.getUint16(at + 10, true);
  if (flags & 1) throw new WorkbookError("encrypted", `${name} is locked with a password`);
  if (method !== 0 && method !== 8) throw new WorkbookError("unsupported", `${name} is packed by method ${method}`);
  if (method === 0 && sizes.packed !== sizes.plain) throw damaged(`${name} lies about its size`);
  within(view, sizes.local, 30);
  if (view.getUint32(sizes.local, true) !== LOCAL) throw damaged(`${name} is not where the directory says`);
  const localName = view.getUint16(sizes.local + 26, true);
  const start = sizes.local + 30 + localName + view.getUint16(sizes.local + 28, true);
  within(view, start, sizes.packed);
  if (!sameBytes(nameBytes, file.subarray(sizes.local + 30, sizes.local + 30 + localName))) throw damaged(`${name} bears two names`);
  return {
    name,
    nameBytes,
    flags,
    method,
    time: view.getUint16(at + 12, true),
    date: view.getUint16(at + 14, true),
    crc: view.getUint32(at + 16, true),
    size: sizes.plain,
    attributes: view.getUint32(at + 38, true),
    data: file.subarray(start, start + sizes.packed),
  };
}

/** Sizes and place of an entry; those that do not fit into 32 bits stand in the zip64 extra field, in this order. */
function readSizes(view: DataView, at: number, extra: { start: number; length: number }): { packed: number; plain: number; local: number } {
  let packed = view.getUint32(at + 20, true);
  let plain = view.getUint32(at + 24, true);
  let local = view.getUint32(at + 42, true);
  const end = extra.start + extra.length;
  for (let field = extra.start; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const take = (): number => {
      within(view, next, 8);
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    if (plain === IN_ZIP64) plain = take();
    if (packed === IN_ZIP64) packed = take();
    if (local === IN_ZIP64) local = take();
    break;
  }
  return { packed, plain, local };
}

/** Part names are ASCII by the standard; old packers write a backslash between folders. */
function readName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll("\\", "/");
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
