/** Every agreement by itself: numbers, names, quantities, and whether its supplier may make its line at all. */
import type { Agreement, Balance, Demand, Situation } from "../model";
import type { Fault, FaultCode } from "./fault";
import { meansOf } from "./means";

export function checkPairs(situation: Situation, balance: Balance): readonly Fault[] {
  const faults: Fault[] = [];
  const numbers = new Set<string>();
  for (const row of balance.agreements) {
    if (numbers.has(row.no)) faults.push({ code: "number repeated", no: row.no });
    numbers.add(row.no);
    const line = situation.demands.find(({ no }) => no === row.demandNo);
    const codes = [
      ...rowFaults(situation, row),
      ...(line ? [...lineFaults(row, line), ...(isFixed(row) ? [] : pairFaults(situation, row, line))] : []),
    ];
    // an agreed row may concern a line or a factory outside this office
    if (!line && row.status !== "Agreed") codes.push("unknown line");
    faults.push(...codes.map((code) => ({ code, no: row.no })));
  }
  return faults;
}

/** Fixed rows hold whatever grade, lot or list says now: only demand and capacity must bear them. */
export function isFixed(row: Agreement): boolean {
  return row.status === "Agreed" || row.basis === "standing";
}

function rowFaults(situation: Situation, row: Agreement): FaultCode[] {
  const codes: FaultCode[] = [];
  if (row.quantities.length !== situation.horizon.quarters) codes.push("other number of quarters");
  if (row.quantities.some((quantity) => !Number.isInteger(quantity) || quantity < 0)) codes.push("not a whole quantity");
  if (!row.quantities.some((quantity) => quantity !== 0)) codes.push("empty agreement");
  if (isFixed(row)) return codes;
  const known = row.settledAt === situation.office || situation.places.some(({ name }) => name === row.settledAt);
  if (!known) codes.push("unknown place");
  for (const name of [row.supplier, row.buyer]) {
    const factory = situation.factories.find((each) => each.name === name);
    if (factory && known && !isUnder(situation, factory.place, row.settledAt)) codes.push("not under the place");
  }
  return codes;
}

function isUnder(situation: Situation, place: string, above: string): boolean {
  let at = place;
  for (let steps = 0; steps <= situation.places.length + 1; steps += 1) {
    if (at === above) return true;
    if (at === situation.office) return false;
    at = situation.places.find(({ name }) => name === at)?.under ?? situation.office;
  }
  return false;
}

function lineFaults(row: Agreement, line: Demand): FaultCode[] {
  const codes: FaultCode[] = [];
  if (row.product !== line.product) codes.push("other product");
  if (row.buyer !== line.factory) codes.push("other buyer");
  return codes;
}

function pairFaults(situation: Situation, row: Agreement, line: Demand): FaultCode[] {
  const codes: FaultCode[] = [];
  if (row.supplier === line.factory) codes.push("own supply");
  if (line.material === "not secured") codes.push("material not secured");
  if (line.onlySuppliers.length > 0 && !line.onlySuppliers.includes(row.supplier)) codes.push("not among only these");
  if (line.notSuppliers.includes(row.supplier)) codes.push("among not these");
  const refused = situation.earlierAgreements.some(
    (each) => each.status === "Rejected" && each.supplier === row.supplier && each.demandNo === line.no,
  );
  if (refused) codes.push("rejected");
  const factory = situation.factories.find(({ name }) => name === row.supplier);
  const product = situation.products.find(({ key }) => key === line.product);
  if (!factory || !product) return [...codes, "unknown supplier"];
  const means = meansOf(situation, factory, product);
  if (!means) return [...codes, "no means"];
  if (means.grade < Math.max(line.grade ?? 1, product.grade ?? 1)) codes.push("grade too low");
  const { unitWeight } = product;
  if (unitWeight !== undefined && means.rows.some(({ row: used }) => used.largestPiece !== undefined && used.largestPiece < unitWeight))
    codes.push("piece too large");
  return codes;
}
