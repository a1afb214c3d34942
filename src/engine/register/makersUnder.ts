/** Who among the factories under a place may make a line. */
import { eligibleWays, type LineRules, type Way } from "./eligibility";
import type { Line } from "./lines";
import type { Register } from "./register";

/** Lists of no more makers than this are walked; longer ones are shared by many lines and are much longer than what sits under a place. */
const FEW = 16;

export class MakersUnder {
  private readonly here: ReadonlySet<string>;
  private readonly makersOf = new Map<string, readonly Way[]>();
  /** By the list of all who may make a line. */
  private readonly lists = new Map<readonly Way[], readonly Way[]>();

  constructor(
    private readonly register: Register,
    private readonly place: string,
  ) {
    this.here = register.places.under(place);
  }

  /** In the order of the line's makers. */
  of(line: Line): readonly Way[] {
    const { eligible } = line;
    if (this.place === this.register.places.root) return eligible;
    if (eligible.length <= FEW) return eligible.some(this.isHere) ? eligible.filter(this.isHere) : NOBODY;
    const known = this.lists.get(eligible);
    if (known) return known;
    const under = eligibleWays(this.makersHere(line), line);
    this.lists.set(eligible, under);
    return under;
  }

  private readonly isHere = ({ place }: Way): boolean => this.here.has(place);

  /** All makers of a product who sit under the place. */
  private makersHere({ product }: LineRules): readonly Way[] {
    const known = this.makersOf.get(product.key);
    if (known) return known;
    const here: Way[] = [];
    const everywhere = this.register.waysAt.get(product.key);
    for (const at of this.here) for (const way of everywhere?.get(at) ?? []) here.push(way);
    here.sort((one, other) => one.position - other.position);
    this.makersOf.set(product.key, here);
    return here;
  }
}

const NOBODY: readonly Way[] = [];
