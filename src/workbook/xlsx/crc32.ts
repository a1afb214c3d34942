const POLYNOMIAL = 0xedb88320;

/** Four tables, so that four bytes are taken at a step. */
const tables: readonly Uint32Array[] = buildTables();

function buildTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
    first[byte] = remainder >>> 0;
  }
  const all = [first];
  for (let step = 1; step < 4; step++) {
    const before = all[step - 1];
    all.push(before.map((value) => (value >>> 8) ^ first[value & 0xff]));
  }
  return all;
}

/**
 * The checksum of a zip entry's plain bytes (ISO 3309), `before` being that of the bytes that came first. Of the ASCII text
 * "123456789" it is 0xCBF43926.
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [one, two, three, four] = tables;
  const whole = bytes.length - (bytes.length % 4);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    crc = four[crc & 0xff] ^ three[(crc >>> 8) & 0xff] ^ two[(crc >>> 16) & 0xff] ^ one[crc >>> 24];
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ one[(crc ^ bytes[at]) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
