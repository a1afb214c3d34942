/** Items looked at between two yields. */
const SLICE = 8_192;

/** The first so many of the items in an order, without putting all of them in order. Yields now and then. */
export function* firstOf<Item>(
  items: readonly Item[],
  most: number,
  order: (one: Item, other: Item) => number,
): Generator<void, readonly Item[]> {
  const first: Item[] = [];
  for (let index = 0; index < items.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const place = placeFor(items[index], first, order);
    if (place === most) continue;
    first.splice(place, 0, items[index]);
    if (first.length > most) first.pop();
  }
  return first;
}

/** After all that do not come later. */
function placeFor<Item>(item: Item, ordered: readonly Item[], order: (one: Item, other: Item) => number): number {
  let high = ordered.length;
  if (high > 0 && order(item, ordered[high - 1]) >= 0) return high;
  for (let low = 0; low < high;) {
    const middle = (low + high) >> 1;
    if (order(item, ordered[middle]) < 0) high = middle;
    else low = middle + 1;
  }
  return high;
}
