/**
 * What Excel makes of something typed into a cell, or given to `values` and `formulas`, which parse text the same way in
 * en-US. Where documents leave doubt the stricter case is taken: text that begins with "=" becomes a formula even in a
 * cell formatted as text, because some hosts were reported to do so.
 */
import type { Scalar } from "./cells";

export interface Typed {
  readonly value: Scalar;
  readonly isError: boolean;
  readonly formula: string | null;
}

const ERRORS = new Set(["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!"]);
const NUMBER = /^[+-]?\$?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?%?$/i;
const MONTHS = /^(\d{1,2})[- ](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** `literalTextCells`: a host whose text cells take everything as it is, an apostrophe included. */
export function typedText(given: Scalar, numberFormat: string, literalTextCells = false): Typed {
  const plain = (value: Scalar): Typed => ({ value, isError: false, formula: null });
  if (typeof given === "number") {
    const kept = Number(given.toPrecision(15));
    return plain(numberFormat === "@" ? String(kept) : kept);
  }
  if (typeof given === "boolean") return plain(numberFormat === "@" ? String(given).toUpperCase() : given);
  if (literalTextCells && numberFormat === "@") return plain(given);
  if (given.startsWith("'")) return plain(given.slice(1));
  if (given.startsWith("=") && given.length > 1) return { value: 0, isError: false, formula: given };
  if (numberFormat === "@") return plain(given);
  if (/^[+\-@][A-Za-z(]/.test(given)) return { value: 0, isError: false, formula: `=${given}` };
  const text = given.trim();
  if (ERRORS.has(text.toUpperCase())) return { value: text.toUpperCase(), isError: true, formula: null };
  if (/^(true|false)$/i.test(text)) return plain(text.toLowerCase() === "true");
  return plain(asNumber(text) ?? given);
}

function asNumber(text: string): number | null {
  if (/\d/.test(text) && NUMBER.test(text)) {
    const bare = Number(text.replace(/[,$%]/g, ""));
    return text.endsWith("%") ? bare / 100 : bare;
  }
  const inBrackets = /^\((\d+(\.\d+)?)\)$/.exec(text);
  if (inBrackets) return -Number(inBrackets[1]);
  if (/^\d{1,4}[-/]\d{1,2}([-/]\d{1,4})?$/.test(text) || MONTHS.test(text)) return asDate(text);
  const time = /^(\d{1,2}):(\d{2})(:\d{2})?$/.exec(text);
  if (time) return (Number(time[1]) * 60 + Number(time[2])) / 1440;
  return null;
}

/** Some serial number: which one matters to nobody here, only that the text is lost. */
function asDate(text: string): number {
  const parts = text.split(/[-/ ]/).map((part) => Number.parseInt(part, 10) || 1);
  return 40_000 + (parts[0] % 400) * 31 + (parts[1] ?? 1);
}
