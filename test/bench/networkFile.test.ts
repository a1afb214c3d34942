/** What is measured from a file is what was laid. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layAnyCapable } from "./anyCapable";
import { giant, market, province } from "./market";
import { measure } from "./measure";
import { NetworkFile } from "./networkFile";

const folder = mkdtempSync(join(tmpdir(), "networks-"));
afterAll(() => rmSync(folder, { recursive: true }));

function filled(name: string, fill: (file: NetworkFile) => void): NetworkFile {
  const file = new NetworkFile(join(folder, name));
  fill(file);
  return file;
}

test("networks come back as they were written, as often as they are asked for", () => {
  const laid = [...market(province(1_000))];
  const file = filled("listed.bin", (into) => laid.forEach((network) => into.add(network)));
  expect([...file]).toEqual(laid);
  expect([...file]).toEqual(laid);
  file.close();
});

test("where any capable row may deliver, places and the province together give no more than there is", () => {
  const scarce = market(giant(2_000));
  const file = filled("any.bin", (into) => layAnyCapable(scarce, 1956, into));
  const { totals } = measure(file);
  const met = -Number(totals[0] + totals[1] + totals[2]);
  const sum = (units: Int32Array): number => units.reduce((all, one) => all + one, 0);
  expect(met).toBeGreaterThan(0.9 * sum(scarce.sides.capacity.quantity));
  expect(met).toBeLessThanOrEqual(sum(scarce.sides.capacity.quantity));
  file.close();
});
