import { balance } from "../../../src/engine/balance";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { openLedger } from "../../../src/engine/ledger";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import type { Balance, Situation } from "../../../src/engine/model";
import { register } from "../../../src/engine/register/register";
import { atOnce } from "../../../src/engine/slices";
import { OpenStep } from "../../../src/engine/step/step";
import { linesUnder } from "../../../src/engine/step/stepLines";
import { madeUpProvince } from "../../bench/madeUpProvince";

const linear = loadSolveLinear();

function solve(situation: Situation): Promise<Balance> {
  return balance(situation, { solveNetwork, solveLinear: () => linear, pause: async () => undefined });
}

/** One product, one place and one step, so that many lines are alike and equal plans below cannot change what is left. */
function market(seed: number): Situation {
  const made = madeUpProvince({ demandLines: 260, market: "any capable", products: 2 }, seed);
  return { ...made, places: [], factories: made.factories.map((factory) => ({ ...factory, place: made.office })) };
}

/** Every line wishes for a supplier of its own whom nobody knows: no goal changes, and no line is like another. */
function toldApart(situation: Situation): Situation {
  return { ...situation, demands: situation.demands.map((demand) => ({ ...demand, wishedSuppliers: [`nobody ${demand.no}`] })) };
}

function joinedLines(situation: Situation): number {
  const known = register(situation);
  const given = { lines: linesUnder(known, situation.office), table: atOnce(openLedger(known)) };
  const step = atOnce(OpenStep.open(known, situation.office, given));
  const parts = Array.from({ length: step.parts }, (_, part) => atOnce(step.lay(part)));
  return parts.flatMap(({ lines }) => lines).reduce((sum, { members }) => sum + (members?.length ?? 0), 0);
}

test("lines that nothing tells apart are balanced as one and reach the same goals as each for itself", async () => {
  for (let seed = 1; seed <= 2; seed++) {
    const together = market(seed);
    const apart = toldApart(together);
    expect(joinedLines(together)).toBeGreaterThan(10);
    expect(joinedLines(apart)).toBe(0);
    const [one, other] = [await solve(together), await solve(apart)];
    const upToOnTime = ({ steps }: Balance): unknown => steps.map(({ goals }) => goals.filter(({ goal }) => goal !== "on time"));
    expect(upToOnTime(one)).toEqual(upToOnTime(other));
  }
});

test("a joint plan is dealt out to its lines in their order, whatever the order of the rows", async () => {
  const made = market(3);
  const turned = { ...made, demands: [...made.demands].reverse(), capacities: [...made.capacities].reverse() };
  expect((await solve(turned)).agreements).toEqual((await solve(made)).agreements);
});
