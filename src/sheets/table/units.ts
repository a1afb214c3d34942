/**
 * Units of quantity, in families inside which they convert: pieces, sets, machines and mass.
 * Capacity of equipment is in hours or tonnes.
 */
import type { Equipment, Unit, UnitFamily } from "../../engine/model";
import { normalText } from "./normalText";

interface UnitWord {
  readonly family: UnitFamily;
  /** In the family's base: one piece, set or machine; one gram. */
  readonly size: number;
  readonly words: readonly string[];
}

const pieceWords = ["件", "个", "只", "根", "把", "块", "片", "piece", "pieces", "pc", "pcs", "个数", "件数"];
const known: readonly UnitWord[] = [
  { family: "pieces", size: 1, words: pieceWords },
  { family: "pieces", size: 12, words: ["打", "dozen", "dozens"] },
  { family: "pieces", size: 144, words: ["罗", "gross"] },
  { family: "pieces", size: 100, words: ["百件", "百个", "百只", "hundred pieces"] },
  { family: "pieces", size: 1_000, words: ["千件", "千个", "千只", "thousand pieces"] },
  { family: "pieces", size: 10_000, words: ["万件", "万个", "万只", "ten thousand pieces"] },
  { family: "sets", size: 1, words: ["套", "副", "付", "组", "set", "sets", "pair", "pairs"] },
  { family: "machines", size: 1, words: ["台", "部", "辆", "machine", "machines", "unit", "units"] },
  { family: "mass", size: 1_000_000, words: ["吨", "t", "tonne", "tonnes", "ton", "tons", "公吨"] },
  { family: "mass", size: 1_000, words: ["公斤", "千克", "kg", "kilogram", "kilograms", "kilo", "kilos"] },
  { family: "mass", size: 500, words: ["市斤", "斤", "jin"] },
];

const byWord = new Map(known.flatMap(({ family, size, words }) => words.map((word) => [word, { family, size }] as const)));

/** Units by name: all rows of one unit share one, which is looked at and compared much faster. */
const named = new Map<string, Unit>();

/** The unit a clerk's word names; undefined where it is none we know. Keeps his word. */
export function unitOf(word: string): Unit | undefined {
  const name = normalText(word);
  const unit = byWord.get(name.toLowerCase());
  if (unit && !named.has(name)) named.set(name, { name, ...unit });
  return named.get(name);
}

/** The unit of a product whose unit nobody stated: 件. */
export const defaultUnit: Unit = { name: "件", family: "pieces", size: 1 };

const hourWords: ReadonlySet<string> = new Set([
  "台时",
  "小时",
  "工时",
  "机时",
  "时",
  "h",
  "hour",
  "hours",
  "machine hours",
  "machine-hours",
  "hrs",
]);

/** The unit of an equipment class. */
export function capacityUnitOf(word: string): Equipment["unit"] | undefined {
  const name = normalText(word).toLowerCase();
  if (hourWords.has(name)) return "hours";
  const unit = byWord.get(name);
  return unit?.family === "mass" && unit.size === 1_000_000 ? "tonnes" : undefined;
}

/** How many decimals a quantity of this unit keeps. */
export function decimalsOf(unit: Unit): number {
  return unit.family === "mass" ? 3 : 0;
}
