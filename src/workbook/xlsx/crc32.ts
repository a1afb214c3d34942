const POLYNOMIAL = 0xedb88320;

/** Bytes taken at a step. */
const STEP = 8;

/** One table behind the other: what a byte leaves behind that so many bytes follow in the step. */
const table = buildTable();

function buildTable(): Int32Array {
  const all = new Int32Array(STEP * 256);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    all[byte] = remainder;
  }
  for (let at = 256; at < all.length; at++) all[at] = (all[at - 256] >>> 8) ^ all[all[at - 256] & 0xff];
  return all;
}

/**
 * The checksum of a zip entry's plain bytes (ISO 3309), `before` being that of the bytes that came first. Of the ASCII text
 * "123456789" it is 0xCBF43926.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const t = table;
  const whole = bytes.length - (bytes.length % STEP);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += STEP) {
    crc ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    const first = t[0x700 | (crc & 0xff)] ^ t[0x600 | ((crc >>> 8) & 0xff)] ^ t[0x500 | ((crc >>> 16) & 0xff)] ^ t[0x400 | (crc >>> 24)];
    crc = first ^ t[0x300 | bytes[at + 4]] ^ t[0x200 | bytes[at + 5]] ^ t[0x100 | bytes[at + 6]] ^ t[bytes[at + 7]];
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ t[(crc ^ bytes[at]) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
