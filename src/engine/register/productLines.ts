/** What the demand lines of one product have in common: what a step counts, and who may make them. */
import { eligibleWays, gradeRequired, passingWays, waysOf, type Way, type WaysKnown } from "./eligibility";
import type { Likeness } from "./likeness";
import type { Demand, Equipment, Product } from "../model";
import { pointsPerStep, weightPerStep } from "./rates";

export interface ProductSources extends Pick<WaysKnown, "ways" | "waysOf"> {
  readonly products: ReadonlyMap<string, Product>;
  readonly equipment: ReadonlyMap<string, Equipment>;
}

export interface EligibleList {
  readonly ways: readonly Way[];
  /** Its number; absent where the list is the line's own. */
  readonly list?: number;
}

export class ProductLines {
  readonly product: Product;
  readonly points: bigint;
  readonly weight: bigint;
  private readonly makers: readonly Way[];
  /** By grade; 0: nobody, because the material is not secured. */
  private readonly lists: EligibleList[] = [];
  /** The same for buyers that are makers. */
  private listsOf: Map<string, EligibleList[]> | undefined;

  constructor(
    { no, product: key }: Demand,
    private readonly likeness: Likeness,
    private readonly sources: ProductSources,
  ) {
    const product = sources.products.get(key);
    if (!product) throw new RangeError(`demand ${no} asks for a product that is not listed: ${key}`);
    this.product = product;
    this.points = pointsPerStep(product, sources.equipment);
    this.weight = weightPerStep(product);
    this.makers = sources.ways.get(key) ?? NOBODY;
  }

  /**
   * Who may make a line, the buyer's own ways left out. Lines with no list of their own share one array for each grade (and for each
   * buyer that is a maker).
   */
  eligible(demand: Demand, rejected: ReadonlySet<string>, own: readonly Way[] | undefined): EligibleList {
    if (demand.onlySuppliers.length > 0 || demand.notSuppliers.length > 0 || rejected.size > 0)
      return { ways: eligibleWays(this.named(demand), { demand, product: this.product, rejected }) };
    const secured = demand.material !== "not secured";
    const grade = secured ? gradeRequired(demand, this.product) : 0;
    const all = (this.lists[grade] ??= this.list(this.passing(demand, rejected)));
    if (!secured || !own) return all;
    const lists = this.listsOfMaker(demand.factory);
    return (lists[grade] ??= this.list(all.ways.filter((way) => !own.includes(way))));
  }

  private passing(demand: Demand, rejected: ReadonlySet<string>): readonly Way[] {
    return passingWays(this.makers, { demand, product: this.product, rejected });
  }

  private list(ways: readonly Way[]): EligibleList {
    return { ways, list: this.likeness.list() };
  }

  private listsOfMaker(buyer: string): EligibleList[] {
    const known = (this.listsOf ??= new Map<string, EligibleList[]>());
    let lists = known.get(buyer);
    if (!lists) known.set(buyer, (lists = []));
    return lists;
  }

  /** The makers that a line names, in the makers' order; all of them where it names none. */
  private named({ onlySuppliers }: Demand): readonly Way[] {
    if (onlySuppliers.length === 0) return this.makers;
    const named: Way[] = [];
    for (const supplier of onlySuppliers)
      for (const way of waysOf(this.sources, { supplier, product: this.product.key })) if (!named.includes(way)) insert(way, named);
    return named;
  }
}

const NOBODY: readonly Way[] = [];

/** Puts a way among a few others in the makers' order. */
function insert(way: Way, ways: Way[]): void {
  let place = ways.length;
  for (; place > 0 && ways[place - 1].position > way.position; place--) ways[place] = ways[place - 1];
  ways[place] = way;
}
