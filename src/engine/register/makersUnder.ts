/** Who among the factories under a place may make a line. */
import { eligibleWays, type Way } from "./eligibility";
import type { Line } from "./lines";
import type { Register } from "./register";

export class MakersUnder {
  /** Makers by product, at each place that is here. */
  private readonly here: readonly ReadonlyMap<string, readonly Way[]>[];
  private readonly makersOf = new Map<string, readonly Way[]>();
  /** By the list of all who may make a line, where lines share it. */
  private readonly lists = new Map<readonly Way[], readonly Way[]>();

  constructor(
    private readonly register: Register,
    private readonly place: string,
  ) {
    // At the office itself nobody is left out.
    this.here = place === register.places.root ? [] : [...register.places.under(place)].flatMap((at) => register.waysAt.get(at) ?? []);
  }

  /** In the order of the line's makers. */
  of(line: Line): readonly Way[] {
    const { eligible, sharesMakers, product } = line;
    if (this.place === this.register.places.root || eligible.length === 0) return eligible;
    const here = this.makersHere(product.key);
    if (here.length === 0) return here;
    if (!sharesMakers) return eligibleWays(here, line);
    let under = this.lists.get(eligible);
    if (!under) this.lists.set(eligible, (under = eligibleWays(here, line)));
    return under;
  }

  /** All makers of a product who sit under the place. */
  private makersHere(product: string): readonly Way[] {
    if (this.here.length === 1) return this.here[0].get(product) ?? NOBODY;
    const known = this.makersOf.get(product);
    if (known) return known;
    const makers = this.here.flatMap((at) => at.get(product) ?? NOBODY).sort((one, other) => one.position - other.position);
    this.makersOf.set(product, makers);
    return makers;
  }
}

const NOBODY: readonly Way[] = [];
