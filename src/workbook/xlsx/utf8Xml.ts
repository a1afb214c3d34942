import { WorkbookError } from "../workbook";

/** A part's bytes as UTF-8 without a byte order mark, whatever it was written in (UTF-16 in practice). */
export function utf8Xml(bytes: Uint8Array, part: string): Uint8Array {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return recode(bytes.subarray(2), "utf-16le", part);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return recode(bytes.subarray(2), "utf-16be", part);
  if (bytes[0] === 0x3c && bytes[1] === 0) return recode(bytes, "utf-16le", part);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return recode(bytes, "utf-16be", part);
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
  if (declared === null || /^(utf-?8|us-ascii)$/i.test(declared[1])) return bytes;
  return recode(bytes, declared[1], part);
}

function recode(bytes: Uint8Array, encoding: string, part: string): Uint8Array {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // The declaration would contradict the new bytes when the part is written back.
    return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'));
  } catch (cause) {
    throw new WorkbookError("damaged", `${part} is not valid ${encoding}`, { cause });
  }
}
