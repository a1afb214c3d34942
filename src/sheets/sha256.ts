/**
 * SHA-256 (FIPS 180-4), fed piece by piece, the same in a browser's worker and in Node and without waiting.
 * Texts count as UTF-8.
 *
 * Example: `new Sha256().update("abc").hex()` begins with `ba7816bf`.
 */
export class Sha256 {
  /** The eight hash words H. */
  private readonly state = Int32Array.from(initialHash);
  private readonly block = new Uint8Array(64);
  private readonly schedule = new Int32Array(64);
  private filled = 0;
  private bytes = 0;

  update(text: string): this {
    this.feed(encoder.encode(text));
    return this;
  }

  /** Pads the message, and gives the digest as 64 hexadecimal digits. To be called once, at the end. */
  hex(): string {
    const bits = BigInt(this.bytes) * 8n;
    const zeros = (this.filled < 56 ? 56 : 120) - this.filled;
    const padding = new Uint8Array(zeros + 8);
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(zeros, bits);
    this.feed(padding);
    let text = "";
    for (const word of this.state) text += (word >>> 0).toString(16).padStart(8, "0");
    return text;
  }

  private feed(message: Uint8Array): void {
    this.bytes += message.length;
    let at = 0;
    while (at < message.length) {
      const part = Math.min(64 - this.filled, message.length - at);
      this.block.set(message.subarray(at, at + part), this.filled);
      this.filled += part;
      at += part;
      if (this.filled < 64) return;
      this.compress();
      this.filled = 0;
    }
  }

  /** FIPS 180-4, 6.2.2: the message schedule W, then 64 rounds over the working variables a to h. */
  private compress(): void {
    const w = this.schedule;
    const view = new DataView(this.block.buffer);
    for (let t = 0; t < 16; t++) w[t] = view.getInt32(t * 4);
    for (let t = 16; t < 64; t++) w[t] = (smallSigma(w[t - 2], 17, 19, 10) + w[t - 7] + smallSigma(w[t - 15], 7, 18, 3) + w[t - 16]) | 0;
    let [a, b, c, d, e, f, g, h] = this.state;
    for (let t = 0; t < 64; t++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const first = (h + bigSigma(e, 6, 11, 25) + choice + roundConstants[t] + w[t]) | 0;
      const second = (bigSigma(a, 2, 13, 22) + majority) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    const worked = [a, b, c, d, e, f, g, h];
    for (let i = 0; i < 8; i++) this.state[i] = (this.state[i] + worked[i]) | 0;
  }
}

/** The digest of one text. */
export function sha256(text: string): string {
  return new Sha256().update(text).hex();
}

const encoder = new TextEncoder();

const rotated = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const bigSigma = (x: number, r1: number, r2: number, r3: number): number => rotated(x, r1) ^ rotated(x, r2) ^ rotated(x, r3);
const smallSigma = (x: number, r1: number, r2: number, shift: number): number => rotated(x, r1) ^ rotated(x, r2) ^ (x >>> shift);

/** The standard takes its constants from the first primes: 32 bits of the fraction of their square and cube roots. */
const primes = firstPrimes(64);
const initialHash = primes.slice(0, 8).map((prime) => fractionBits(prime, 2n));
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
