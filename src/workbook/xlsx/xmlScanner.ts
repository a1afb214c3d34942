import { WorkbookError } from "../workbook";
import { cdataText, xmlText } from "./xmlText";
import { joinedBytes } from "./xmlEdits";
import { XmlNames } from "./xmlNames";

export type XmlToken = "open" | "close" | "text" | "end";

const DEEPEST = 256;
/** Bytes without an end of a tag or text in sight; the longest text Excel holds has a tenth. */
const LONGEST_TOKEN = 1 << 22;
const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const EQUALS = 61;
const BANG = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;

/**
 * Walks over UTF-8 XML token by token without building anything: names are told from a small cache, texts and attributes
 * are spans that become strings only when asked for. `<a/>` yields "open" and "close".
 *
 * Namespaces: `name` is the local name, `qualifiedName` has the prefix. A document type declaration is always refused, so
 * no entity is ever defined; tags must nest. Fault: "damaged", with the part's name.
 */
export class XmlScanner {
  name = "";
  qualifiedName = "";
  /** Span of the current token in `bytes`. */
  start = 0;
  end = 0;
  /** Open elements, the one just opened included; after "close" the parent's. */
  depth = 0;
  attributeCount = 0;
  selfClosing = false;
  private isCdata = false;
  private closing = false;
  private at = 0;
  private readonly path: string[] = [];
  private readonly names = new XmlNames();
  /** Four places for each attribute: start and end of its name, start and end of its value. */
  private spans = new Int32Array(4 * 32);

  /** Bytes gone before those at hand. */
  gone = 0;
  /** Up to here whole tokens are at hand: "<" stands in no token but comments and sections, which look further by themselves. */
  private limit: number;

  /** `more` gives what follows the first bytes; spans then hold until the next token. */
  constructor(
    public bytes: Uint8Array,
    readonly part: string,
    private readonly more?: Iterator<Uint8Array>,
  ) {
    this.limit = more === undefined ? bytes.length : 0;
  }

  next(): XmlToken {
    if (this.closing) return this.closeEmpty();
    for (;;) {
      const at = this.at;
      if (at >= this.limit) {
        if (this.refill()) continue;
        return this.finish();
      }
      const { bytes } = this;
      if (bytes[at] !== LESS) {
        if (this.scanText(at)) return "text";
        continue;
      }
      const second = bytes[at + 1];
      if (second === SLASH) return this.scanClose(at);
      if (second === QUESTION) this.behind("?>", at + 2);
      else if (second === BANG) {
        if (this.scanDeclaration(at)) return "text";
      } else return this.scanOpen(at);
    }
  }

  /** First of all: opens the root, which must have this name. */
  expectRoot(name: string): void {
    if (this.next() !== "open" || this.name !== name) throw this.damaged(`holds <${this.name}> where <${name}> belongs`);
  }

  /** Goes to where an element begins, as if it were the root; its end tag ends the walk. */
  seek(start: number): void {
    this.at = start;
    this.depth = 0;
    this.path.length = 0;
    this.closing = false;
  }

  /** After "open": goes behind its end tag. */
  skip(): void {
    const outside = this.depth - 1;
    while (this.depth > outside) this.next();
  }

  /** The current text token's characters. */
  text(): string {
    return this.isCdata ? cdataText(this.bytes, this.start + 9, this.end - 3) : xmlText(this.bytes, this.start, this.end);
  }

  /** After "open": all text directly inside, up to its end tag; elements inside are left out. */
  textInside(): string {
    const outside = this.depth - 1;
    let text = "";
    while (this.depth > outside) if (this.next() === "text" && this.depth === outside + 1) text += this.text();
    return text;
  }

  /** An attribute by its name as written (`r`, `xml:space`). */
  attribute(name: string): string | undefined {
    for (let index = 0; index < this.attributeCount; index++) {
      if (this.attributeIs(index, name)) return xmlText(this.bytes, this.spans[4 * index + 2], this.spans[4 * index + 3]);
    }
    return undefined;
  }

  attributeName(index: number): string {
    return xmlText(this.bytes, this.spans[4 * index], this.spans[4 * index + 1]);
  }

  attributeIs(index: number, name: string): boolean {
    const start = this.spans[4 * index];
    if (this.spans[4 * index + 1] - start !== name.length) return false;
    for (let place = 0; place < name.length; place++) if (this.bytes[start + place] !== name.charCodeAt(place)) return false;
    return true;
  }

  /** The single letter an attribute's name consists of, as its code; 0 for longer names. */
  attributeLetter(index: number): number {
    const start = this.spans[4 * index];
    return this.spans[4 * index + 1] - start === 1 ? this.bytes[start] : 0;
  }

  valueStart(index: number): number {
    return this.spans[4 * index + 2];
  }

  valueEnd(index: number): number {
    return this.spans[4 * index + 3];
  }

  damaged(what: string): WorkbookError {
    return new WorkbookError("damaged", `${this.part}: ${what}`);
  }

  private finish(): "end" {
    if (this.depth > 0) throw this.damaged(`ends inside <${this.path[this.depth - 1]}>`);
    if (this.path.length === 0) throw this.damaged("holds nothing");
    return "end";
  }

  private scanText(at: number): boolean {
    const { bytes } = this;
    let end = at;
    let blank = true;
    while (end < bytes.length && bytes[end] !== LESS) if (bytes[end++] > 32) blank = false;
    this.start = at;
    this.end = this.at = end;
    this.isCdata = false;
    if (this.depth > 0) return true;
    if (!blank) throw this.damaged("text outside the root element");
    return false;
  }

  /** A comment or a CDATA section; true where it yields text. */
  private scanDeclaration(at: number): boolean {
    if (this.startsWith("<!--", at)) {
      this.behind("-->", at + 4);
      return false;
    }
    if (this.startsWith("<![CDATA[", at) && this.depth > 0) {
      if (!this.behind("]]>", at + 9)) return false;
      this.start = at;
      this.end = this.at;
      this.isCdata = true;
      return true;
    }
    throw this.damaged(this.startsWith("<!DOCTYPE", at) ? "has a document type declaration, which is refused" : "has a broken declaration");
  }

  private scanClose(at: number): "close" {
    const { bytes } = this;
    let end = at + 2;
    while (end < bytes.length && bytes[end] !== GREATER && bytes[end] > 32) end++;
    this.names.look(bytes, at + 2, end);
    while (end < bytes.length && bytes[end] <= 32) end++;
    if (bytes[end] !== GREATER) throw this.damaged("ends inside a tag");
    if (this.depth === 0 || this.path[this.depth - 1] !== this.names.qualified) {
      throw this.damaged(`</${this.names.qualified}> closes nothing`);
    }
    this.name = this.names.local;
    this.qualifiedName = this.names.qualified;
    this.start = at;
    this.end = this.at = end + 1;
    this.depth--;
    return "close";
  }

  private closeEmpty(): "close" {
    this.closing = false;
    this.name = this.path[this.depth - 1];
    this.qualifiedName = this.name;
    const colon = this.name.indexOf(":");
    if (colon >= 0) this.name = this.name.slice(colon + 1);
    this.start = this.end;
    this.depth--;
    return "close";
  }

  private scanOpen(at: number): "open" {
    const { bytes } = this;
    let end = at + 1;
    while (end < bytes.length && bytes[end] !== GREATER && bytes[end] !== SLASH && bytes[end] > 32) end++;
    if (end === at + 1) throw this.damaged("has a tag without a name");
    if (this.depth === 0 && this.path.length > 0) throw this.damaged("has two root elements");
    this.names.look(bytes, at + 1, end);
    this.name = this.names.local;
    this.qualifiedName = this.names.qualified;
    if (this.depth >= DEEPEST) throw this.damaged("is nested too deeply");
    this.path[this.depth++] = this.qualifiedName;
    end = this.scanAttributes(end);
    this.start = at;
    this.end = this.at = end;
    this.closing = this.selfClosing;
    return "open";
  }

  /** From behind the name to behind the ">". */
  private scanAttributes(from: number): number {
    const { bytes } = this;
    let at = from;
    this.attributeCount = 0;
    for (;;) {
      while (bytes[at] <= 32) at++;
      const byte = bytes[at];
      this.selfClosing = byte === SLASH;
      if (byte === GREATER) return at + 1;
      if (byte === SLASH && bytes[at + 1] === GREATER) return at + 2;
      const nameStart = at;
      while (at < bytes.length && bytes[at] !== EQUALS && bytes[at] > 32 && bytes[at] !== GREATER) at++;
      const nameEnd = at;
      while (bytes[at] <= 32) at++;
      if (bytes[at] !== EQUALS || nameEnd === nameStart) throw this.damaged("has a broken tag");
      at++;
      while (bytes[at] <= 32) at++;
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.damaged("has an attribute without quotes");
      const valueStart = ++at;
      while (at < bytes.length && bytes[at] !== quote && bytes[at] !== LESS) at++;
      if (bytes[at] !== quote) throw this.damaged("ends inside a tag");
      this.addAttribute(nameStart, nameEnd, valueStart, at++);
    }
  }

  private addAttribute(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const place = 4 * this.attributeCount++;
    if (place === this.spans.length) {
      const wider = new Int32Array(2 * place);
      wider.set(this.spans);
      this.spans = wider;
    }
    this.spans[place] = nameStart;
    this.spans[place + 1] = nameEnd;
    this.spans[place + 2] = valueStart;
    this.spans[place + 3] = valueEnd;
  }

  private startsWith(word: string, at: number): boolean {
    for (let place = 0; place < word.length; place++) if (this.bytes[at + place] !== word.charCodeAt(place)) return false;
    return true;
  }

  /** Goes behind a word; false where more had to be fetched first: then the token is to be scanned again. */
  private behind(word: string, from: number): boolean {
    for (let at = this.bytes.indexOf(word.charCodeAt(0), from); at >= 0; at = this.bytes.indexOf(word.charCodeAt(0), at + 1)) {
      if (!this.startsWith(word, at)) continue;
      this.at = at + word.length;
      return true;
    }
    if (!this.refill()) throw this.damaged("ends inside a comment or a section");
    return false;
  }

  /** Fetches what follows, keeping what is not yet scanned; false at the end. */
  private refill(): boolean {
    const next = this.more?.next();
    if (next === undefined || next.done === true) {
      const whole = this.limit === this.bytes.length;
      this.limit = this.bytes.length;
      return !whole;
    }
    const rest = this.bytes.subarray(this.at);
    if (rest.length > LONGEST_TOKEN) throw new WorkbookError("too large", `${this.part} holds a text of ${rest.length} bytes`);
    this.gone += this.at;
    this.bytes = rest.length === 0 ? next.value : joinedBytes([rest, next.value]);
    this.at = 0;
    this.limit = Math.max(0, this.bytes.lastIndexOf(LESS));
    return true;
  }
}
