/** Short texts that were made of bytes lately: cells repeat the same few names, and each is then made once and held once. */

/** Bytes of a text that is kept, at most. */
export const SHORT = 32;

/** A text is kept in the place that its bytes point to, until another one comes there. */
const PLACES = 65_536;

export class RecentTexts {
  private readonly bytes = new Uint8Array(PLACES * SHORT);
  private readonly lengths = new Uint8Array(PLACES);
  private readonly texts: string[] = new Array<string>(PLACES).fill("");

  constructor(private readonly make: (bytes: Uint8Array, start: number, end: number) => string) {}

  /** What `make` makes of up to SHORT bytes. */
  text(bytes: Uint8Array, start: number, end: number): string {
    let sum = 0;
    for (let at = start; at < end; at++) sum = (Math.imul(sum, 31) + bytes[at]) | 0;
    const place = (sum ^ (sum >>> 13)) & (PLACES - 1);
    if (this.holds(place, bytes, start, end)) return this.texts[place];
    const text = this.make(bytes, start, end);
    this.bytes.set(bytes.subarray(start, end), place * SHORT);
    this.lengths[place] = end - start;
    this.texts[place] = text;
    return text;
  }

  private holds(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.lengths[place] !== end - start) return false;
    for (let at = start, kept = place * SHORT; at < end; at++, kept++) if (this.bytes[kept] !== bytes[at]) return false;
    return true;
  }
}
