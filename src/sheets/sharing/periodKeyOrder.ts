/** Keys of periods (`1956Q4`, `1957 any`, `any`) among other fields, and their order on a sheet. */
export function isPeriodKey(field: string): boolean {
  return /^(?:any|\d{4}(?:Q[1-4]| any))$/.test(field);
}

/** Quarters, then any quarter of a year, then undated. */
export function periodOrderOf(key: string): number {
  const [, year, quarter] = /^(\d{4})(?:Q([1-4])| any)$/.exec(key) ?? [];
  if (year === undefined) return 1e9;
  return quarter === undefined ? 1e6 + Number(year) : Number(year) * 4 + Number(quarter);
}
