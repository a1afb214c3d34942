import { balance } from "../../src/engine/balance";
import type { Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import { Memory } from "../../src/engine/memory";
import type { Balance, Situation } from "../../src/engine/model";
import { madeUpProvince } from "../bench/madeUpProvince";
import { randomFrom } from "../support/random";
import { randomSituation } from "../support/randomSituation";

/** 2,000 are shown by `MEMORY_CASES=2000 npx jest test/engine/memory`. */
const CASES = Number(process.env.MEMORY_CASES ?? 60);

const linear = loadSolveLinear();

class Counted {
  solved = 0;
  readonly doors: Doors = {
    pause: async () => undefined,
    solveNetwork: (network) => {
      this.solved++;
      return solveNetwork(network);
    },
    solveLinear: async () => {
      const solve = await linear;
      return (...given) => {
        this.solved++;
        return solve(...given);
      };
    },
  };
}

/** The situation with one quantity or one available amount changed. */
function edited(situation: Situation, seed: number): Situation {
  const { below } = randomFrom(seed);
  if (below(2) === 0 || situation.demands.length === 0) {
    const row = below(situation.capacities.length);
    const more = (amounts: readonly number[]): readonly number[] => amounts.with(0, amounts[0] + 1 + below(3));
    const changed = situation.capacities.map((one, index) => (index === row ? { ...one, available: more(one.available) } : one));
    return { ...situation, capacities: changed };
  }
  const line = below(situation.demands.length);
  const demands = situation.demands.map((one, index) =>
    index === line ? { ...one, cells: one.cells.map((cell) => ({ ...cell, quantity: cell.quantity + 1 })) } : one,
  );
  return { ...situation, demands };
}

function anew(situation: Situation): Promise<Balance> {
  return balance({ ...situation }, new Counted().doors);
}

test("a run that remembers the run before the edit gives what a run without memory gives", async () => {
  for (let seed = 1; seed <= CASES; seed++) {
    const memory = new Memory();
    let situation = randomSituation(seed);
    for (let edit = 0; edit < 3; edit++) {
      expect(await balance({ ...situation }, memory.doorsOfRun(new Counted().doors))).toEqual(await anew(situation));
      situation = edited(situation, 10 * seed + edit);
    }
  }
}, 120_000);

test("after an edit of one row no more than what it touches is solved again, and nothing after none", async () => {
  const situation = madeUpProvince({ demandLines: 1_500, market: "listed", lots: 100 });
  const [memory, first, second, third] = [new Memory(), new Counted(), new Counted(), new Counted()];
  const before = await balance(situation, memory.doorsOfRun(first.doors));
  expect(await balance({ ...situation }, memory.doorsOfRun(second.doors))).toEqual(before);
  expect(second.solved).toBe(0);
  const [line, ...others] = situation.demands.filter(({ inHouse }) => !inHouse);
  const changed = { ...situation, demands: [{ ...line, cells: [{ ...line.cells[0], quantity: 7 }] }, ...others] };
  expect(await balance(changed, memory.doorsOfRun(third.doors))).toEqual(await anew(changed));
  expect(third.solved).toBeGreaterThan(0);
  expect(third.solved).toBeLessThan(first.solved / 10);
}, 120_000);
