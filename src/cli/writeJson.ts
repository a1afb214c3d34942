/** Writes JSON piece by piece: that of a full sheet may be longer than any one text can be (2²⁹ characters). */
import { writeWhole } from "./files";
import type { Terminal } from "./terminal";

/** Items of a list in one piece. */
const ITEMS = 1_000;

/** To a file, or to standard output for "-"; nowhere where it was not asked for. Faults: "cannot write". */
export function writeJson(to: string | undefined, value: object, terminal: Terminal): void {
  if (to === undefined) return;
  if (to !== "-") return writeWhole(to, jsonPieces(value));
  for (const piece of jsonPieces(value)) terminal.say(piece);
}

/** The text of `JSON.stringify(value, undefined, 2)` and the end of its last line; the lists in it item by item. */
export function* jsonPieces(value: object): Generator<string> {
  const fields = Object.entries(value).filter(([, its]) => its !== undefined);
  for (const [index, [name, its]] of fields.entries()) {
    yield `${index === 0 ? "{" : ","}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(its) && its.length > 0) yield* listPieces(its);
    else yield indented(its, "  ");
  }
  yield fields.length === 0 ? "{}\n" : "\n}\n";
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  for (let at = 0; at < items.length; at += ITEMS) {
    const texts = items.slice(at, at + ITEMS).map((item) => indented(item, "    "));
    yield `${at === 0 ? "[" : ","}\n    ${texts.join(",\n    ")}`;
  }
  yield "\n  ]";
}

/** Within a text, ends of lines are written as signs; those that stand there part lines of the JSON. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll("\n", `\n${by}`);
}
