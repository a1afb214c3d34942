/**
 * Names as criteria of SUMIFS, so that each finds itself and nothing else: `*`, `?` and `~` are no wildcards, `<5` no
 * comparison, and "06204" is not taken for the number 6204. One criterion alone can't do that; two do: the text begins so
 * (only a text can), and it does not go on. Letter case SUMIFS cannot tell apart, nor texts that are alike for this long:
 */
const COMPARED = 120;

/** Texts that SUMIFS takes for one another have one key. */
export function comparedKey(text: string): string {
  return (text.length > COMPARED ? text.slice(0, COMPARED) : text).toLowerCase();
}

/** Two criteria for one column. */
export interface Criteria {
  readonly begins: string;
  readonly ends: string;
}

/** The criteria as texts; a blank name stands for blank cells. */
export function criteriaOf(name: string): Criteria {
  if (name === "") return BLANK;
  const escaped = name.slice(0, COMPARED).replace(/[~*?]/gu, "~$&");
  return { begins: `=${escaped}*`, ends: name.length >= COMPARED ? "<>" : `<>${escaped}?*` };
}

/** Of all but this name. */
export function allBut(name: string): string {
  const { begins } = criteriaOf(name);
  return `<>${begins.slice(1, name.length >= COMPARED ? undefined : -1)}`;
}

/** The same criteria as formulas over the cell that holds the name. */
export function criteriaFormulas(cell: string, blank: Criteria = BLANK): Criteria {
  const first = `LEFT(${cell},${COMPARED})`;
  const escaped = ["~", "*", "?"].reduce((text, sign) => `SUBSTITUTE(${text},"${sign}","~${sign}")`, first);
  return {
    begins: `=IF(${cell}="","${blank.begins}","="&${escaped}&"*")`,
    ends: `=IF(${cell}="","${blank.ends}",IF(LEN(${cell})>=${COMPARED},"<>","<>"&${escaped}&"?*"))`,
  };
}

const BLANK: Criteria = { begins: "=", ends: "=" };

/** No cell meets both. */
export const NOTHING: Criteria = { begins: "=?*", ends: "<>?*" };

/** A text as it stands in a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
