/** Bytes that a value takes in a request: JSON in UTF-8, a comma included. Control characters count as one; they are rare. */
export function bytesOf(value: unknown): number {
  if (typeof value !== "string") return String(value).length + 1;
  let bytes = 3;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    if (unit < 0x80) bytes += unit === 0x22 || unit === 0x5c || unit === 0x0a ? 2 : 1;
    else if (unit < 0x800) bytes += 2;
    // Half of a pair: four bytes for both.
    else bytes += unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
  }
  return bytes;
}

/** Bytes of a row of cells. */
export function bytesOfRow(row: readonly unknown[]): number {
  return row.reduce<number>((sum, cell) => sum + bytesOf(cell), 2);
}
