/**
 * Who can make what. A factory makes a job whole, in one way: by item, if it has a row for the product;
 * otherwise by equipment, if it has a row for every class in the product's norms.
 */
import { compareText, type Codes } from "../codes";
import type { Capacity, Demand, Factory, Product, Situation } from "../model";
import type { RowRate } from "./rates";

/** One factory's way of making one product: the rows it uses, what one step takes of each, and what that lets it make. */
export interface Way {
  readonly factory: string;
  /** Position among the ways of making the product. */
  readonly position: number;
  /** Where the factory sits. */
  readonly place: string;
  /** Row indices into `situation.capacities`. */
  readonly rows: readonly number[];
  /** Finest units of each row that one step of the product takes. */
  readonly perStep: readonly number[];
  /** The lowest grade among the rows. */
  readonly grade: number;
  /** Millionths of a kilogram; Infinity where no row has a limit. */
  readonly largestPiece: number;
}

/** By product key, factories in order of their codes. */
export type Ways = ReadonlyMap<string, readonly Way[]>;

/** All ways, and those of each place and of each factory (one for a product, or more where its rows are in disorder). */
export interface WaysKnown {
  readonly ways: Ways;
  readonly waysAt: ReadonlyMap<string, Ways>;
  readonly waysOf: ReadonlyMap<string, Ways>;
}

/** Rows looked at, or ways found, between two yields. */
const SLICE = 4_096;

/** The ways of making each product. With a yield now and then. */
export function* waysInSteps(situation: Situation, rates: readonly RowRate[], codes: Codes): Generator<void, WaysKnown> {
  const rows = yield* rowsByFactory(situation);
  const found = new WaysFound(situation, rates);
  const factories = new Map(situation.factories.map((factory) => [factory.name, factory]));
  const normed = normedProducts(situation, codes);
  for (const name of [...rows.keys()].sort((one, other) => compareText(codes.factory(one), codes.factory(other)))) {
    const own = rows.get(name);
    const factory = factories.get(name);
    if (!own || !factory) continue;
    found.begin(factory);
    for (const row of own.byItem) {
      if (found.isSlice()) yield;
      found.addByItem(factory, row);
    }
    for (const first of own.byEquipment.keys()) {
      for (const product of normed.get(first) ?? []) {
        if (found.isSlice()) yield;
        found.addByEquipment(factory, product, own.byEquipment);
      }
    }
  }
  return found;
}

/** Ways while they are found, all of one factory before those of the next. */
class WaysFound implements WaysKnown {
  readonly ways: WaysByProduct = new Map();
  readonly waysAt = new Map<string, WaysByProduct>();
  readonly waysOf = new Map<string, WaysByProduct>();
  /** Those of the factory at hand, and of its place. */
  private own: WaysByProduct = new Map();
  private here: WaysByProduct = new Map();
  /** Pairs of factory and product looked at since the last slice. */
  private looked = 0;

  constructor(
    private readonly situation: Situation,
    private readonly rates: readonly RowRate[],
  ) {}

  isSlice(): boolean {
    if (this.looked < SLICE) return false;
    this.looked = 0;
    return true;
  }

  begin({ name, place }: Factory): void {
    this.waysOf.set(name, (this.own = new Map()));
    this.here = this.waysAt.get(place) ?? new Map<string, Way[]>();
    this.waysAt.set(place, this.here);
  }

  /** What the factory makes on a row for products. */
  addByItem(factory: Factory, row: number): void {
    const { item } = this.situation.capacities[row];
    if (item.kind === "products") for (const product of item.products) this.add(factory, product, [row]);
  }

  /** What it makes on its equipment, unless it has a row for the product. */
  addByEquipment(factory: Factory, { key, classes }: NormedProduct, rows: ReadonlyMap<string, number>): void {
    this.looked++;
    if (this.own.has(key)) return;
    const used = classes.map((equipment) => rows.get(equipment));
    if (used.every((row): row is number => row !== undefined)) this.add(factory, key, used);
  }

  private add(factory: Factory, product: string, rows: readonly number[]): void {
    this.looked++;
    const others = this.ways.get(product);
    const way = this.wayAtHand(factory, { product, rows, position: others?.length ?? 0, like: others?.at(-1)?.perStep });
    for (const ways of [this.ways, this.own, this.here]) put(way, product, ways);
  }

  /** `like`: what another way takes, which is mostly the same and then held once for both. */
  private wayAtHand(factory: Factory, { product, rows, position, like }: WayAtHand): Way {
    const amount = (row: number): number => this.rates[row].perProductStep.get(product) ?? 0;
    const isLike = like?.length === rows.length && like.every((known, index) => known === amount(rows[index]));
    const perStep = isLike ? like : rows.map(amount);
    let grade = Infinity;
    let largestPiece = Infinity;
    for (const index of rows) {
      const row = this.situation.capacities[index];
      grade = Math.min(grade, row.grade ?? factory.grade ?? 1);
      largestPiece = Math.min(largestPiece, row.largestPiece ?? Infinity);
    }
    return { factory: factory.name, position, place: factory.place, rows, perStep, grade, largestPiece };
  }
}

type WaysByProduct = Map<string, Way[]>;

function put(way: Way, product: string, ways: WaysByProduct): void {
  const others = ways.get(product);
  if (others) others.push(way);
  else ways.set(product, [way]);
}

interface WayAtHand extends Pick<Way, "rows" | "position"> {
  readonly product: string;
  readonly like: readonly number[] | undefined;
}

interface FactoryRows {
  readonly byEquipment: Map<string, number>;
  readonly byItem: number[];
}

function* rowsByFactory({ capacities }: Situation): Generator<void, Map<string, FactoryRows>> {
  const rows = new Map<string, FactoryRows>();
  for (let index = 0; index < capacities.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    addRow(rows, capacities[index], index);
  }
  return rows;
}

function addRow(rows: Map<string, FactoryRows>, { factory, item }: Capacity, index: number): void {
  let own = rows.get(factory);
  if (!own) rows.set(factory, (own = { byEquipment: new Map(), byItem: [] }));
  if (item.kind === "products") own.byItem.push(index);
  else own.byEquipment.set(item.equipment, index);
}

interface NormedProduct {
  readonly key: string;
  /** Equipment classes in order of their codes. */
  readonly classes: readonly string[];
}

/** Products with norms, by the first of their classes. */
function normedProducts({ products }: Situation, codes: Codes): ReadonlyMap<string, readonly NormedProduct[]> {
  const byClass = new Map<string, NormedProduct[]>();
  for (const { key, norms } of products) {
    if (norms.length === 0) continue;
    const classes = norms.map(({ equipment }) => equipment).sort((one, other) => compareText(codes.equipment(one), codes.equipment(other)));
    const known = byClass.get(classes[0]);
    if (known) known.push({ key, classes });
    else byClass.set(classes[0], [{ key, classes }]);
  }
  return byClass;
}

/** How the supplier makes the product, where he does. */
export function wayOf(known: Pick<WaysKnown, "waysOf">, made: Made): Way | undefined {
  return waysOf(known, made)[0];
}

/** The supplier's ways of making the product: none, one, or more where his rows are in disorder. */
export function waysOf({ waysOf: known }: Pick<WaysKnown, "waysOf">, { supplier, product }: Made): readonly Way[] {
  return known.get(supplier)?.get(product) ?? NO_WAYS;
}
const NO_WAYS: readonly Way[] = [];

interface Made {
  readonly supplier: string;
  readonly product: string;
}

/** The grade a line requires: the higher of its own and the product's; 1 where neither is given. */
export function gradeRequired(demand: Demand, product: Product): number {
  return Math.max(demand.grade ?? 1, product.grade ?? 1);
}

/** The tests a factory must pass to supply a line, in the order in which reasons are looked for (U2 is: there is no way at all). */
export type Filter = "U3" | "U4" | "U5" | "U6";

export interface LineRules {
  readonly demand: Demand;
  readonly product: Product;
  readonly rejected: ReadonlySet<string>;
}

export const FILTERS: readonly Filter[] = ["U3", "U4", "U5", "U6"];

export function passes(filter: Filter, way: Way, { demand, product, rejected }: LineRules): boolean {
  switch (filter) {
    case "U3":
      return way.grade >= gradeRequired(demand, product);
    case "U4":
      return product.unitWeight === undefined || product.unitWeight <= way.largestPiece;
    case "U5":
      return (
        (demand.onlySuppliers.length === 0 || demand.onlySuppliers.includes(way.factory)) && !demand.notSuppliers.includes(way.factory)
      );
    case "U6":
      return !rejected.has(way.factory);
  }
}

/** Everybody who may make this line: has a way, is not the buyer, and passes every test. */
export function eligibleWays(ways: readonly Way[], rules: LineRules): readonly Way[] {
  const eligible: Way[] = [];
  for (const way of ways) if (way.factory !== rules.demand.factory && passesAll(way, rules)) eligible.push(way);
  return eligible;
}

/** Everybody who passes every test, the buyer himself not left out. */
export function passingWays(ways: readonly Way[], rules: LineRules): readonly Way[] {
  return ways.filter((way) => passesAll(way, rules));
}

function passesAll(way: Way, rules: LineRules): boolean {
  if (rules.demand.material === "not secured") return false;
  return passes("U3", way, rules) && passes("U4", way, rules) && passes("U5", way, rules) && passes("U6", way, rules);
}
