/** Products that load a capacity row, with what a unit of each takes, as one sum over the agreements. */
import type { Product } from "../../engine/model";
import { naturalOrder } from "../table/naturalOrder";
import { comparedKey, criteriaOf, quoted } from "./criteria";
import { meets, sumifs, type Condition } from "./sumifs";

export interface Made {
  readonly product: Product;
  readonly perUnit: number;
}

/** A formula has 8,192 letters at most; so many are left for the names in it. */
const ROOM_FOR_NAMES = 4_000;

/** Each name once, in order, as many as formulas that name them `times` have room for. */
export function namedOnce(made: Iterable<Made>, times: number): readonly Made[] {
  const byName = new Map<string, Made>();
  for (const each of [...made].sort((one, other) => naturalOrder(one.product.key, other.product.key)))
    if (!byName.has(nameKey(each.product))) byName.set(nameKey(each.product), each);
  let room = ROOM_FOR_NAMES / Math.max(1, times);
  return [...byName.values()].filter(({ product, perUnit }) => {
    const { begins, ends } = literals(product.name);
    const specification = literals(product.specification);
    room -= [begins, ends, specification.begins, specification.ends, numberLiteral(perUnit)].join("").length + 5;
    return room > 0;
  });
}

/** Names that SUMIFS takes for one another have one key. */
export function nameKey({ name, specification }: Pick<Product, "name" | "specification">): string {
  return `${comparedKey(name)}\n${comparedKey(specification)}`;
}

export interface MadeColumns {
  readonly total: string;
  readonly product: string;
  readonly specification: string;
}

/** Terms of a sum: what the rows that meet the conditions take; none where nothing is made. */
export function takenBy(made: readonly Made[], columns: MadeColumns, conditions: readonly Condition[]): readonly string[] {
  if (made.length === 0) return [];
  const list = (texts: readonly string[]): string => (texts.length === 1 ? texts[0] : `{${texts.join(";")}}`);
  const criteria = (name: (product: Product) => string) => {
    const each = made.map(({ product }) => literals(name(product)));
    return { begins: list(each.map(({ begins }) => begins)), ends: list(each.map(({ ends }) => ends)) };
  };
  const sum = sumifs(columns.total, [
    ...conditions,
    ...meets(
      columns.product,
      criteria(({ name }) => name),
    ),
    ...meets(
      columns.specification,
      criteria(({ specification }) => specification),
    ),
  ]);
  const norms = list(made.map(({ perUnit }) => numberLiteral(perUnit)));
  return [made.length === 1 ? `${sum}*${norms}` : `SUMPRODUCT(${sum},${norms})`];
}

function literals(name: string): { readonly begins: string; readonly ends: string } {
  const { begins, ends } = criteriaOf(name);
  return { begins: quoted(begins), ends: quoted(ends) };
}

/** Without an exponent; formulas keep fifteen digits. */
function numberLiteral(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes("e") ? value.toFixed(18).replace(/0+$/u, "") : text;
}
