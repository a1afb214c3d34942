/**
 * Numbers that look drawn but are the same on every machine: the generator of Park and Miller (1988),
 * state × 48,271 modulo 2^31 − 1.
 */
export class Seeded {
  private state: number;

  /** The same words always give the same numbers. */
  constructor(words: string) {
    let state = 1;
    for (const sign of words) state = (state * 31 + (sign.codePointAt(0) ?? 0)) % MODULUS;
    this.state = state || 1;
    for (let round = 0; round < 4; round++) this.next();
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return least + (this.next() % (most - least + 1));
  }

  /** True `percent` times in a hundred. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  private next(): number {
    this.state = (this.state * 48_271) % MODULUS;
    return this.state;
  }
}

const MODULUS = 2_147_483_647;
