import { balance } from "../../src/engine/balance";
import type { Doors } from "../../src/engine/doors";
import { solveNetwork } from "../../src/engine/flow/solveNetwork";
import { loadSolveLinear } from "../../src/engine/linear/solveWithHighs";
import { featuresOf, randomSituation } from "../support/randomSituation";
import { compare, oracleStep } from "./oracle";
import { OracleUnsure } from "./wholeProgram";

/** 2,000 are shown by `ORACLE_CASES=2000 npx jest test/oracle`; ORACLE_FROM starts elsewhere. */
const CASES = Number(process.env.ORACLE_CASES ?? 300);
const FROM = Number(process.env.ORACLE_FROM ?? 0);

const doors: Doors = { solveNetwork, solveLinear: () => loadSolveLinear(), pause: async () => {} };

test(
  `every goal of every step of ${CASES} random situations reaches the value of the oracle`,
  async () => {
    const differences: string[] = [];
    let settled = 0;
    let unsure = 0;
    for (let seed = FROM; seed < FROM + CASES; seed += 1) {
      const situation = randomSituation(seed);
      const result = await balance(situation, doors);
      settled += result.agreements.length;
      try {
        for (const difference of await compare(situation, result)) {
          differences.push(`seed ${seed} [${[...featuresOf(seed)].join(" ")}]: ${JSON.stringify(difference)}`);
        }
      } catch (error) {
        if (!(error instanceof OracleUnsure)) throw error;
        unsure += 1;
      }
    }
    expect(differences).toEqual([]);
    // a generator whose situations settle nothing would prove nothing
    expect(settled).toBeGreaterThan(CASES);
    expect(unsure).toBeLessThanOrEqual(CASES / 100);
  },
  30_000 + CASES * 1_000,
);

test("a plan that leaves out what could be settled differs from the oracle", async () => {
  let seen = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    const situation = randomSituation(seed);
    const result = await balance(situation, doors);
    const made = result.agreements.filter((each) => each.status === "Proposed" && each.basis !== "standing");
    if (made.length === 0) continue;
    seen += 1;
    const without = result.agreements.filter((each) => each !== made[made.length - 1]);
    expect(await compare(situation, { agreements: without })).not.toEqual([]);
  }
  expect(seen).toBeGreaterThan(5);
});

test("the oracle gives every goal of a step, in the clerk's order", async () => {
  const situation = { ...randomSituation(3), laterGoals: ["near", "kept", "on time", "fit", "partner"] as const };
  const { values } = await oracleStep(situation, situation.office, []);
  expect(values.map(({ goal, part }) => `${goal} ${part}`)).toEqual([
    "priority 1 0",
    "priority 2 0",
    "priority 3 0",
    "in-house 0",
    "near 0",
    "kept 0",
    "on time 0",
    "on time 1",
    "fit 0",
    "partner 0",
    "partner 1",
  ]);
});
