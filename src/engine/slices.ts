/** Long work in slices: a generator that yields now and then. What it yields is nothing, or a promise that it waits for. */
export type Work<Result> = Generator<unknown, Result>;

/**
 * Runs it with a pause at each yield, so that it shows progress and can be called off. What a pause or a promise rejects with is
 * thrown where the work yielded, so that it puts back what it took.
 */
export async function inSlices<Result>(work: Work<Result>, pause: () => Promise<void>): Promise<Result> {
  let turn = work.next();
  while (!turn.done) {
    const waited = turn.value instanceof Promise ? turn.value : pause();
    turn = await waited.then(
      () => work.next(),
      (error: unknown) => work.throw(error),
    );
  }
  return turn.value;
}

/** Waits within such work for something that comes from outside. */
export function* waitFor<Value>(promise: Promise<Value>): Work<Value> {
  const arrived: Value[] = [];
  yield promise.then((value) => void arrived.push(value));
  return arrived[0];
}

/** Runs it to its end without a pause. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (let turn = work.next(); ; turn = work.next()) if (turn.done) return turn.value;
}

/** Rows worked on between two yields, where one takes some microseconds. */
export const ROWS_AT_ONCE = 1_000;

/** What `work` makes of each item, with a yield after so many of them. */
export function* eachInSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Result,
  slice = ROWS_AT_ONCE,
): Generator<void, Result[]> {
  const results = new Array<Result>(items.length);
  yield* forEachInSlices(items, (item, index) => void (results[index] = work(item, index)), slice);
  return results;
}

/** The same for work that makes nothing. By position: within a generator an iterator makes objects for every item. */
export function* forEachInSlices<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => void,
  slice = ROWS_AT_ONCE,
): Generator<void> {
  for (let index = 0; index < items.length; index++) {
    if (index % slice === slice - 1) yield;
    work(items[index], index);
  }
}
