/**
 * SHA-256 (FIPS 180-4), fed piece by piece, the same in a browser's worker and in Node and without waiting.
 * Texts count as UTF-8.
 *
 * Example: `new Sha256().update("abc").hex()` begins with `ba7816bf`.
 */
export class Sha256 {
  /** The eight hash words H. */
  private readonly state = initialHash.slice();
  private readonly block = new Uint8Array(64);
  private filled = 0;
  private bytes = 0;

  /** The text's UTF-8, byte by byte into the block: texts are many and short, and an encoder's call would cost more than its work. */
  update(text: string): this {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x80) this.put(code);
      else if (code < 0x800) this.put2(code);
      else {
        const pair = code >= 0xd800 && code < 0xe000;
        const point = pair ? (text.codePointAt(at) ?? 0) : code;
        if (point > 0xffff) at++;
        // Half a pair has no UTF-8; encoders write U+FFFD.
        this.put3(pair && point <= 0xffff ? 0xfffd : point);
      }
    }
    return this;
  }

  /** Pads the message, and gives the digest as 64 hexadecimal digits. To be called once, at the end. */
  hex(): string {
    const { bytes } = this;
    this.put(0x80);
    while (this.filled !== 56) this.put(0);
    // The length in bits, eight bytes, the highest first.
    for (let power = 53; power >= 0; power -= 8) this.put(Math.floor(bytes / 2 ** power) & 0xff);
    this.put((bytes << 3) & 0xff);
    let text = "";
    for (const word of this.state) text += (word >>> 0).toString(16).padStart(8, "0");
    return text;
  }

  private put2(code: number): void {
    this.put(0xc0 | (code >> 6));
    this.put(0x80 | (code & 0x3f));
  }

  private put3(point: number): void {
    if (point > 0xffff) {
      this.put(0xf0 | (point >> 18));
      this.put(0x80 | ((point >> 12) & 0x3f));
    } else this.put(0xe0 | (point >> 12));
    this.put(0x80 | ((point >> 6) & 0x3f));
    this.put(0x80 | (point & 0x3f));
  }

  private put(byte: number): void {
    this.block[this.filled++] = byte;
    this.bytes++;
    if (this.filled < 64) return;
    compress(this.state, this.block);
    this.filled = 0;
  }
}

/** The message schedule W, filled anew for every block. */
const schedule = new Int32Array(64);

/** FIPS 180-4, 6.2.2: the message schedule, then 64 rounds over the working variables a to h. */
function compress(state: Int32Array, block: Uint8Array): void {
  const w = schedule;
  const k = roundConstants;
  for (let t = 0; t < 16; t++) w[t] = (block[4 * t] << 24) | (block[4 * t + 1] << 16) | (block[4 * t + 2] << 8) | block[4 * t + 3];
  for (let t = 16; t < 64; t++) {
    const x = w[t - 2];
    const y = w[t - 15];
    const one = ((x >>> 17) | (x << 15)) ^ ((x >>> 19) | (x << 13)) ^ (x >>> 10);
    const zero = ((y >>> 7) | (y << 25)) ^ ((y >>> 18) | (y << 14)) ^ (y >>> 3);
    w[t] = (one + w[t - 7] + zero + w[t - 16]) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sigma1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const sigma0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const first = (h + sigma1 + choice + k[t] + w[t]) | 0;
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
