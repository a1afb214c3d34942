/** The count is FUZZED_NETWORKS (`FUZZED_NETWORKS=60000 npx jest test/engine/flow`); less than that by default, for time. */
import { certify } from "../../../src/engine/flow/certify";
import { randomMarket, randomNetwork } from "./randomNetwork";
import { solved } from "./solved";
import { totalsOf } from "./totalsOf";

const COUNT = Number(process.env.FUZZED_NETWORKS ?? 12_000);

test.each([
  ["any network", randomNetwork],
  ["markets of cells and rows", (seed: number) => randomMarket(seed)],
  ["costs near 2^53, in two words", (seed: number) => randomNetwork(seed, 2 ** 52)],
])(
  "random degenerate networks are certified optimal: %s",
  (_, random) => {
    for (let seed = 1; seed <= COUNT / 3; seed++) {
      const network = random(seed);
      const solution = solved(network);
      const certificate = certify(network, solution);
      if (!certificate.ok) throw new Error(`seed ${seed}: ${JSON.stringify(certificate.violation)}`);
      expect(solution.totals).toEqual(totalsOf(network, solution.flow));
    }
  },
  600_000,
);
