/**
 * Compares numbers such as `2304-2` and `2304-10` the way a clerk files them: runs of digits by their value,
 * everything else by UTF-16 code units. Never by locale, so that every machine files alike.
 */
export function naturalOrder(one: string, other: string): number {
  const a = parts(one);
  const b = parts(other);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = comparePart(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length || codeUnitOrder(one, other);
}

/** The order of JavaScript's `<` on texts. */
export function codeUnitOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function comparePart(one: string, other: string): number {
  const oneDigits = isDigits(one);
  if (oneDigits !== isDigits(other)) return oneDigits ? -1 : 1;
  if (!oneDigits) return codeUnitOrder(one, other);
  const a = one.replace(/^0+/, "");
  const b = other.replace(/^0+/, "");
  return a.length - b.length || codeUnitOrder(a, b);
}

const isDigits = (text: string): boolean => text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57;

/** Remembered, because sorting asks for the same number many times. */
const known = new Map<string, readonly string[]>();
function parts(text: string): readonly string[] {
  const split = known.get(text) ?? text.match(/[0-9]+|[^0-9]+/g) ?? [];
  if (known.size > 50_000) known.clear();
  known.set(text, split);
  return split;
}
