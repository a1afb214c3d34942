import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./zipEntry";

/** 1 January 1980, midnight: every part we write bears it, so that the same input gives the same bytes. */
const FIXED_DATE = 0x21;
const NAME_IN_UTF8 = 0x800;

/** A part of ours, packed for the zip. */
export function packEntry(name: string, plain: Uint8Array): ZipEntry {
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    flags: NAME_IN_UTF8,
    method: 8,
    time: 0,
    date: FIXED_DATE,
    crc: crc32(plain),
    size: plain.length,
    attributes: 0,
    data: deflateSync(plain, { level: 6 }),
  };
}
