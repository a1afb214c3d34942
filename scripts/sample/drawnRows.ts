/** The many ordinary lines: who needs and who makes what stands in needs.csv and makers.csv, the numbers are drawn. */
import { readCsv } from "./csv";
import { products, QUARTERS, type CapacityRow, type DemandRow } from "./sampleRows";
import { Seeded } from "./seeded";

const productByCode = new Map(products.map((product) => [product.code, product]));

/** One line for each buyer of each product. */
export function drawnDemand(): readonly DemandRow[] {
  return readCsv<"product" | "perQuarter" | "buyers">("needs").flatMap(({ product, perQuarter, buyers }) =>
    buyers.split(" ").map((buyer) => drawnLine(product, buyer, Number(perQuarter))),
  );
}

function drawnLine(product: string, buyer: string, usual: number): DemandRow {
  const draw = new Seeded(`${product} ${buyer}`);
  const tonnes = productByCode.get(product)?.unit === "tonnes";
  const amount = (): number => rounded((usual * draw.whole(60, 140)) / 100, tonnes);
  const pattern = draw.whole(1, 100);
  const quarter = draw.whole(0, QUARTERS - 2);
  const filled = (position: number): boolean =>
    pattern <= 65 ? true : pattern <= 80 ? position > 0 : pattern <= 90 ? position === quarter || position === quarter + 1 : position === 0;
  const quantities = Array.from({ length: QUARTERS }, (_, position) => (filled(position) ? amount() : 0));
  const priority = draw.whole(1, 100);
  return {
    buyer,
    product,
    quantities,
    any: pattern > 90 ? rounded(usual * 3, tonnes) : undefined,
    priority: priority <= 20 ? 1 : priority <= 80 ? 2 : 3,
    recurrent: pattern <= 65 && draw.chance(25),
    early: draw.chance(20) ? 1 : 0,
    late: draw.chance(20) ? 1 : 0,
    material: tonnes && draw.chance(20) ? "buyer's" : "maker's",
  };
}

/** Two significant figures; tonnes to a tenth. */
function rounded(value: number, tonnes: boolean): number {
  if (tonnes) return Math.max(1, Math.round(value * 2)) / 2;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.max(1, Math.round(value / step) * step);
}

/** A row for each maker: its share, in hundredths, of what a usual quarter needs; own plan on top. */
export function drawnCapacity(demand: readonly DemandRow[]): readonly CapacityRow[] {
  return readCsv<"item" | "factory" | "grade" | "share">("makers").map(({ item, factory, grade, share }) => {
    const members = products.filter((product) => product.code === item || product.class === item);
    if (members.length === 0) throw new RangeError(`makers.csv: ${item} is neither a product nor a class`);
    const codes = new Set(members.map(({ code }) => code));
    const tonnes = members[0].unit === "tonnes";
    const needed = demand.filter((row) => codes.has(row.product) && !row.inHouse).reduce((sum, row) => sum + total(row), 0);
    const draw = new Seeded(`${item} ${factory}`);
    const spare = rounded((needed * Number(share)) / 100 / QUARTERS, tonnes);
    const own = rounded((spare * draw.whole(20, 60)) / 100, tonnes);
    return { factory, item, grade: Number(grade), available: fill(spare + own), own: fill(own) };
  });
}

const fill = (value: number): readonly number[] => new Array<number>(QUARTERS).fill(value);
const total = ({ quantities, any = 0 }: DemandRow): number => quantities.reduce((sum, quantity) => sum + quantity, any);
