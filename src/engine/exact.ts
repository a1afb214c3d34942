/** Exact arithmetic on whole numbers: what has to hold in both `number` and `bigint`. */

export function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let a = one < 0n ? -one : one;
  let b = other < 0n ? -other : other;
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

/** The greatest common divisor of all values; 1 where they are all zero. */
export function commonDivisor(values: Iterable<bigint>): bigint {
  let divisor = 0n;
  for (const value of values) {
    divisor = greatestCommonDivisor(divisor, value);
    if (divisor === 1n) break;
  }
  return divisor === 0n ? 1n : divisor;
}

/** A bigint as a number. Throws a RangeError beyond 2^53, where numbers stop being exact. */
export function exactNumber(value: bigint, what: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${what} is too large to be exact: ${value}`);
  return number;
}
