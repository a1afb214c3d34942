/**
 * Two sums of 32 bits over a text (FNV-1a, with two offsets): enough to tell the rows of one office. The text is told piece by
 * piece, so that it need not be put together.
 */
export class Shortening {
  private readonly sums = new Int32Array(2);

  begin(): void {
    this.sums[0] = 0x811c9dc5;
    this.sums[1] = 0x01000193;
  }

  readonly add = (piece: string): void => {
    let one = this.sums[0];
    let other = this.sums[1];
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x5bd1e995) ^ (other >>> 15);
    }
    this.sums[0] = one;
    this.sums[1] = other;
  };

  /** Both sums to the base of 36, a point between them. */
  end(): string {
    const one = this.sums[0] >>> 0;
    const other = this.sums[1] >>> 0;
    const point = digitsOf(one);
    const signs = SIGNS[point + 1 + digitsOf(other)];
    write(one, signs, point);
    signs[point] = POINT;
    write(other, signs, signs.length);
    return String.fromCharCode(...signs);
  }
}

/** Room for texts of every length. */
const SIGNS = Array.from({ length: 16 }, (_, length) => new Array<number>(length).fill(0));
const POINT = ".".charCodeAt(0);
const DIGITS = Array.from("0123456789abcdefghijklmnopqrstuvwxyz", (digit) => digit.charCodeAt(0));

function digitsOf(number: number): number {
  let digits = 1;
  for (let most = 36; most <= number; most *= 36) digits++;
  return digits;
}

/** Writes a number's digits so that they end before `end`. Much faster than `toString(36)`: all that is reckoned with is whole to the engine. */
function write(number: number, signs: number[], end: number): void {
  let rest = number;
  const start = end - digitsOf(number);
  for (let at = end - 1; at >= start; at--) {
    const next = (rest / 36) >>> 0;
    signs[at] = DIGITS[(rest - next * 36) | 0];
    rest = next;
  }
}
