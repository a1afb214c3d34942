import { joinedBytes } from "./xmlEdits";
import { XmlScanner } from "./xmlScanner";

/** Tokens between two stops. */
const TOKENS_AT_ONCE = 20_000;

/** A sheet's bytes but for what stands between the tags of `<sheetData>`, which may be too much to hold. Stops now and then. */
export function* withoutRows(pieces: Iterator<Uint8Array>, part: string): Generator<void, Uint8Array> {
  let before: Uint8Array[] | undefined = [];
  const noted: Iterator<Uint8Array> = {
    next: () => {
      const piece = pieces.next();
      if (piece.done !== true) before?.push(piece.value);
      return piece;
    },
  };
  const scanner = new XmlScanner(new Uint8Array(0), part, noted);
  const found = goToRows(scanner);
  const kept = [joinedBytes(before).subarray(0, found ? scanner.gone + scanner.end : undefined)];
  before = undefined;
  if (!found) return kept[0];
  for (let tokens = 1; scanner.depth > 1; tokens++) {
    scanner.next();
    if (tokens % TOKENS_AT_ONCE === 0) yield;
  }
  kept.push(scanner.bytes.subarray(scanner.start));
  for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) kept.push(piece.value);
  return joinedBytes(kept);
}

/** Up to behind the opening tag; false where there is none. */
function goToRows(scanner: XmlScanner): boolean {
  for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
    if (token !== "open" || scanner.depth !== 2) continue;
    if (scanner.name === "sheetData") return true;
    scanner.skip();
  }
  return false;
}
