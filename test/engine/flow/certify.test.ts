import { certify } from "../../../src/engine/flow/certify";
import type { Network, NetworkSolution } from "../../../src/engine/flow/network";
import { networkOf } from "./networkOf";
import { randomMarket, randomNetwork, randomNumbers } from "./randomNetwork";
import { solved } from "./solved";
import { totalsOf } from "./totalsOf";

const MUTATIONS = 500;

const network = networkOf(
  [0, 4],
  [
    { from: 1, to: 0, costs: [0, 0], start: true },
    { from: 1, to: 0, capacity: 3, costs: [-1, 2] },
  ],
);
const solution = solved(network);

function withFlow(...flow: number[]): NetworkSolution {
  return { ...solution, flow: Float64Array.from(flow) };
}

test("an optimal flow is certified", () => {
  expect(solution.totals).toEqual([-3n, 6n]);
  expect(certify(network, solution)).toEqual({ ok: true });
});

test.each([
  ["half units", withFlow(1.5, 2.5), { kind: "fraction", arc: 0, flow: 1.5 }],
  ["less than nothing", withFlow(5, -1), { kind: "negative", arc: 1, flow: -1 }],
  ["more than fits", withFlow(0, 4), { kind: "above capacity", arc: 1, flow: 4 }],
  ["a lost unit", withFlow(0, 3), { kind: "balance", node: 1, surplus: "-1" }],
  ["a unit that could do better", withFlow(2, 2), { kind: "reduced cost", arc: 1, goal: 0, reducedCost: "-1" }],
  ["flows of another network", withFlow(4), { kind: "shape", what: "1 flows for 2 arcs" }],
  [
    "broken potentials",
    { ...solution, potentials: [Float64Array.of(0, NaN), Float64Array.of(0, 0)] },
    { kind: "potential", node: 1, goal: 0 },
  ],
  ["potentials of nothing", { ...solution, potentials: [] }, { kind: "shape", what: "0 potentials for 2 goals" }],
])("refused: %s", (_, evidence, violation) => {
  expect(certify(network, evidence)).toEqual({ ok: false, violation });
});

test("refused: costs that are no whole numbers", () => {
  const broken: Network = { ...network, costs: [Float64Array.of(0, -0.5), network.costs[1]] };
  expect(certify(broken, solution)).toEqual({ ok: false, violation: { kind: "cost", arc: 1, goal: 0 } });
});

test("a flow that is best in the first goal but not in the second is refused in the second", () => {
  const twoWays = networkOf(
    [0, 1],
    [
      { from: 1, to: 0, costs: [0, 5], start: true },
      { from: 1, to: 0, costs: [0, 3] },
    ],
  );
  const worse = { ...solved(twoWays), flow: Float64Array.of(1, 0) };
  expect(certify(twoWays, worse)).toMatchObject({ ok: false, violation: { kind: "reduced cost", goal: 1 } });
});

/** Sends one unit around a random cycle with room, so that limits and balances hold and only the proof can tell. */
function mutated(seed: number, of: Network, { flow }: NetworkSolution): Float64Array | undefined {
  const random = randomNumbers(seed);
  const steps = Array.from(flow.keys()).flatMap((arc) => [
    ...(flow[arc] < of.capacity[arc] ? [{ arc, by: 1, from: of.tail[arc], to: of.head[arc] }] : []),
    ...(flow[arc] > 0 ? [{ arc, by: -1, from: of.head[arc], to: of.tail[arc] }] : []),
  ]);
  if (steps.length === 0) return undefined;
  const first = steps[random(steps.length)];
  const cameBy = new Map([[first.to, first]]);
  const queue = [first.to];
  for (let node = queue.shift(); node !== undefined && !cameBy.has(first.from); node = queue.shift()) {
    for (const step of steps) {
      if (step.from !== node || step.arc === first.arc || cameBy.has(step.to)) continue;
      cameBy.set(step.to, step);
      queue.push(step.to);
    }
  }
  const copy = flow.slice();
  for (let step = cameBy.get(first.from); step !== undefined; step = step === first ? undefined : cameBy.get(step.from))
    copy[step.arc] += step.by;
  return cameBy.has(first.from) ? copy : undefined;
}

test(`${MUTATIONS} optimal flows with one unit moved around are all caught, unless the move costs nothing`, () => {
  let caught = 0;
  for (let seed = 1; caught < MUTATIONS; seed++) {
    const random = seed % 2 === 0 ? randomNetwork(seed) : randomMarket(seed);
    const best = solved(random);
    const flow = mutated(seed, random, best);
    if (flow === undefined) continue;
    const certificate = certify(random, { ...best, flow });
    const totals = totalsOf(random, flow);
    expect({ seed, accepted: certificate.ok }).toEqual({ seed, accepted: totals.every((total, goal) => total === best.totals[goal]) });
    if (certificate.ok) continue;
    expect(certificate.violation.kind).toBe("reduced cost");
    caught++;
  }
});

test(`${MUTATIONS} optimal flows with one unit lost or found are all caught`, () => {
  for (let seed = 1, cases = 0; cases < MUTATIONS; seed++) {
    const random = seed % 2 === 0 ? randomNetwork(seed) : randomMarket(seed);
    const best = solved(random);
    const arc = randomNumbers(seed)(random.tail.length);
    if (random.tail[arc] === random.head[arc]) continue;
    cases++;
    const flow = best.flow.slice();
    flow[arc] += seed % 3 === 0 ? -1 : 1;
    expect(certify(random, { ...best, flow }).ok).toBe(false);
  }
});
