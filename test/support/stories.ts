/** Small situations a clerk could tell, and the result of a balance in one line per fact. */
import { balance } from "../../src/engine/balance";
import { check } from "../../src/engine/checker";
import type { Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Balance, Capacity, Demand, DemandCell, EarlierAgreement, Period, Product, Situation } from "../../src/engine/model";

export const PIECE = { name: "件", family: "pieces", size: 1 } as const;
export const PROVINCE = "黑龙江省";

/** Asked for a tonne or a piece: quantities by quarter; blanks are 0. */
type Quarters = readonly number[];

export function need(
  no: string,
  factory: string,
  product: string,
  cells: Quarters | readonly DemandCell[],
  more: Partial<Demand> = {},
): Demand {
  return {
    no,
    factory,
    product,
    cells: cells.flatMap((cell, quarter): readonly DemandCell[] => {
      if (typeof cell !== "number") return [cell];
      return cell > 0 ? [{ period: { kind: "quarter", quarter }, quantity: cell }] : [];
    }),
    inHouse: false,
    recurrent: false,
    priority: 2,
    early: 0,
    late: 0,
    maySplit: true,
    wishedSuppliers: [],
    onlySuppliers: [],
    notSuppliers: [],
    material: "maker's",
    ...more,
  };
}

/** In any quarter of a year. */
export function anyOf(year: number, quantity: number): DemandCell {
  return { period: { kind: "year", year }, quantity };
}

/** A factory that makes one product by item, so many each quarter. */
export function makes(factory: string, product: string, available: Quarters, more: Partial<Capacity> = {}): Capacity {
  const item = { kind: "products", products: [product], unit: PIECE } as const;
  return { no: `${factory}:${product}`, factory, item, available, own: available.map(() => 0), ...more };
}

/** A factory's machines of one class, in whole hours each quarter, of which its own plan takes some. */
export function machines(factory: string, equipment: string, { hours, own, ...more }: MachineHours): Capacity {
  const thousandths = (each: number): number => each * 1000;
  return {
    no: `${factory}:${equipment}`,
    factory,
    item: { kind: "equipment", equipment },
    available: hours.map(thousandths),
    own: (own ?? hours.map(() => 0)).map(thousandths),
    ...more,
  };
}
interface MachineHours extends Partial<Pick<Capacity, "grade" | "largestPiece">> {
  readonly hours: Quarters;
  readonly own?: Quarters;
}

export function product(key: string, more: Partial<Product> = {}): Product {
  return { key, name: key, specification: "", unit: PIECE, normBase: 1, norms: [], ...more };
}

/** A product that takes so many hours of each class. */
export function machined(key: string, hours: Readonly<Record<string, number>>, more: Partial<Product> = {}): Product {
  const norms = Object.entries(hours).map(([equipment, amount]) => ({ equipment, amount: amount * 1_000_000 }));
  return product(key, { norms, ...more });
}

export interface Telling extends Partial<Omit<Situation, "factories" | "places" | "products">> {
  /** Factories by place; every place lies directly under the province. */
  readonly places: Readonly<Record<string, readonly string[]>>;
  readonly demands: readonly Demand[];
  readonly capacities: readonly Capacity[];
  /** Those that are more than a name; the others are pieces without norms. */
  readonly products?: readonly Product[];
  readonly grades?: Readonly<Record<string, number>>;
}

/** The situation told; the plan runs over two quarters from 1957Q1 unless told otherwise. */
export function situationOf({ places, products = [], grades = {}, ...told }: Telling): Situation {
  const named = [
    ...told.demands.map((line) => line.product),
    ...told.capacities.flatMap(({ item }) => (item.kind === "products" ? item.products : [])),
  ];
  const plain = [...new Set(named)].filter((key) => !products.some((each) => each.key === key)).map((key) => product(key));
  const classes = new Set(told.capacities.flatMap(({ item }) => (item.kind === "equipment" ? [item.equipment] : [])));
  return {
    office: PROVINCE,
    horizon: { firstYear: 1957, firstQuarter: 1, quarters: 2 },
    laterGoals: ["kept", "fit", "partner", "near", "on time"],
    places: Object.keys(places).map((name) => ({ name })),
    distances: [],
    factories: Object.entries(places).flatMap(([place, names]) => names.map((name) => ({ name, place, grade: grades[name] }))),
    equipment: [...classes].map((name) => ({ name, unit: "hours" })),
    products: [...plain, ...products],
    earlierAgreements: [],
    standingAgreements: [],
    lastYear: [],
    ...told,
  };
}

const doors: Doors = { solveNetwork, solveLinear: () => loadSolveLinear(), pause: async () => {} };

/** Balances and has the independent checker look at the result: it must find nothing, and everything must be proved. */
export async function balanced(situation: Situation): Promise<Balance> {
  const result = await balance(situation, doors);
  expect(check(situation, result)).toEqual([]);
  expect(result.proof.status).toBe("optimal");
  return result;
}

/** `富锦厂→电机厂 螺丝 0/90 @黑龙江省 new`, by content. */
export function settled({ agreements }: Balance): readonly string[] {
  return agreements
    .map(
      ({ supplier, buyer, product: key, quantities, settledAt, basis }) =>
        `${supplier}→${buyer} ${key} ${quantities.join("/")} @${settledAt} ${basis}`,
    )
    .sort();
}

/** `U8 D1 Q1 20`, line by line. */
export function open({ unresolved }: Balance): readonly string[] {
  return unresolved.flatMap(({ demandNo, cells }) =>
    cells.map(({ period, quantity, reason }) => `${reason} ${demandNo} ${when(period)} ${quantity}`),
  );
}

function when(period: Period): string {
  return period.kind === "quarter" ? `Q${period.quarter + 1}` : period.kind === "year" ? `any ${period.year}` : "any";
}

/** The same meeting a second time: the result stands on the Agreements sheet, each row with this status. */
export function withPlan(situation: Situation, { agreements }: Balance, status: EarlierAgreement["status"] = "Proposed"): Situation {
  const rows = agreements.map(({ no, supplier, buyer, demandNo, product: key, quantities, basis, settledAt }) => ({
    no,
    status,
    supplier,
    buyer,
    demandNo,
    product: key,
    quantities,
    basis,
    settledAt,
  }));
  return { ...situation, earlierAgreements: rows };
}
