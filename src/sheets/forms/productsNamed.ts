/** Products under the names by which formulas find them: names that SUMIFS takes for one another share a row, unit by unit. */
import { codeUnitOrder, naturalOrder } from "../table/naturalOrder";
import { comparedKey } from "./criteria";
import type { Needed, NeedsWritten } from "./needsWritten";
import type { Source } from "./settledRows";

export interface ProductName {
  readonly product: string;
  readonly specification: string;
  readonly unit: string;
}

/** Quantities in the product's unit. */
export interface ProductRow extends ProductName {
  /** As most of its lines are written; empty where that text is another row's too. */
  readonly written: string;
  /** What stands in numbers under that text. */
  readonly live: Needed;
  /** What the balance counts beyond it, or less. */
  readonly apart: Needed;
  readonly settled: Readonly<Record<Source | "transferred", number>>;
  readonly unresolved: number;
}

/** A product while its rows are looked through. */
class NamedProduct {
  readonly needed = { outside: 0, inHouse: 0 };
  readonly settled = { standing: 0, local: 0, provincial: 0, transferred: 0 };
  unresolved = 0;
  /** How many lines are written so. */
  readonly spellings = new Map<string, number>();

  constructor(public name: ProductName) {}

  write(spelling: string | undefined): void {
    if (spelling !== undefined) this.spellings.set(spelling, 1 + (this.spellings.get(spelling) ?? 0));
  }

  /** The commonest spelling; the product's own name where it stands on no line. */
  get spelling(): string {
    const { product, specification } = this.name;
    const [first] = [...this.spellings].sort(([one, lines], [other, others]) => others - lines || codeUnitOrder(one, other));
    return first ? first[0] : [product, specification].filter((text) => text !== "").join(" ");
  }
}

export class ProductsNamed {
  private readonly found = new Map<string, NamedProduct>();

  named(name: ProductName): NamedProduct {
    const key = JSON.stringify([comparedKey(name.product), comparedKey(name.specification), name.unit]);
    const known = this.found.get(key);
    if (!known) {
      const product = new NamedProduct(name);
      this.found.set(key, product);
      return product;
    }
    if (order(name, known.name) < 0) known.name = name;
    return known;
  }

  /** In order of their names. */
  rows(needs: NeedsWritten): readonly ProductRow[] {
    const products = [...this.found.values()].sort((one, other) => order(one.name, other.name));
    const written = products.map(({ spelling }) => spelling);
    const claims = new Map<string, number>();
    for (const spelling of written) claims.set(comparedKey(spelling), 1 + (claims.get(comparedKey(spelling)) ?? 0));
    return products.map(({ name, needed, settled, unresolved }, index): ProductRow => {
      const own = claims.get(comparedKey(written[index])) === 1 ? written[index] : "";
      const live = own === "" ? NOTHING_NEEDED : needs.of(own);
      const apart = { outside: needed.outside - live.outside, inHouse: needed.inHouse - live.inHouse };
      return { ...name, written: own, live, apart, settled, unresolved };
    });
  }
}

const NOTHING_NEEDED: Needed = { outside: 0, inHouse: 0 };

function order(one: ProductName, other: ProductName): number {
  return (
    naturalOrder(one.product, other.product) || naturalOrder(one.specification, other.specification) || codeUnitOrder(one.unit, other.unit)
  );
}
