import type { Doors } from "../../../src/engine/doors";
import { changedLine, deliveriesWithRest, settledWithRest, solveAgain } from "../../../src/engine/explain/resolve";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { openLedger, openOf, type Ledger } from "../../../src/engine/ledger";
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import type { Situation } from "../../../src/engine/model";
import { register } from "../../../src/engine/register/register";
import { settle } from "../../../src/engine/settle";
import { atOnce, inSlices, type Work } from "../../../src/engine/slices";
import { randomSituation } from "../../support/randomSituation";

/** 300 are shown by `RESOLVE_CASES=300 npx jest test/engine/explain/resolve`. */
const CASES = Number(process.env.RESOLVE_CASES ?? 40);

const linear = loadSolveLinear();
const doors: Doors = { solveNetwork, solveLinear: () => linear, pause: async () => {} };
const done = <Result>(work: Work<Result>): Promise<Result> => inSlices(work, async () => {});

async function settled(situation: Situation): Promise<Ledger> {
  const known = register(situation);
  const ledger = atOnce(openLedger(known));
  for (const place of known.places.order) await done(settle(ledger, place, doors));
  return ledger;
}

it("settles as much of a line by the goals that decide quantities as by all goals", async () => {
  let helped = 0;
  for (let seed = 0; seed < CASES; seed++) {
    const ledger = await settled(randomSituation(seed));
    const again = solveAgain(ledger, doors);
    for (const line of ledger.register.lines) {
      if (openOf(ledger.open, line).every((quantity) => quantity === 0)) continue;
      const { early, late } = line.demand;
      const changed = changedLine(ledger, line, { demand: { early: early + 1, late: late + 2, maySplit: true, onlySuppliers: [] } });
      const byAll = await done(deliveriesWithRest(changed, ledger, again));
      const resolves = await done(settledWithRest(changed, again));
      expect({ seed, resolves }).toEqual({ seed, resolves: byAll.reduce((sum, { quantity }) => sum + quantity, 0) });
      if (resolves > 0) helped++;
    }
  }
  expect(helped).toBeGreaterThan(CASES / 4);
}, 300_000);
