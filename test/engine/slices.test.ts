import { balance } from "../../src/engine/balance";
import type { BalanceProgress, Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Situation } from "../../src/engine/model";
import { inSlices, waitFor, type Work } from "../../src/engine/slices";
import { madeUpProvince } from "../bench/madeUpProvince";

const LINES = 8_000;
const linear = loadSolveLinear();

/** Few products at one place: large parts in one step. */
function oneMeeting(): Situation {
  const made = madeUpProvince({ demandLines: LINES, market: "listed", products: 40 });
  return { ...made, places: [], factories: made.factories.map((factory) => ({ ...factory, place: made.office })) };
}

function doors(pause: Doors["pause"]): Doors {
  return { solveNetwork, solveLinear: () => linear, pause };
}

test("every stage pauses, and is called off at any pause", async () => {
  const situation = oneMeeting();
  const pauses: BalanceProgress["stage"][] = [];
  await balance(
    situation,
    doors(({ stage }) => {
      pauses.push(stage);
      return Promise.resolve();
    }),
  );
  // A loop that no longer yields changes a count: they are as deterministic as the result.
  const count = (stage: BalanceProgress["stage"]): number => pauses.filter((one) => one === stage).length;
  expect([count("ordering"), count("settling"), count("explaining")]).toEqual([27, 48, 2448]);

  const calledOff = new Error("called off");
  for (const last of ["ordering", "settling", "explaining"].map((stage) => pauses.findLastIndex((one) => one === stage))) {
    let made = 0;
    const pause = (): Promise<void> => (made++ === last ? Promise.reject(calledOff) : Promise.resolve());
    await expect(balance({ ...situation }, doors(pause))).rejects.toBe(calledOff);
    expect(made).toBe(last + 1);
  }
}, 120_000);

test("putting rows in order pauses once for a thousand lines or so", async () => {
  const lines = 60_000;
  let ordering = 0;
  const pause: Doors["pause"] = ({ stage }) => (stage === "ordering" ? Promise.resolve(void ordering++) : Promise.reject(new Error(stage)));
  const situation = madeUpProvince({ demandLines: lines, market: "listed" });
  await expect(balance(situation, doors(pause))).rejects.toThrow("settling");
  expect(ordering).toBeGreaterThan(lines / 1_100);
}, 120_000);

test.each(["a pause", "what it waits for"])("work that %s breaks off puts back what it took", async (breaks) => {
  const broken = new Error("broken off");
  const taken = new Set<string>();
  function* work(): Work<void> {
    taken.add("capacity");
    try {
      if (breaks === "a pause") yield;
      else yield* waitFor(Promise.reject(broken));
      taken.add("more");
    } finally {
      taken.delete("capacity");
    }
  }
  await expect(inSlices(work(), () => Promise.reject(broken))).rejects.toBe(broken);
  expect([...taken]).toEqual([]);
});
