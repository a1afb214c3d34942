/** A small seeded generator of whole numbers (xorshift), so that every random test can be named by one number. */
export interface Random {
  /** A whole number from 0 to below `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  /** True so many times in a hundred. */
  readonly chance: (percent: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly some: <Item>(items: readonly Item[], percent: number) => Item[];
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
}

export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let warm = 0; warm < 8; warm += 1) next();
  const below = (limit: number): number => next() % limit;
  const chance = (percent: number): boolean => below(100) < percent;
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const mixed = [...items];
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    return mixed;
  };
  return {
    below,
    chance,
    shuffled,
    between: (from, to) => from + below(to - from + 1),
    pick: (items) => items[below(items.length)],
    some: (items, percent) => items.filter(() => chance(percent)),
  };
}
