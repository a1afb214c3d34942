import { balance } from "../../src/engine/balance";
import type { BalanceProgress, Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import type { Situation } from "../../src/engine/model";
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

test("every stage pauses at least once for some thousand lines, and is called off at any pause", async () => {
  const situation = oneMeeting();
  const pauses: BalanceProgress["stage"][] = [];
  const result = await balance(
    situation,
    doors(({ stage }) => {
      pauses.push(stage);
      return Promise.resolve();
    }),
  );
  const count = (stage: BalanceProgress["stage"]): number => pauses.filter((one) => one === stage).length;
  expect(count("ordering")).toBeGreaterThanOrEqual(LINES / 2_048);
  expect(count("settling")).toBeGreaterThanOrEqual(LINES / 1_024);
  expect(count("explaining")).toBeGreaterThanOrEqual(result.agreements.length / 4_096);

  const calledOff = new Error("called off");
  for (const last of ["ordering", "settling", "explaining"].map((stage) => pauses.findLastIndex((one) => one === stage))) {
    let made = 0;
    const pause = (): Promise<void> => (made++ === last ? Promise.reject(calledOff) : Promise.resolve());
    await expect(balance({ ...situation }, doors(pause))).rejects.toBe(calledOff);
    expect(made).toBe(last + 1);
  }
}, 120_000);
