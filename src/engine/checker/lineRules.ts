/** Rules over several agreements of a line: lots, lines that may not be split, and fixed rows that must not get lost. */
import type { Agreement, Balance, Situation } from "../model";
import type { Fault } from "./fault";
import { isFixed } from "./pairs";

const totalOf = (rows: readonly Agreement[]): number =>
  rows.reduce((sum, row) => sum + row.quantities.reduce((total, each) => total + each, 0), 0);

export function checkRules(situation: Situation, balance: Balance): readonly Fault[] {
  const faults: Fault[] = [];
  for (const line of situation.demands) {
    const mine = balance.agreements.filter(({ demandNo }) => demandNo === line.no);
    const fresh = mine.filter((row) => !isFixed(row));
    const lot = situation.products.find(({ key }) => key === line.product)?.minimumLot ?? 0;
    for (const row of fresh) {
      const total = totalOf(fresh.filter((each) => each.supplier === row.supplier && each.settledAt === row.settledAt));
      if (!line.inHouse && total < lot) faults.push({ code: "below the lot", no: row.no });
    }
    if (line.maySplit || fresh.length === 0) continue;
    // what a standing agreement keeps out of a step is not part of the whole that the step settles
    if (situation.standingAgreements.some(({ buyer, product }) => buyer === line.factory && product === line.product)) continue;
    const asked = line.cells.reduce((sum, { quantity }) => sum + quantity, 0);
    const makers = new Set(fresh.map((row) => JSON.stringify([row.supplier, row.settledAt])));
    if (makers.size > 1 || totalOf(mine) < asked) faults.push({ code: "split", no: line.no });
  }
  for (const line of situation.demands.filter(({ inHouse }) => inHouse)) {
    const moved = totalOf(balance.agreements.filter((row) => row.demandNo === line.no));
    const told = balance.transfers.filter((each) => each.inHouse && each.demandNo === line.no);
    const sum = told.reduce((total, each) => total + each.quantities.reduce((a, b) => a + b, 0), 0);
    if (sum !== moved) faults.push({ code: "transfer missing", no: line.no });
  }
  return faults;
}

/** What was agreed is either counted or listed to be reconsidered, quarter by quarter. */
export function checkFixed(situation: Situation, balance: Balance): readonly Fault[] {
  const faults: Fault[] = [];
  for (const row of situation.earlierAgreements.filter(({ status }) => status === "Agreed")) {
    const counted = balance.agreements.filter((each) => each.no === row.no && each.status === "Agreed");
    const missing = balance.reconsider.filter((each) => !each.standing && each.no === row.no);
    row.quantities.forEach((asked, quarter) => {
      const there = [...counted.map(({ quantities }) => quantities), ...missing.map((each) => each.missing)].reduce(
        (sum, each) => sum + (each[quarter] ?? 0),
        0,
      );
      if (there < asked) faults.push({ code: "agreed row lost", no: row.no, quarter });
      if (there > asked) faults.push({ code: "agreed row grown", no: row.no, quarter });
    });
  }
  return [...faults, ...checkStanding(situation, balance)];
}

function checkStanding(situation: Situation, balance: Balance): readonly Fault[] {
  const faults: Fault[] = [];
  const { firstYear, firstQuarter, quarters } = situation.horizon;
  const sorts = new Map<string, (typeof situation.standingAgreements)[number][]>();
  for (const row of situation.standingAgreements) {
    const key = JSON.stringify([row.supplier, row.buyer, row.product]);
    sorts.set(key, [...(sorts.get(key) ?? []), row]);
  }
  for (const rows of sorts.values()) {
    const [{ supplier, buyer, product, no }] = rows;
    // with a partner outside this office nothing is settled here: the quantity is kept out
    if (![supplier, buyer].every((name) => situation.factories.some((each) => each.name === name))) continue;
    const made = balance.agreements.filter((row) => row.basis === "standing" && row.status !== "Agreed");
    const counted = made.filter((row) => row.supplier === supplier && row.buyer === buyer && row.product === product);
    const missing = balance.reconsider.filter((each) => each.standing && rows.some((row) => row.no === each.no));
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const year = firstYear + Math.floor((firstQuarter - 1 + quarter) / 4);
      const inYear = (firstQuarter - 1 + quarter) % 4;
      const asked = rows
        .filter((row) => row.fromYear <= year && year <= row.toYear)
        .reduce((sum, row) => sum + Math.floor((row.yearlyQuantity + 3 - inYear) / 4), 0);
      const there = [...counted.map(({ quantities }) => quantities), ...missing.map((each) => each.missing)].reduce(
        (sum, each) => sum + (each[quarter] ?? 0),
        0,
      );
      if (there !== asked) faults.push({ code: "standing agreement lost", no, quarter });
    }
  }
  return faults;
}
