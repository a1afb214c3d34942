/** Another solver's word: HiGHS on the same networks as linear programs, goal after goal, each goal before held at its best. */
import { loadSolveLinear } from "../../../src/engine/linear/solveWithHighs";
import type { LinearModel, SolveLinear, Terms } from "../../../src/engine/linear/model";
import type { Network } from "../../../src/engine/flow/network";
import { randomMarket, randomNetwork } from "./randomNetwork";
import { solved } from "./solved";

const NETWORKS = 300;

function totalsByHighs(solve: SolveLinear, { nodes, supply, tail, head, capacity, costs }: Network): number[] {
  const arcs = Array.from(tail.keys());
  const balances = Array.from({ length: nodes - 1 }, (_, index): Terms => {
    const node = index + 1;
    const column = arcs.filter((arc) => tail[arc] !== head[arc] && (tail[arc] === node || head[arc] === node));
    return { column, coefficient: column.map((arc) => (tail[arc] === node ? 1 : -1)) };
  });
  const supplies = Array.from(supply.subarray(1));
  const model = {
    columns: arcs.length,
    lower: arcs.map(() => 0),
    upper: [...capacity],
    rows: [...balances],
    rowLower: [...supplies],
    rowUpper: [...supplies],
  } satisfies LinearModel;
  return costs.map((cost) => {
    const column = arcs.filter((arc) => cost[arc] !== 0);
    const goal = { column, coefficient: column.map((arc) => cost[arc]) };
    const { status, bound } = solve(model, goal, { relaxed: true });
    expect(status).toBe("optimal");
    const total = Math.round(bound);
    model.rows.push(goal);
    model.rowLower.push(-Infinity);
    model.rowUpper.push(total);
    return total;
  });
}

/** HiGHS keeps rows to within 1e-7, so the totals it is asked to hold must not be large. */
const LARGEST_TOTAL = 100_000n;

test(`${NETWORKS} networks have the totals that HiGHS finds`, async () => {
  const solve = await loadSolveLinear();
  for (let seed = 1, cases = 0; cases < NETWORKS; seed++) {
    const network = seed % 2 === 0 ? randomNetwork(seed, 100) : randomMarket(seed);
    const { totals } = solved(network);
    if (totals.some((total) => total > LARGEST_TOTAL || total < -LARGEST_TOTAL) || network.supply.some((units) => units > 1_000)) continue;
    cases++;
    expect({ seed, totals }).toEqual({ seed, totals: totalsByHighs(solve, network).map((total) => BigInt(total)) });
  }
});
