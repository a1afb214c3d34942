/**
 * Demand lines with what never changes about them, worked out once. What many lines have in common (who may make them, when,
 * what a step counts) is held once and shared, so that a million lines fit into memory.
 */
import { overlapping, windowOf, type Window } from "../booking";
import { eligibleWays, gradeRequired, type LineRules, type Way } from "./eligibility";
import type { History } from "./history";
import type { Demand, DemandCell, Equipment, Factory, Horizon, Product } from "../model";
import { pointsPerStep, weightPerStep } from "./rates";

/** One demand line with what never changes about it. */
export interface Line extends LineRules {
  /** Position in the canonical order. */
  readonly index: number;
  /** Position among the different contents: equal for lines that differ only in quantities and number. */
  readonly rank: number;
  /** Position of its first cell among the cells of all lines. */
  readonly firstCell: number;
  readonly place: string;
  readonly windows: readonly Window[];
  /** Do windows share a quarter, so that the booking rule decides which cell a delivery fills? */
  readonly shared: boolean;
  readonly points: bigint;
  readonly weight: bigint;
  readonly grade: number;
  /** Everybody in the office who may make it. */
  readonly eligible: readonly Way[];
  /** The buyer's own way of making it, for in-house lines. */
  readonly home: Way | undefined;
  readonly presentSuppliers: ReadonlySet<string>;
  /** The last plan: proposed quantities by quarter, by supplier. */
  readonly lastPlan: ReadonlyMap<string, readonly number[]>;
  /** Equal for lines that no goal and no rule tells apart, but for when and how much; ALONE where there can be no other. */
  readonly alike: number;
}

export const ALONE = -1;

export interface LineSources {
  readonly ways: ReadonlyMap<string, readonly Way[]>;
  readonly factories: ReadonlyMap<string, Factory>;
  readonly products: ReadonlyMap<string, Product>;
  readonly equipment: ReadonlyMap<string, Equipment>;
  readonly history: History;
  readonly horizon: Horizon;
}

/** Lines worked out between two yields. */
const SLICE = 4_096;

/** The lines of demands in canonical order. Throws a RangeError for a product that is not listed. */
export function* linesOf(demands: readonly Demand[], ranks: Int32Array, sources: LineSources): Generator<void, Line[]> {
  const lines: Line[] = [];
  const kinds = new Map<string, ProductLines>();
  const calendars = new Calendars(sources.horizon);
  const likeness = new Map<string, number>();
  let firstCell = 0;
  for (let index = 0; index < demands.length; index++) {
    if (index % SLICE === 0) yield;
    const demand = demands[index];
    const kind = kinds.get(demand.product) ?? new ProductLines(demand, kinds.size, sources);
    kinds.set(demand.product, kind);
    lines.push(lineOf(demand, { index, rank: ranks[index], firstCell }, { kind, calendars, likeness, sources }));
    firstCell += demand.cells.length;
  }
  return lines;
}

interface Shared {
  readonly kind: ProductLines;
  readonly calendars: Calendars;
  readonly likeness: Map<string, number>;
  readonly sources: LineSources;
}

function lineOf(
  demand: Demand,
  { index, rank, firstCell }: Pick<Line, "index" | "rank" | "firstCell">,
  { kind, calendars, likeness, sources: { history, factories } }: Shared,
): Line {
  const { product, points, weight } = kind;
  const { inHouse, maySplit, priority } = demand;
  const rejected = history.rejectedFor(demand.no);
  const { ways: eligible, id } = kind.eligible({ demand, product, rejected });
  const { windows, shared } = calendars.of(demand);
  const place = placeOf(factories, demand.factory);
  const presentSuppliers = history.presentSuppliers(demand);
  const lastPlan = history.lastPlan(demand.no);
  const grade = gradeRequired(demand, product);
  const home = inHouse ? kind.wayOf(demand.factory) : undefined;
  const alone = id === undefined || inHouse || !maySplit || (product.minimumLot ?? 1) > 1 || lastPlan.size > 0;
  const alike = alone ? ALONE : likenessOf(likeness, [id, priority, place, ...presentSuppliers, "", ...demand.wishedSuppliers]);
  // Written out, so that a million lines have one shape.
  return {
    demand,
    product,
    rejected,
    index,
    rank,
    firstCell,
    place,
    windows,
    shared,
    points,
    weight,
    grade,
    eligible,
    home,
    presentSuppliers,
    lastPlan,
    alike,
  };
}

function likenessOf(likeness: Map<string, number>, content: readonly (string | number)[]): number {
  const key = content.join("\n");
  const known = likeness.get(key) ?? likeness.size;
  if (known === likeness.size) likeness.set(key, known);
  return known;
}

export function placeOf(factories: ReadonlyMap<string, Factory>, name: string): string {
  const factory = factories.get(name);
  if (!factory) throw new RangeError(`factory is not listed: ${name}`);
  return factory.place;
}

interface EligibleList {
  readonly ways: readonly Way[];
  /** Absent where the list is the line's own. */
  readonly id?: string;
}

/** What the lines of one product have in common. */
class ProductLines {
  readonly product: Product;
  readonly points: bigint;
  readonly weight: bigint;
  private readonly makers: readonly Way[];
  /** Position among the makers of each factory's (first) way. */
  private readonly position: ReadonlyMap<string, number>;
  private readonly lists = new Map<string, EligibleList>();

  constructor(
    { no, product: key }: Demand,
    private readonly index: number,
    sources: LineSources,
  ) {
    const product = sources.products.get(key);
    if (!product) throw new RangeError(`demand ${no} asks for a product that is not listed: ${key}`);
    this.product = product;
    this.points = pointsPerStep(product, sources.equipment);
    this.weight = weightPerStep(product);
    this.makers = sources.ways.get(key) ?? [];
    const position = new Map<string, number>();
    for (let index = this.makers.length - 1; index >= 0; index--) position.set(this.makers[index].factory, index);
    this.position = position;
  }

  wayOf(factory: string): Way | undefined {
    return this.makers[this.position.get(factory) ?? -1];
  }

  /** Who may make a line. Lines with no list of their own share one array for each grade (and for each buyer that is a maker). */
  eligible(rules: LineRules): EligibleList {
    const { demand, rejected } = rules;
    if (demand.onlySuppliers.length > 0 || demand.notSuppliers.length > 0 || rejected.size > 0)
      return { ways: eligibleWays(this.named(demand), rules) };
    const buyer = this.position.has(demand.factory) ? demand.factory : "";
    const key = demand.material === "not secured" ? "" : `${gradeRequired(demand, this.product)} ${buyer}`;
    const known = this.lists.get(key) ?? { ways: eligibleWays(this.makers, rules), id: `${this.index} ${key}` };
    this.lists.set(key, known);
    return known;
  }

  /** The makers that a line names, in the makers' order; all of them where it names none. */
  private named({ onlySuppliers }: Demand): readonly Way[] {
    if (onlySuppliers.length === 0 || this.position.size < this.makers.length) return this.makers;
    const named: Way[] = [];
    for (const name of onlySuppliers) {
      const way = this.wayOf(name);
      if (way && !named.includes(way)) insert(way, named);
    }
    return named;
  }
}

/** Puts a way among a few others in the makers' order. */
function insert(way: Way, ways: Way[]): void {
  let place = ways.length;
  for (; place > 0 && ways[place - 1].position > way.position; place--) ways[place] = ways[place - 1];
  ways[place] = way;
}

/** The windows of lines, held once for all lines whose cells ask for the same periods with the same leave. */
class Calendars {
  private readonly known = new Map<string, Calendar>();

  constructor(private readonly horizon: Horizon) {}

  of(demand: Demand): Calendar {
    const key = `${demand.early} ${demand.late} ${demand.cells.map(periodKey).join(" ")}`;
    const known = this.known.get(key) ?? calendarOf(demand.cells.map((cell) => windowOf(cell.period, demand, this.horizon)));
    this.known.set(key, known);
    return known;
  }
}

type Calendar = Pick<Line, "windows" | "shared">;

function periodKey({ period }: DemandCell): string {
  return period.kind === "quarter" ? `q${period.quarter}` : period.kind === "year" ? `y${period.year}` : "u";
}

function calendarOf(windows: readonly Window[]): Calendar {
  return { windows, shared: overlapping(windows) };
}
