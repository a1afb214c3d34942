/**
 * The tree of places under an office: who lies under whom, and in which order the places hold their meetings.
 */
import type { Situation } from "../model";

export interface PlaceTree {
  readonly root: string;
  /** Every place under the office and the office itself, lower before higher, equal depths by name. */
  readonly order: readonly string[];
  has(place: string): boolean;
  /** Is `place` the same as `above`, or somewhere under it? */
  isUnder(place: string, above: string): boolean;
  /** The place and every place under it. */
  under(place: string): ReadonlySet<string>;
  /** The place and every place above it, up to the office. */
  pathUp(place: string): readonly string[];
  /** The lowest place that holds both. */
  meet(one: string, other: string): string;
}

/** Builds the tree. Throws a RangeError where places go round in a circle (sheets report that to the clerk before). */
export function placeTree(situation: Situation): PlaceTree {
  const root = situation.office;
  const parents = parentsUnder(situation);
  const paths = new Map<string, readonly string[]>();
  for (const place of parents.keys()) {
    const path = pathToRoot(place, parents, root);
    if (path) paths.set(place, path);
  }
  const under = new Map<string, Set<string>>([...paths.keys()].map((place) => [place, new Set<string>()]));
  for (const [place, path] of paths) for (const above of path) under.get(above)?.add(place);
  const depth = (place: string): number => paths.get(place)?.length ?? 0;
  const order = [...paths.keys()].sort((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1));
  return {
    root,
    order,
    has: (place) => paths.has(place),
    under: (place) => under.get(place) ?? new Set(),
    pathUp: (place) => paths.get(place) ?? [],
    isUnder: (place, above) => under.get(above)?.has(place) ?? false,
    meet: (one, other) => {
      const path = paths.get(one) ?? [root];
      return path.find((place) => paths.get(other)?.includes(place)) ?? root;
    },
  };
}

/** The place above each one: what the list says, the office for the rest; factories' places count as listed. */
function parentsUnder(situation: Situation): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>();
  for (const place of situation.places)
    parents.set(place.name, place.name === situation.office ? undefined : (place.under ?? situation.office));
  for (const factory of situation.factories) if (!parents.has(factory.place)) parents.set(factory.place, situation.office);
  parents.set(situation.office, undefined);
  return parents;
}

/** The place, the one above it and so on up to the root; absent where the way up does not end at the root. */
function pathToRoot(place: string, parents: ReadonlyMap<string, string | undefined>, root: string): string[] | undefined {
  const path: string[] = [];
  for (let at: string | undefined = place; at !== undefined; at = parents.get(at)) {
    if (path.length > parents.size) throw new RangeError(`places go round in a circle at ${place}`);
    path.push(at);
    if (at === root) return path;
  }
  return undefined;
}
