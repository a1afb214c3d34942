import { certify } from "../../../src/engine/flow/certify";
import type { Network } from "../../../src/engine/flow/network";
import { solveNetwork } from "../../../src/engine/flow/solveNetwork";
import { networkOf } from "./networkOf";
import { randomNetwork } from "./randomNetwork";
import { solved } from "./solved";

const unmet = { to: 0, costs: [0, 0], start: true } as const;

describe("hand stories", () => {
  test("the scarce lathe goes to the factory next door, and what is left to the far one", () => {
    const network = networkOf(
      [0, 4, 4, 0],
      [
        { from: 1, ...unmet },
        { from: 2, ...unmet },
        { from: 3, to: 0, capacity: 6, start: true },
        { from: 1, to: 3, costs: [-1, 300] },
        { from: 2, to: 3, costs: [-1, 20] },
      ],
    );
    const { flow, totals } = solved(network);
    expect([...flow]).toEqual([2, 0, 6, 2, 4]);
    expect(totals).toEqual([-6n, 680n]);
  });

  test("no saving of kilometres is worth one unmet piece", () => {
    const network = networkOf(
      [0, 1, 1, 0, 0],
      [
        { from: 1, ...unmet },
        { from: 2, ...unmet },
        { from: 3, to: 0, capacity: 1, start: true },
        { from: 4, to: 0, capacity: 1, start: true },
        { from: 1, to: 3, costs: [-1, 0] },
        { from: 1, to: 4, costs: [-1, 1_000_000] },
        { from: 2, to: 3, costs: [-1, 1_000_000] },
      ],
    );
    expect(solved(network).totals).toEqual([-2n, 2_000_000n]);
  });

  test("a full arc can be emptied again for a later goal where the earlier one does not mind", () => {
    const network = networkOf(
      [0, 2],
      [
        { from: 1, to: 0, costs: [1, 0, 0], start: true },
        { from: 1, to: 0, capacity: 1, costs: [0, 1, 5] },
        { from: 1, to: 0, capacity: 1, costs: [0, 1, 7] },
        { from: 1, to: 0, capacity: 1, costs: [0, 2, 0] },
      ],
    );
    expect([...solved(network).flow]).toEqual([0, 1, 1, 0]);
  });

  test("what an arc from the root saves in a later goal is not worth an earlier one", () => {
    const network = networkOf(
      [0, 1],
      [
        { from: 1, to: 0, start: true },
        { from: 0, to: 1, capacity: 5, costs: [1, -10] },
      ],
    );
    expect([...solved(network).flow]).toEqual([1, 0]);
  });

  test("a network of the root alone, and one without goals, are solved by their start", () => {
    expect(solved(networkOf([0], [])).totals).toEqual([]);
    expect([...solved(networkOf([0, 3], [{ from: 1, to: 0, start: true }])).flow]).toEqual([3]);
  });
});

describe("broken contracts are RangeErrors that name the number", () => {
  const loop = networkOf(
    [0, 1, 0],
    [
      { from: 1, to: 0, costs: [0], start: true },
      { from: 1, to: 2, costs: [-1] },
      { from: 2, to: 1, costs: [0], start: true },
    ],
  );
  const one = (more: Partial<Network>): Network => ({ ...networkOf([0, 1], [{ from: 1, to: 0, costs: [1], start: true }]), ...more });

  test.each([
    ["a cycle that pays without end", loop, /arc 1 .*without end/],
    ["half a unit", one({ supply: Float64Array.of(0, 0.5) }), /supply of node 1: 0.5/],
    ["a start without room", one({ capacity: Float64Array.of(1) }), /no room on arc 0: 1 of 1/],
    ["no start", one({ startArc: Int32Array.of(-1, -1) }), /node 1 has no start arc/],
    ["half a cost", { ...loop, costs: [Float64Array.of(0, 0.5, 0)] }, /cost of arc 1 in goal 0: 0.5/],
    ["a cost of 2^53", { ...loop, costs: [Float64Array.of(0, 2 ** 53, 0)] }, /a cost in goal 0 is too large: 9007199254740992/],
    ["more units than numbers count", one({ supply: Float64Array.of(0, 2 ** 53) }), /supply of node 1: 9007199254740992/],
  ])("%s", (_, network, message) => {
    expect(() => solved(network)).toThrow(RangeError);
    expect(() => solved(network)).toThrow(message);
  });

  test("start arcs that run in a circle", () => {
    const circle = networkOf(
      [0, 0, 0],
      [
        { from: 1, to: 2, start: true },
        { from: 2, to: 1, start: true },
      ],
    );
    expect(() => solved(circle)).toThrow(/2 nodes do not reach the root/);
  });
});

test("costs near 2^53 in ten goals stay exact", () => {
  const huge = Number.MAX_SAFE_INTEGER;
  const goals = Array.from({ length: 10 }, (_, goal) => huge - goal);
  const network = networkOf(
    [0, 3, 0, 0, 0],
    [
      { from: 1, to: 0, costs: goals.map((cost) => cost), start: true },
      { from: 1, to: 2, costs: goals },
      { from: 2, to: 3, costs: goals, start: true },
      { from: 3, to: 4, costs: goals.map((cost) => -cost), capacity: 9 },
      { from: 3, to: 0, costs: goals, start: true },
      { from: 4, to: 0, costs: goals.map((cost, goal) => (goal === 9 ? -cost : 1 - cost)), capacity: 2, start: true },
    ],
  );
  const solution = solved(network);
  expect([...solution.flow]).toEqual([1, 2, 2, 2, 0, 2]);
  expect(solution.totals).toEqual(goals.map((cost, goal) => (goal === 9 ? BigInt(cost) : BigInt(cost) + 2n)));
  expect(certify(network, solution)).toEqual({ ok: true });
});

test("costs times a factor give the same flow, units times a factor that multiple of the totals", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const network = randomNetwork(seed, 1_000);
    const { flow, totals } = solved(network);
    const dearer = solved({ ...network, costs: network.costs.map((cost) => cost.map((value) => value * 7)) });
    expect(dearer.totals).toEqual(totals.map((total) => total * 7n));
    const more = solved({
      ...network,
      supply: network.supply.map((units) => units * 11),
      capacity: network.capacity.map((units) => units * 11),
    });
    expect(more.totals).toEqual(totals.map((total) => total * 11n));
    expect(more.flow).toEqual(flow.map((units) => units * 11));
  }
});

test("the same network gives the same flow, potentials and pivots every time", () => {
  for (let seed = 1; seed <= 50; seed++) expect(solved(randomNetwork(seed))).toEqual(solved(randomNetwork(seed)));
});

test("a caller gets a turn every few thousand pivots", () => {
  const cells = Array.from({ length: 10_000 }, (_, index) => index + 1);
  const network = networkOf(
    [0, ...cells.map(() => 1)],
    cells.flatMap((cell) => [
      { from: cell, to: 0, start: true as const },
      { from: cell, to: 0, costs: [-1] },
    ]),
  );
  let turns = 0;
  const steps = solveNetwork(network);
  for (let step = steps.next(); !step.done; step = steps.next()) turns++;
  expect(turns).toBe(2);
});
