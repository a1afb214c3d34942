import { WorkbookError } from "../workbook";
import type { Budgets } from "./budgets";
import { decodeCellText } from "./cellText";
import { XmlScanner } from "./xmlScanner";

const PRESERVE = "xml:space";

/** The workbook's table of texts. Only the places of the texts are kept; each is decoded when a cell first asks for it. */
export class SharedStrings {
  /** Where each `<si>` begins. */
  private starts = new Uint32Array(1024);
  private readonly decoded: (string | undefined)[] = [];
  private readonly strings: XmlScanner;
  count = 0;

  constructor(
    bytes: Uint8Array,
    part: string,
    private readonly limits: Budgets,
  ) {
    this.strings = new XmlScanner(bytes, part);
    const scanner = new XmlScanner(bytes, part);
    for (let token = scanner.next(); token !== "end"; token = scanner.next()) {
      if (token === "open" && scanner.depth === 2 && scanner.name === "si") this.note(scanner.start);
    }
  }

  /** Fault: "damaged" where there is no such text. */
  text(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw this.strings.damaged(`there is no text number ${index}`);
    this.strings.seek(this.starts[index]);
    this.strings.next();
    const text = readRichText(this.strings, this.limits);
    this.decoded[index] = text;
    return text;
  }

  private note(start: number): void {
    if (this.count >= this.limits.sharedStrings) throw new WorkbookError("too large", "the workbook holds too many texts");
    if (this.count === this.starts.length) {
      const longer = new Uint32Array(2 * this.starts.length);
      longer.set(this.starts);
      this.starts = longer;
    }
    this.starts[this.count++] = start;
  }
}

/** In one pass: a pattern takes the square of the length where very many blanks stand inside. */
function withoutBlanksAround(text: string): string {
  const blank = (at: number): boolean => text[at] === " " || text[at] === "\t" || text[at] === "\n";
  let start = 0;
  let end = text.length;
  while (start < end && blank(start)) start++;
  while (end > start && blank(end - 1)) end--;
  return text.slice(start, end);
}

/**
 * After "open" of `<si>` or `<is>`: its text, formatted runs joined, phonetic guides (`<rPh>`) left out, up to its end tag.
 * Blanks at the ends of a run count only under xml:space="preserve", as Excel reads it.
 */
export function readRichText(scanner: XmlScanner, limits: Budgets): string {
  const outside = scanner.depth - 1;
  let text = "";
  while (scanner.depth > outside) {
    if (scanner.next() !== "open") continue;
    if (scanner.name === "rPh" || scanner.name === "phoneticPr") scanner.skip();
    else if (scanner.name === "t") {
      const kept = scanner.attribute(PRESERVE) === "preserve";
      const run = scanner.textInside();
      text += kept ? run : withoutBlanksAround(run);
    }
  }
  if (text.length > limits.stringLength) throw new WorkbookError("too large", `${scanner.part}: a text of ${text.length} characters`);
  return decodeCellText(text);
}
