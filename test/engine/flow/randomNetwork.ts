/** Seeded random networks, as degenerate as can be: ties, unit quantities, empty nodes, arcs without capacity. */
import type { Network } from "../../../src/engine/flow/network";
import { networkOf, type ArcStory } from "./networkOf";

/** Mulberry32: the same numbers everywhere for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Any network: negative costs only on arcs of finite capacity, so that every total has a lower bound. */
export function randomNetwork(seed: number, costLimit = 2 ** 40): Network {
  const random = randomNumbers(seed);
  const nodes = 2 + random(9);
  const goals = 1 + random(5);
  const spread = [1, 2, 4, 1_000, costLimit][random(5)];
  const most = [1, 1, 2, 10, 1_000_000][random(5)];
  const supply = Array.from({ length: nodes }, (_, node) => (node === 0 || random(3) === 0 ? 0 : random(most + 1)));
  const arcs: ArcStory[] = [];
  const costs = (mayPay: boolean): number[] =>
    Array.from({ length: goals }, () => (random(3) === 0 ? 0 : random(spread + 1) - (mayPay ? Math.floor(spread / 2) : 0)));
  const total = supply.reduce((sum, units) => sum + units, 0);
  for (let node = 1; node < nodes; node++) {
    const finite = random(3) === 0;
    arcs.push({ from: node, to: random(node), capacity: finite ? total + 1 + random(3) : Infinity, costs: costs(finite), start: true });
  }
  for (let more = random(nodes * 4); more > 0; more--) {
    const finite = random(2) === 0;
    arcs.push({ from: random(nodes), to: random(nodes), capacity: finite ? random(most + 1) : Infinity, costs: costs(finite) });
  }
  for (let index = arcs.length - 1; index > 0; index--) {
    const other = random(index + 1);
    [arcs[index], arcs[other]] = [arcs[other], arcs[index]];
  }
  return networkOf(supply, arcs);
}

/** The engine's shape: cells, capacities of rows and an unmet arc for each cell; −1 for what is met, distances after that. */
export function randomMarket(seed: number, size = 12): Network {
  const random = randomNumbers(seed);
  const cells = 1 + random(size);
  const rows = 1 + random(Math.ceil(size / 2));
  const most = [1, 3, 100][random(3)];
  const supply = [0, ...Array.from({ length: cells }, () => 1 + random(most)), ...Array.from({ length: rows }, () => 0)];
  const arcs: ArcStory[] = [];
  for (let cell = 1; cell <= cells; cell++) {
    const priority = random(3);
    arcs.push({ from: cell, to: 0, costs: [0, 0, 0, 0, 0], start: true });
    for (let row = 0; row < rows; row++) {
      if (random(3) === 0) continue;
      const met = [0, 1, 2].map((level) => (level === priority ? -1 : 0));
      arcs.push({
        from: cell,
        to: 1 + cells + row,
        capacity: random(4) === 0 ? random(3) : Infinity,
        costs: [...met, random(3), random(500)],
      });
    }
  }
  for (let row = 0; row < rows; row++)
    arcs.push({ from: 1 + cells + row, to: 0, capacity: 1 + random(most * 3), costs: [0, 0, 0, 0, 0], start: true });
  return networkOf(supply, arcs);
}
