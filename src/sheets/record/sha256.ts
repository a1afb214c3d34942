/**
 * SHA-256 (FIPS 180-4), fed piece by piece, the same in a browser's worker and in Node and without waiting.
 * Texts count as UTF-8.
 *
 * Example: `new Sha256().update("abc").hex()` begins with `ba7816bf`.
 */
import { isPlain } from "../table/normalText";

export class Sha256 {
  /** The eight hash words H. */
  private readonly state = initialHash.slice();
  /** Bytes still to be hashed; whole blocks are taken from its beginning. */
  private readonly buffer = new Uint8Array(BUFFER);
  private filled = 0;
  /** Bytes hashed already. */
  private hashed = 0;

  /** The text's UTF-8, byte by byte into the buffer: texts are many and short, and an encoder's call would cost more than its work. */
  update(text: string): this {
    const { buffer } = this;
    let to = this.filled;
    for (let at = 0; at < text.length; at++) {
      if (to > FULL) to = this.takeBlocks(to);
      const code = text.charCodeAt(at);
      if (code < 0x80) buffer[to++] = code;
      else if (code < 0x800) {
        buffer[to++] = 0xc0 | (code >> 6);
        buffer[to++] = 0x80 | (code & 0x3f);
      } else {
        const pair = code >= 0xd800 && code < 0xe000;
        const point = pair ? (text.codePointAt(at) ?? 0) : code;
        if (point > 0xffff) at++;
        // Half a pair has no UTF-8; encoders write U+FFFD.
        to = putLong(buffer, to, pair && point <= 0xffff ? 0xfffd : point);
      }
    }
    this.filled = to;
    return this;
  }

  /**
   * Adds a lead (ASCII), a text and the ASCII character that ends it, if the text is plain (see isPlain); else nothing. Tells whether it did.
   * Nearly all texts are plain, so to see it while they are taken saves looking at them twice.
   */
  updatePlain(lead: string, text: string, end: string): boolean {
    const most = 3 * (lead.length + text.length + end.length);
    if (this.filled + most > FULL) this.filled = this.takeBlocks(this.filled);
    if (this.filled + most > FULL) return isPlain(text) && this.update(lead).update(text).update(end) === this;
    const { buffer } = this;
    let to = this.filled;
    for (let at = 0; at < lead.length; at++) buffer[to++] = lead.charCodeAt(at);
    let blank = true;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > BLANK && code < 0x7f) buffer[to++] = code;
      else if (code >= 0x4e00 && code <= 0x9fff) to = putLong(buffer, to, code);
      else if (code === BLANK && !blank) buffer[to++] = code;
      else return false;
      blank = code === BLANK;
    }
    if (blank && text !== "") return false;
    buffer[to++] = end.charCodeAt(0);
    this.filled = to;
    return true;
  }

  /** Has nothing been added to the message? */
  isEmpty(): boolean {
    return this.hashed + this.filled === 0;
  }

  /** Pads the message, and gives the digest as 64 hexadecimal digits (or the first of them). Then begins anew with an empty message. */
  hex(digits = 64): string {
    const { buffer } = this;
    const bytes = this.hashed + this.filled;
    let to = this.filled;
    buffer[to++] = 0x80;
    while (to % BLOCK !== BLOCK - 8) buffer[to++] = 0;
    // The length in bits, eight bytes, the highest first.
    putWord(buffer, to, Math.floor(bytes / 2 ** 29));
    putWord(buffer, to + 4, bytes << 3);
    this.takeBlocks(to + 8);
    const codes = new Array<number>(digits);
    for (let digit = 0; digit < digits; digit++)
      codes[digit] = HEX_DIGITS.charCodeAt((this.state[digit >> 3] >>> (28 - 4 * (digit & 7))) & 0xf);
    this.state.set(initialHash);
    this.filled = this.hashed = 0;
    return String.fromCharCode(...codes);
  }

  /** Hashes the whole blocks among the first `filled` bytes and moves the rest to the front; gives how many those are. */
  private takeBlocks(filled: number): number {
    const rest = filled % BLOCK;
    const taken = filled - rest;
    for (let at = 0; at < taken; at += BLOCK) compress(this.state, this.buffer, at);
    this.buffer.copyWithin(0, taken, filled);
    this.hashed += taken;
    return rest;
  }
}

const BLOCK = 64;
const BUFFER = 16 * BLOCK;
/** Beyond, the longest character might no longer fit, or what ends a message. */
const FULL = BUFFER - 4 - 9;
const BLANK = 0x20;
const HEX_DIGITS = "0123456789abcdef";

/** Four bytes, the highest first. */
function putWord(buffer: Uint8Array, to: number, word: number): void {
  for (let place = 0; place < 4; place++) buffer[to + place] = (word >>> (24 - 8 * place)) & 0xff;
}

/** A character of three or four bytes; gives where the next one goes. */
function putLong(buffer: Uint8Array, to: number, point: number): number {
  let at = to;
  if (point > 0xffff) {
    buffer[at++] = 0xf0 | (point >> 18);
    buffer[at++] = 0x80 | ((point >> 12) & 0x3f);
  } else buffer[at++] = 0xe0 | (point >> 12);
  buffer[at++] = 0x80 | ((point >> 6) & 0x3f);
  buffer[at++] = 0x80 | (point & 0x3f);
  return at;
}

/** The message schedule W, filled anew for every block. */
const schedule = new Int32Array(64);

/**
 * FIPS 180-4, 6.2.2, on the block at `from`: 64 rounds over the working variables a to h. A round makes the word of the schedule
 * that is needed sixteen rounds later: the processor does both at once, where two loops would wait for one another.
 */
function compress(state: Int32Array, bytes: Uint8Array, from: number): void {
  const w = schedule;
  const k = roundConstants;
  for (let t = 0, at = from; t < 16; t++, at += 4) w[t] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    if (t < 48) {
      const x = w[t + 14];
      const y = w[t + 1];
      const one = ((x >>> 17) | (x << 15)) ^ ((x >>> 19) | (x << 13)) ^ (x >>> 10);
      const zero = ((y >>> 7) | (y << 25)) ^ ((y >>> 18) | (y << 14)) ^ (y >>> 3);
      w[t + 16] = (one + w[t + 9] + zero + w[t]) | 0;
    }
    const choice = g ^ (e & (f ^ g));
    const majority = (a & b) ^ (c & (a ^ b));
    const sigma1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const sigma0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const first = (h + k[t] + w[t] + sigma1 + choice) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    const next = (first + sigma0 + majority) | 0;
    c = b;
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** The digest of one text. */
export function sha256(text: string): string {
  return new Sha256().update(text).hex();
}

/** The standard takes its constants from the first primes: 32 bits of the fraction of their square and cube roots. */
const primes = firstPrimes(64);
const initialHash = Int32Array.from(primes.slice(0, 8).map((prime) => fractionBits(prime, 2n)));
const roundConstants = Int32Array.from(primes.map((prime) => fractionBits(prime, 3n)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits after the point of the `degree`-th root of a small prime, exactly: an integer root of prime · 2^(32 · degree). */
function fractionBits(prime: number, degree: bigint): number {
  const radicand = BigInt(prime) << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= radicand) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn) | 0;
}
