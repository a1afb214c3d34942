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
  if (entry.size > limits.heldBytes) throw new WorkbookError("too large", `${entry.name} unpacks to ${entry.size} bytes`);
  const pieces = unpackPieces(entry, limits);
  if (entry.method === 0) return [...pieces][0];
  let plain: Uint8Array | undefined;
  let filled = 0;
  for (const piece of pieces) {
    plain ??= new Uint8Array(entry.size);
    plain.set(piece, filled);
    filled += piece.length;
  }
  return plain ?? new Uint8Array(0);
}

/** The same piece by piece, of which only one is ever held; size and checksum are known to be right once the last was taken. */
export function* unpackPieces(entry: ZipEntry, limits: Budgets): Generator<Uint8Array> {
  checkStatedSize(entry, limits);
  let size = 0;
  let crc = 0;
  for (const piece of entry.method === 0 ? [entry.data] : inflated(entry)) {
    size += piece.length;
    if (size > entry.size) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
    crc = crc32(piece, crc);
    yield piece;
  }
  if (size !== entry.size) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
  if (crc !== entry.crc) throw new WorkbookError("damaged", `${entry.name} fails its checksum`);
}

function checkStatedSize(entry: ZipEntry, limits: Budgets): void {
  const packed = entry.data.length;
  if (entry.size > limits.partBytes) throw new WorkbookError("too large", `${entry.name} unpacks to ${entry.size} bytes`);
  if (entry.size > limits.ratioFromBytes && entry.size > packed * limits.ratio) {
    throw new WorkbookError("too large", `${entry.name} unpacks to ${Math.round(entry.size / packed)} times its size`);
  }
  if (entry.method === 8 && entry.size > packed * HIGHEST_RATIO) throw new WorkbookError("damaged", `${entry.name} lies about its size`);
}

function* inflated({ name, data }: ZipEntry): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflater = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < data.length; at += STEP) {
    try {
      inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
    } catch (cause) {
      throw new WorkbookError("damaged", `${name} cannot be unpacked`, { cause });
    }
    yield* pieces;
    pieces = [];
  }
}
