/** One file inside a zip, still packed. `data` looks into the file it came from and is never copied until the zip is written. */
export interface ZipEntry {
  /** As it stands in the directory, with "/" between folders. */
  readonly name: string;
  /** The name's bytes as they stand, so that an odd encoding survives. */
  readonly nameBytes: Uint8Array;
  /** General purpose flags; only bit 11 (name in UTF-8) outlives a copy. */
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** MS-DOS time and date. */
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  /** Bytes when unpacked, as the directory says. Not to be believed before it is unpacked. */
  readonly size: number;
  readonly attributes: number;
  readonly data: Uint8Array;
}
