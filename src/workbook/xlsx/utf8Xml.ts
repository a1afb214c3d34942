import { WorkbookError } from "../workbook";
import { joinedBytes } from "./xmlEdits";

/** A part's bytes as UTF-8 without a byte order mark, whatever it was written in (UTF-16 in practice). */
export function utf8Xml(bytes: Uint8Array, part: string): Uint8Array {
  const { encoding, mark } = encodingOf(bytes);
  const text = mark === 0 ? bytes : bytes.subarray(mark);
  return encoding === UTF_8 ? text : recode(text, encoding, part);
}

/** The same piece by piece; what is not in UTF-8 comes in one. */
export function* utf8Pieces(pieces: Iterable<Uint8Array>, part: string): Generator<Uint8Array> {
  let before: Uint8Array[] | undefined;
  let first = true;
  for (const piece of pieces) {
    if (piece.length === 0) continue;
    if (first && encodingOf(piece).encoding !== UTF_8) before = [];
    if (before) before.push(piece);
    else yield first ? utf8Xml(piece, part) : piece;
    first = false;
  }
  if (before) yield utf8Xml(joinedBytes(before), part);
}

const UTF_8 = "utf-8";

/** By its byte order mark, its first sign or its declaration; `mark` is how many bytes the mark has. */
function encodingOf(bytes: Uint8Array): { readonly encoding: string; readonly mark: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: UTF_8, mark: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", mark: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", mark: 2 };
  if (bytes[0] === 0x3c && bytes[1] === 0) return { encoding: "utf-16le", mark: 0 };
  if (bytes[0] === 0 && bytes[1] === 0x3c) return { encoding: "utf-16be", mark: 0 };
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
  return { encoding: declared === null || /^(utf-?8|us-ascii)$/i.test(declared[1]) ? UTF_8 : declared[1], mark: 0 };
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
