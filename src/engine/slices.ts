/** Long work in slices: a generator that yields now and then. */

/** Runs it with a pause at each yield, so that it shows progress and can be called off. */
export async function inSlices<Result>(work: Generator<void, Result>, pause: () => Promise<void>): Promise<Result> {
  for (let turn = work.next(); ; turn = work.next()) {
    if (turn.done) return turn.value;
    await pause();
  }
}

/** Runs it to its end without a pause. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (let turn = work.next(); ; turn = work.next()) if (turn.done) return turn.value;
}
