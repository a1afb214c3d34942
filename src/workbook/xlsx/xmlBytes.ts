import { encodeCellText } from "./cellText";
import { escapeXml } from "./xmlText";

/** Bytes a character may become at most: `_x0007_`. */
const LONGEST_CHARACTER = 7;
const ZERO = 48;

/** XML while it is written: UTF-8 in one buffer that is taken and filled again, so that millions of cells make no strings. */
export class XmlBytes {
  private bytes = new Uint8Array(1 << 17);
  length = 0;
  private readonly encoder = new TextEncoder();

  /** What was written since the last time; good until the next writing. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  /** Markup of ours, as it stands. */
  markup(text: string): void {
    this.makeRoom(3 * text.length);
    this.length += this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** Markup prepared as bytes. */
  span(span: Uint8Array): void {
    this.makeRoom(span.length);
    const { bytes } = this;
    let to = this.length;
    for (let at = 0; at < span.length; at++) bytes[to++] = span[at];
    this.length = to;
  }

  /** A finite number, as JavaScript writes it; -0 is 0. */
  number(value: number): void {
    if (!(value >= 0 && value < 1e9 && Number.isInteger(value))) return this.markup(String(Object.is(value, -0) ? 0 : value));
    this.makeRoom(9);
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits++;
    const { bytes } = this;
    const start = this.length;
    let rest = value;
    for (let at = start + digits - 1; at >= start; at--) {
      const next = (rest / 10) | 0;
      bytes[at] = ZERO + rest - 10 * next;
      rest = next;
    }
    this.length = start + digits;
  }

  /** A cell's text, escaped. Nearly all are plain: those are taken letter by letter. */
  text(text: string): void {
    this.makeRoom(LONGEST_CHARACTER * text.length);
    const { bytes } = this;
    let to = this.length;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x4e00 && code <= 0x9fff) {
        bytes[to++] = 0xe0 | (code >> 12);
        bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[to++] = 0x80 | (code & 0x3f);
      } else if (code < 0x80 && IS_PLAIN[code] === 1) bytes[to++] = code;
      else return this.markup(escapeXml(encodeCellText(text)));
    }
    this.length = to;
  }

  private makeRoom(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(2 * (this.length + more));
    wider.set(this.bytes.subarray(0, this.length));
    this.bytes = wider;
  }
}

/** ASCII that stands for itself in a cell: printable, no mark of XML, and no "_", with which an escape may begin. */
const IS_PLAIN = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code >= 0x20 && code < 0x7f && !'&<>"_'.includes(String.fromCharCode(code)) ? 1 : 0,
);
