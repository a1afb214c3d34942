import { certify } from "../../../src/engine/flow/certify";
import { componentsOf, solveByComponents } from "../../../src/engine/flow/components";
import type { Network, NetworkSolution } from "../../../src/engine/flow/network";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { networkOf } from "./networkOf";
import { randomMarket, randomNetwork } from "./randomNetwork";
import { solved } from "./solved";
import { totalsOf } from "./totalsOf";

function solvedApart(network: Network): NetworkSolution {
  const steps = solveByComponents(network, solveNetwork);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

test("screws and bearings that meet only at the root are two components", () => {
  const network = networkOf(
    [0, 1, 1, 0],
    [
      { from: 1, to: 0, start: true },
      { from: 2, to: 3, start: true },
      { from: 3, to: 0, start: true },
    ],
  );
  expect(componentsOf(network).map(({ nodes, arcs }) => [[...nodes], [...arcs]])).toEqual([
    [[0, 1], [0]],
    [
      [0, 2, 3],
      [1, 2],
    ],
  ]);
});

test("solving apart reaches the same totals as solving at once, and is certified as a whole", () => {
  let several = 0;
  for (let seed = 1; seed <= 1_500; seed++) {
    const network = seed % 3 === 0 ? randomMarket(seed) : randomNetwork(seed, seed % 3 === 1 ? 2 ** 52 : 2 ** 40);
    if (componentsOf(network).length > 1) several++;
    const apart = solvedApart(network);
    expect({ seed, totals: apart.totals }).toEqual({ seed, totals: solved(network).totals });
    expect({ seed, totals: apart.totals }).toEqual({ seed, totals: totalsOf(network, apart.flow) });
    expect({ seed, certificate: certify(network, apart) }).toEqual({ seed, certificate: { ok: true } });
  }
  expect(several).toBeGreaterThan(100);
});
