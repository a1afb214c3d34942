/**
 * Demand lines with what never changes about them, worked out once. What many lines have in common (who may make them, when,
 * what a step counts) is held once and shared, so that a million lines fit into memory.
 */
import type { Window } from "../booking";
import { Calendars } from "./calendars";
import { gradeRequired, type LineRules, type Way, type Ways } from "./eligibility";
import { NO_PAST, type History, type Past } from "./history";
import { ALONE, Likeness } from "./likeness";
import type { Demand, Factory, Horizon, Priority, Product } from "../model";
import { ProductLines, type ProductSources } from "./productLines";
import { eachInSlices } from "../slices";

/** One demand line with what never changes about it. */
export interface Line extends LineRules, LineTerms {
  /** Position in the canonical order. */
  readonly index: number;
  /** Position among the different contents: equal for lines that differ only in quantities and number. */
  readonly rank: number;
  /** Position of its first cell among the cells of all lines. */
  readonly firstCell: number;
  readonly place: string;
  readonly windows: readonly Window[];
  /** Each of them as a list of its own. */
  readonly apart: readonly (readonly Window[])[];
  /** Its cells in the order in which they are booked. */
  readonly order: readonly number[];
  /** Do windows share a quarter, so that the booking rule decides which cell a delivery fills? */
  readonly shared: boolean;
  /** Steps it needs in all. */
  readonly needed: number;
  readonly points: bigint;
  readonly weight: bigint;
  /** Everybody in the office who may make it. */
  readonly eligible: readonly Way[];
  /** Is that list the same for other lines? */
  readonly sharesMakers: boolean;
  /** The buyer's own way of making it, for in-house lines. */
  readonly home: Way | undefined;
  readonly presentSuppliers: ReadonlySet<string>;
  /** The last plan: proposed quantities by quarter, by supplier. */
  readonly lastPlan: ReadonlyMap<string, readonly number[]>;
  /** Equal for lines that no goal and no rule tells apart, but for when and how much; ALONE where there is no other. */
  readonly alike: number;
}

/** What goals and rules ask of every line again and again, kept with the line, for looking at its demand takes much longer. */
export interface LineTerms {
  /** Undefined for in-house work. */
  readonly priority: Priority | undefined;
  /** Is there a minimum lot, or may it not be split? */
  readonly bound: boolean;
  readonly wishedSuppliers: readonly string[];
  readonly grade: number;
}

export function termsOf(demand: Demand, product: Product): LineTerms {
  return {
    priority: demand.inHouse ? undefined : demand.priority,
    bound: !demand.maySplit || (product.minimumLot ?? 1) > 1,
    wishedSuppliers: demand.wishedSuppliers,
    grade: gradeRequired(demand, product),
  };
}

export interface LineSources extends ProductSources {
  readonly factories: ReadonlyMap<string, Factory>;
  readonly history: History;
  readonly horizon: Horizon;
}

export interface MadeLines {
  readonly lines: readonly Line[];
  /** Those that earlier agreements name, by number. */
  readonly namedLines: ReadonlyMap<string, Line>;
}

/** The lines of demands in canonical order. Throws a RangeError for a product that is not listed. */
export function* linesOf(demands: readonly Demand[], ranks: Int32Array, sources: LineSources): Generator<void, MadeLines> {
  const namedLines = new Map<string, Line>();
  const likeness = new Likeness();
  const maker = new LineMaker(sources, likeness);
  const lines = yield* eachInSlices(demands, (demand, index) => {
    const past = sources.history.of(demand.no);
    const line = maker.line(demand, ranks[index], past ?? NO_PAST);
    if (past) namedLines.set(demand.no, line);
    return line;
  });
  yield* likeness.tell();
  return { lines, namedLines };
}

/** Makes one line after the other. */
class LineMaker {
  private readonly kinds = new Map<string, ProductLines>();
  private readonly calendars: Calendars;
  private buyer: Buyer | undefined;
  private index = 0;
  private firstCell = 0;

  constructor(
    private readonly sources: LineSources,
    private readonly likeness: Likeness,
  ) {
    this.calendars = new Calendars(sources.horizon);
  }

  line(demand: Demand, rank: number, { rejected, plan: lastPlan }: Past): Line {
    const { history } = this.sources;
    const buyer = this.buyerOf(demand);
    const own = buyer.ways.get(demand.product);
    const kind = this.kindOf(demand);
    const { product, points, weight } = kind;
    const { ways: eligible, list } = kind.eligible(demand, rejected, own);
    const { windows, apart, order, shared } = this.calendars.of(demand);
    const presentSuppliers = history.presentSuppliers(demand);
    const { priority, bound, wishedSuppliers, grade } = termsOf(demand, product);
    const home = demand.inHouse ? own?.[0] : undefined;
    const alone = list === undefined || demand.inHouse || bound || lastPlan.size > 0;
    const index = this.index++;
    const firstCell = this.firstCell;
    this.firstCell += demand.cells.length;
    // Written out, so that a million lines have one shape; what every step asks for stands together.
    const line = {
      demand,
      product,
      rejected,
      index,
      rank,
      windows,
      order,
      eligible,
      sharesMakers: list !== undefined,
      alike: ALONE,
      firstCell,
      apart,
      shared,
      home,
      lastPlan,
      priority,
      bound,
      presentSuppliers,
      wishedSuppliers,
      grade,
      place: buyer.place,
      needed: stepsOf(demand),
      points,
      weight,
    };
    if (!alone) this.likeness.add(line, list);
    return line;
  }

  /** A factory's lines follow one another. */
  private buyerOf({ factory }: Demand): Buyer {
    if (this.buyer?.factory === factory) return this.buyer;
    const { factories, waysOf } = this.sources;
    return (this.buyer = { factory, place: placeOf(factories, factory), ways: waysOf.get(factory) ?? NO_WAYS });
  }

  private kindOf(demand: Demand): ProductLines {
    let kind = this.kinds.get(demand.product);
    if (!kind) this.kinds.set(demand.product, (kind = new ProductLines(demand, this.likeness, this.sources)));
    return kind;
  }
}

interface Buyer {
  readonly factory: string;
  readonly place: string;
  /** His own. */
  readonly ways: Ways;
}

const NO_WAYS: Ways = new Map();

function stepsOf({ cells }: Demand): number {
  let steps = 0;
  for (const { quantity } of cells) steps += quantity;
  return steps;
}

export function placeOf(factories: ReadonlyMap<string, Factory>, name: string): string {
  const factory = factories.get(name);
  if (!factory) throw new RangeError(`factory is not listed: ${name}`);
  return factory.place;
}
