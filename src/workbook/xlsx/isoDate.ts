const DAY = 86_400_000;
/** Day 0 of the 1900 system, so that 1 March 1900 is 61 (Excel counts a 29 February 1900 that never was). */
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of a date cell in ISO form (`t="d"`): "1956-10-01" -> 20729. Undefined for anything else. */
export function isoDateSerial(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  const serial = (midnight - EPOCH) / DAY + (hour * 3600 + minute * 60 + second) / 86_400;
  return serial < 61 ? serial - 1 : serial;
}
