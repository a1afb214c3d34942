import type { Network } from "../../../src/engine/flow/network";
import { gainOfSupply, gainsOfCapacity } from "../../../src/engine/flow/shadowPrices";
import { networkOf } from "./networkOf";
import { randomMarket, randomNetwork, randomNumbers } from "./randomNetwork";
import { solved } from "./solved";

const CASES = 500;

function changed(values: Float64Array, index: number, by: number): Float64Array {
  const copy = values.slice();
  copy[index] += by;
  return copy;
}

/** What each total loses when the network is solved with one unit more. */
function gainBySolvingAgain(network: Network, more: Partial<Network>): bigint[] {
  const { totals } = solved(network);
  return solved({ ...network, ...more }).totals.map((total, goal) => totals[goal] - total);
}

test("one more piece of a scarce capacity meets one more piece and costs its kilometres", () => {
  const network = networkOf(
    [0, 5, 0],
    [
      { from: 1, to: 0, costs: [0, 0], start: true },
      { from: 1, to: 2, costs: [-1, 37] },
      { from: 2, to: 0, capacity: 3, costs: [0, 0], start: true },
    ],
  );
  expect(gainsOfCapacity(network, solved(network), [2])).toEqual([[1n, -37n]]);
});

test(`${CASES} gains of one more unit of capacity are what solving again finds`, () => {
  let gains = 0;
  for (let seed = 1, cases = 0; cases < CASES; seed++) {
    const network = seed % 2 === 0 ? randomNetwork(seed) : randomMarket(seed);
    const solution = solved(network);
    const finite = Array.from(network.capacity.keys()).filter((arc) => Number.isFinite(network.capacity[arc]));
    const full = finite.filter((arc) => solution.flow[arc] === network.capacity[arc]);
    const candidates = full.length > 0 ? full : finite;
    if (candidates.length === 0) continue;
    cases++;
    const arc = candidates[randomNumbers(seed)(candidates.length)];
    const [gain] = gainsOfCapacity(network, solution, [arc]);
    expect({ seed, arc, gain }).toEqual({ seed, arc, gain: gainBySolvingAgain(network, { capacity: changed(network.capacity, arc, 1) }) });
    if (gain.some((value) => value !== 0n)) gains++;
  }
  expect(gains).toBeGreaterThan(CASES / 10);
});

test(`${CASES} gains of one more unit of supply are what solving again finds`, () => {
  for (let seed = 1, cases = 0; cases < CASES; seed++) {
    const network = seed % 2 === 0 ? randomNetwork(seed) : randomMarket(seed);
    const node = 1 + randomNumbers(seed)(network.nodes - 1);
    if (!startHasRoom(network, node)) continue;
    cases++;
    const gain = gainBySolvingAgain(network, { supply: changed(network.supply, node, 1) });
    expect({ seed, node, gain: gainOfSupply(solved(network), node) }).toEqual({ seed, node, gain });
  }
});

/** One more unit may fill a start arc on its way, and then the changed network breaks the contract. */
function startHasRoom({ supply, capacity, startArc, head }: Network, from: number): boolean {
  const total = supply.reduce((sum, units) => sum + units, 0);
  for (let node = from; node !== 0; node = head[startArc[node]]) if (capacity[startArc[node]] <= total + 1) return false;
  return true;
}
