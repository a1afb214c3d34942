import { Deflate } from "fflate";
import { crc32 } from "./crc32";
import { joinedBytes } from "./xmlEdits";
import type { ZipEntry } from "./zipEntry";

/** 1 January 1980, midnight: every part we write bears it, so that the same input gives the same bytes. */
const FIXED_DATE = 0x21;
const NAME_IN_UTF8 = 0x800;

/** Packs a part of ours for the zip, piece by piece: only what is packed is ever held whole. */
export class EntryPacker {
  private readonly packed: Uint8Array[] = [];
  private readonly deflate = new Deflate({ level: 4 }, (chunk) => this.packed.push(chunk));
  private crc = 0;
  private size = 0;

  constructor(private readonly name: string) {}

  /** Takes the bytes over: they may be written on afterwards. */
  add(plain: Uint8Array): void {
    this.crc = crc32(plain, this.crc);
    this.size += plain.length;
    this.deflate.push(plain);
  }

  /** To be called once, at the end. */
  entry(): ZipEntry {
    this.deflate.push(new Uint8Array(0), true);
    return {
      name: this.name,
      nameBytes: new TextEncoder().encode(this.name),
      flags: NAME_IN_UTF8,
      method: 8,
      time: 0,
      date: FIXED_DATE,
      crc: this.crc,
      size: this.size,
      attributes: 0,
      data: joinedBytes(this.packed),
    };
  }
}

/** A part of ours that is held whole, packed. */
export function packEntry(name: string, plain: Uint8Array): ZipEntry {
  const packer = new EntryPacker(name);
  packer.add(plain);
  return packer.entry();
}
