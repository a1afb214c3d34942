/**
 * Compares numbers such as `2304-2` and `2304-10` the way a clerk files them: runs of digits by their value,
 * everything else by UTF-16 code units. Never by locale, so that every machine files alike.
 */
export function naturalOrder(one: string, other: string): number {
  if (one === other) return 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const a = one.charCodeAt(i);
    const b = other.charCodeAt(j);
    if (!isDigit(a) || !isDigit(b)) {
      // Digits come before everything else, and so does a run of other signs that ends in digits.
      if (a !== b) return isDigit(a) ? -1 : isDigit(b) ? 1 : a - b;
      i++;
      j++;
      continue;
    }
    const endI = endOfDigits(one, i);
    const endJ = endOfDigits(other, j);
    while (i < endI && one.charCodeAt(i) === ZERO) i++;
    while (j < endJ && other.charCodeAt(j) === ZERO) j++;
    if (endI - i !== endJ - j) return endI - i - (endJ - j);
    for (; i < endI; i++, j++) if (one.charCodeAt(i) !== other.charCodeAt(j)) return one.charCodeAt(i) - other.charCodeAt(j);
  }
  return one.length - i - (other.length - j) || codeUnitOrder(one, other);
}

/** The order of JavaScript's `<` on texts. */
export function codeUnitOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const ZERO = 48;
const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + 10;

function endOfDigits(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}
