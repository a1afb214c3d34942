/**
 * A seeded made-up office whose lines share machine hours: eight equipment classes, products that need one to three of them,
 * three to eight capable factories a line, three priorities, five quarters, about a tenth more work than hours. With `windows`
 * a third of the lines may be late, ask in two quarters, or in any quarter of the year, which ties the quarters together.
 */
import type { Capacity, Demand, DemandCell, Factory, Norm, Product, Situation } from "../../src/engine/model";
import { randomNumbers } from "./market";

export interface WorkshopPlan {
  readonly lines: number;
  readonly windows: boolean;
}

const CLASSES = 8;
const QUARTERS = 5;
const PLACES = 6;

export function workshop({ lines, windows }: WorkshopPlan, seed = 1956): Situation {
  const random = randomNumbers(seed);
  const draw = (below: number): number => Math.floor(random() * below);
  const factories = Array.from({ length: Math.max(12, Math.round(lines / 12)) }, (_, index): Factory => ({
    name: `F${index}`,
    place: `P${draw(PLACES)}`,
    grade: 1 + draw(5),
  }));
  const classes = factories.map(() => Array.from({ length: CLASSES }, (_, index) => index).filter(() => random() < 0.6));
  const products = Array.from({ length: Math.max(15, Math.round(lines / 6)) }, (_, index) => productOf(index, draw));
  const able = products.map(({ norms }) =>
    factories.flatMap(({ name }, factory) =>
      norms.every(({ equipment }) => classes[factory].includes(Number(equipment.slice(1)))) ? [name] : [],
    ),
  );
  const demands = Array.from({ length: lines }, (_, index) => demandOf(index, { draw, products, factories, able, windows }));
  return {
    office: "O",
    horizon: { firstYear: 1957, firstQuarter: 1, quarters: QUARTERS },
    laterGoals: ["kept", "fit", "partner", "near", "on time"],
    places: Array.from({ length: PLACES }, (_, index) => ({ name: `P${index}`, longitude: 125 + draw(8), latitude: 43 + draw(5) })),
    distances: [],
    factories,
    equipment: Array.from({ length: CLASSES }, (_, index) => ({ name: `E${index}`, unit: "hours" as const })),
    products,
    demands,
    capacities: rowsFor({ factories, classes, products, demands, able, draw }),
    earlierAgreements: [],
    standingAgreements: [],
    lastYear: [],
  };
}

type Draw = (below: number) => number;

/** Norms from 0.05 to 6 hours, told to a hundredth of an hour. */
function productOf(index: number, draw: Draw): Product {
  const chosen = new Set(Array.from({ length: 1 + draw(3) }, () => draw(CLASSES)));
  const norms = [...chosen].map((equipment): Norm => ({
    equipment: `E${equipment}`,
    amount: (5 + draw(draw(2) === 0 ? 60 : 600)) * 10_000,
  }));
  const unit = { name: "件", family: "pieces", size: 1 } as const;
  return { key: `X${index}`, name: `X${index}`, specification: "", unit, normBase: 1, norms, unitWeight: (1 + draw(400)) * 100_000 };
}

interface Making {
  readonly draw: Draw;
  readonly products: readonly Product[];
  readonly factories: readonly Factory[];
  readonly able: readonly (readonly string[])[];
  readonly windows: boolean;
}

function demandOf(index: number, { draw, products, factories, able, windows }: Making): Demand {
  const product = draw(products.length);
  const buyer = factories[draw(factories.length)].name;
  const wide = windows && draw(3) === 0 ? 1 + draw(3) : 0;
  const quarter = draw(QUARTERS);
  const quantity = (): number => 1 + draw(600);
  const cells: DemandCell[] =
    wide === 3
      ? [{ period: { kind: "year", year: 1957 }, quantity: quantity() }]
      : [{ period: { kind: "quarter", quarter }, quantity: quantity() }];
  if (wide === 2 && quarter + 1 < QUARTERS) cells.push({ period: { kind: "quarter", quarter: quarter + 1 }, quantity: quantity() });
  const wanted = 3 + draw(6);
  const from = draw(Math.max(1, able[product].length - wanted));
  return {
    no: `D${index}`,
    factory: buyer,
    product: products[product].key,
    cells,
    inHouse: false,
    recurrent: false,
    priority: [1, 2, 2, 3][draw(4)] as 1 | 2 | 3,
    early: 0,
    late: wide === 1 ? 1 : 0,
    maySplit: true,
    presentSupplier: draw(3) === 0 ? able[product][draw(able[product].length)] : undefined,
    wishedSuppliers: [],
    onlySuppliers: able[product].slice(from, from + wanted),
    notSuppliers: [],
    material: "maker's",
  };
}

interface Supply extends Omit<Making, "windows"> {
  readonly classes: readonly (readonly number[])[];
  readonly demands: readonly Demand[];
}

/** Each class's hours are what the demand would take, shared out unevenly, less a tenth. */
function rowsFor({ factories, classes, products, demands, able, draw }: Supply): Capacity[] {
  const load = new Map<string, number>();
  for (const { product, cells, onlySuppliers } of demands) {
    const makers = onlySuppliers.length > 0 ? onlySuppliers : able[Number(product.slice(1))];
    for (const { equipment, amount } of products[Number(product.slice(1))].norms)
      for (const maker of makers) {
        const key = `${maker} ${equipment}`;
        load.set(key, (load.get(key) ?? 0) + cells.reduce((sum, { quantity }) => sum + quantity, 0) * (amount / 1_000 / makers.length));
      }
  }
  return factories.flatMap(({ name }, factory) =>
    classes[factory].map((equipment): Capacity => {
      const hours = (load.get(`${name} E${equipment}`) ?? 400_000) / QUARTERS;
      const available = Array.from({ length: QUARTERS }, () => Math.round((hours * (60 + draw(70))) / 100_000) * 1_000);
      return {
        no: `${name} E${equipment}`,
        factory: name,
        item: { kind: "equipment", equipment: `E${equipment}` },
        available,
        own: available.map(() => 0),
      };
    }),
  );
}
