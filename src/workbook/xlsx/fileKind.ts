/** What a file is by its first bytes and, for old Office containers, by what is stored in them. Its name is never asked. */
export type FileKind = "zip" | "encrypted" | "xls" | "excel 95" | "other";

const ZIP = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A container's directory has 128 bytes for each entry, beginning with its name in UTF-16. */
const DIRECTORY_ENTRY = 128;

export function fileKind(bytes: Uint8Array): FileKind {
  if (beginsWith(bytes, ZIP)) return "zip";
  if (!beginsWith(bytes, COMPOUND)) return "other";
  if (holdsEntry(bytes, "EncryptedPackage")) return "encrypted";
  if (holdsEntry(bytes, "Workbook")) return "xls";
  return holdsEntry(bytes, "Book") ? "excel 95" : "other";
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function holdsEntry(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) if (isName(bytes, at, name)) return true;
  return false;
}

function isName(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index <= name.length; index++) {
    const code = index < name.length ? name.charCodeAt(index) : 0;
    if (bytes[at + 2 * index] !== code || bytes[at + 2 * index + 1] !== 0) return false;
  }
  return true;
}
