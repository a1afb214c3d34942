/**
 * Numbers as clerks write them, read exactly. A numeric cell counts with its 15 significant digits, which is what Excel shows
 * and stores on entry, so that the binary tail of `=0.1+0.2` never makes a fraction of a whole number.
 *
 * Texts: `1,200`, `１２００`, `1 200`, `3万`, `1.5万件`, `1万2千`. `—`, `无`, `/` and a blank cell mean empty.
 */
import type { CellValue } from "../../workbook/workbook";

/** A decimal number: `digits` × 10^−`decimals`, as read from a cell. */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

export type NumberReading =
  | { readonly kind: "empty" }
  | { readonly kind: "number"; readonly value: number | Decimal; readonly suffix: string; readonly fromText: boolean }
  | { readonly kind: "not a number"; readonly found: string };

const empty: NumberReading = { kind: "empty" };
const emptyMarks: ReadonlySet<string> = new Set(["", "-", "--", "—", "——", "–", "−", "―", "无", "/", "〇", "ー", "─", "──"]);
const tens = { 百: 2, 千: 3, 万: 4 } as const;

/** Reads one cell. The suffix is what follows the number, to be checked against the unit ("件"). */
export function readNumber(cell: CellValue | undefined): NumberReading {
  if (cell === null || cell === undefined || cell === "") return empty;
  if (typeof cell === "number")
    return Number.isFinite(cell) ? { kind: "number", value: cell, suffix: "", fromText: false } : notANumber(String(cell));
  if (typeof cell === "boolean") return notANumber(cell ? "TRUE" : "FALSE");
  if (typeof cell === "object") return notANumber(cell.error);
  return readText(cell);
}

function notANumber(found: string): NumberReading {
  return { kind: "not a number", found };
}

/** Digits with thousands marks between full groups, a fraction, 万 千 百, then a suffix. */
const NUMBER = /^([+-]?)(\d{1,3}(?:[,' ]\d{3})+|\d+)?(\.\d+)? ?([百千万](?=$|[^件个只]))?(.*)$/u;

/** No unit begins with a mark or has a digit in it: `12.3.4`, `1e3`, `1957-01-05`, `½`. */
const NO_UNIT = /^[.,'\-/⁄:]|\d/u;

function readText(cell: string): NumberReading {
  const text = cell.normalize("NFKC").replace(/[’‘`]/gu, "'").replace(/−/gu, "-").replace(/\s+/gu, " ").trim();
  if (emptyMarks.has(text) || emptyMarks.has(cell.trim())) return empty;
  const compound = readCompound(text);
  if (compound) return compound;
  const parts = NUMBER.exec(text);
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return notANumber(cell.trim());
  const suffix = parts[5].trim();
  if (NO_UNIT.test(suffix)) return notANumber(cell.trim());
  const value = decimal(`${parts[1]}${(parts[2] ?? "0").replace(/[,' ]/gu, "")}${parts[3] ?? ""}`, powerOf(parts[4]));
  return { kind: "number", value, suffix, fromText: true };
}

/** `1万2千3百`, each amount below the next higher mark. */
function readCompound(text: string): NumberReading | undefined {
  const parts = /^(\d+)万(?:(\d)千)?(?:(\d)百)?(\D*)$/u.exec(text) ?? undefined;
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return undefined;
  const value = BigInt(parts[1]) * 10_000n + BigInt(parts[2] ?? 0) * 1_000n + BigInt(parts[3] ?? 0) * 100n;
  return { kind: "number", value: { digits: value, decimals: 0 }, suffix: parts[4].trim(), fromText: true };
}

function powerOf(mark: string | undefined): number {
  return mark === "百" || mark === "千" || mark === "万" ? tens[mark] : 0;
}

function decimal(text: string, power: number): Decimal {
  const [whole, fraction = ""] = text.split(".");
  const digits = BigInt(`${whole}${fraction}`.replace(/^\+/u, ""));
  const decimals = fraction.length - power;
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

/** A cell's number as a decimal of 15 significant digits. */
export function asDecimal(value: number | Decimal): Decimal {
  if (typeof value !== "number") return value;
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), decimals: 0 };
  const [mantissa, exponent = "0"] = value.toExponential(14).split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const kept = fraction.replace(/0+$/u, "");
  const decimals = kept.length - Number(exponent);
  const digits = BigInt(`${whole}${kept}`);
  return decimals >= 0 ? { digits, decimals } : { digits: digits * 10n ** BigInt(-decimals), decimals: 0 };
}

/** How a written unit converts to the unit kept: multiply by `times`, divide by `over`. */
export interface Ratio {
  readonly times: number;
  readonly over: number;
}
const same: Ratio = { times: 1, over: 1 };

/** Whole numbers to the engine, which `**` does not give: what is multiplied by them stays one. */
const FIFTEEN_DIGITS = 1e15;
const POWERS_OF_TEN: readonly number[] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

/**
 * The number in steps of 10^−`decimals`, exactly; "fraction" where it is no whole number of steps, "too large" beyond 2^53.
 * Example: 1.5 dozen in pieces (times 12, no decimals) is 18; 0.1 dozen is a fraction.
 */
export function inSteps(value: number | Decimal, decimals: number, ratio: Ratio = same): number | "fraction" | "too large" {
  if (typeof value === "number" && ratio.times === ratio.over && Number.isInteger(value)) {
    const steps = value * POWERS_OF_TEN[decimals];
    return Number.isSafeInteger(steps) ? steps : "too large";
  }
  if (typeof value === "number" && ratio.times === ratio.over) {
    // Fifteen digits survive in a number: where one of so many steps is the cell's very number, it is what was written.
    const steps = Math.round(value * POWERS_OF_TEN[decimals]);
    if (Math.abs(steps) < FIFTEEN_DIGITS && steps / POWERS_OF_TEN[decimals] === value) return steps;
  }
  const exact = asDecimal(value);
  const above = exact.digits * BigInt(ratio.times) * 10n ** BigInt(decimals);
  const below = BigInt(ratio.over) * 10n ** BigInt(exact.decimals);
  if (above % below !== 0n) return "fraction";
  const steps = Number(above / below);
  return Number.isSafeInteger(steps) ? steps : "too large";
}

/** The number in plain digits, for sums and messages. */
export function plainNumber(value: number | Decimal): number {
  return typeof value === "number" ? Number(value.toPrecision(15)) : Number(value.digits) / 10 ** value.decimals;
}
