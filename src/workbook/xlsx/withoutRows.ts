import { AroundRows } from "./aroundRows";
import { XmlScanner } from "./xmlScanner";

/** Tokens between two stops. */
const TOKENS_AT_ONCE = 20_000;

/** A sheet's bytes but for what stands between the tags of `<sheetData>`, which may be too much to hold. Stops now and then. */
export function* withoutRows(pieces: Iterator<Uint8Array>, part: string): Generator<void, Uint8Array> {
  const around = new AroundRows(pieces, Infinity);
  const scanner = new XmlScanner(new Uint8Array(0), part, around);
  for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
    if (token !== "open" || scanner.depth !== 2) continue;
    if (scanner.name !== "sheetData") {
      scanner.skip();
      continue;
    }
    around.begin(scanner);
    for (let tokens = 1; scanner.depth > 1; tokens++) {
      scanner.next();
      if (tokens % TOKENS_AT_ONCE === 0) yield;
    }
    around.end(scanner);
  }
  return around.bytes() ?? new Uint8Array(0);
}
