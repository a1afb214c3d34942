import { Inflate } from "fflate";
import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./zipEntry";

/** Packed bytes given to the inflater at a time: even at the highest ratio (1,032) a step yields less than 17 MB. */
const STEP = 16 * 1024;
const HIGHEST_RATIO = 1032;

/**
 * An entry's plain bytes. Never takes more memory than its stated size and one step, however large it really is;
 * stops as soon as it grows beyond what the directory says of it.
 * Faults: "too large" over a budget, "damaged" where size, checksum or packing are wrong.
 */
export function unpackEntry(entry: ZipEntry, limits: Budgets): Uint8Array {
  checkStatedSize(entry, limits);
  const plain = entry.method === 0 ? entry.data : inflate(entry);
  if (plain.length !== entry.size) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
  if (crc32(plain) !== entry.crc) throw new WorkbookError("damaged", `${entry.name} fails its checksum`);
  return plain;
}

function checkStatedSize(entry: ZipEntry, limits: Budgets): void {
  const packed = entry.data.length;
  if (entry.size > limits.partBytes) throw new WorkbookError("too large", `${entry.name} unpacks to ${entry.size} bytes`);
  if (entry.size > limits.ratioFromBytes && entry.size > packed * limits.ratio) {
    throw new WorkbookError("too large", `${entry.name} unpacks to ${Math.round(entry.size / packed)} times its size`);
  }
  if (entry.method === 8 && entry.size > packed * HIGHEST_RATIO) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
}

function inflate(entry: ZipEntry): Uint8Array {
  const plain = new Uint8Array(entry.size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > plain.length) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
    plain.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < entry.data.length; at += STEP) inflater.push(entry.data.subarray(at, at + STEP), at + STEP >= entry.data.length);
  } catch (cause) {
    if (cause instanceof WorkbookError) throw cause;
    throw new WorkbookError("damaged", `${entry.name} cannot be unpacked`, { cause });
  }
  return plain.subarray(0, filled);
}
