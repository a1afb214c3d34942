/** Long work in slices: what yields now and then is run with a pause at each yield, so that it shows progress and can be called off. */
export async function inSlices<Result>(work: Generator<void, Result>, pause: () => Promise<void>): Promise<Result> {
  for (let turn = work.next(); ; turn = work.next()) {
    if (turn.done) return turn.value;
    await pause();
  }
}
