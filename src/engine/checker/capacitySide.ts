/** Adds up what a plan takes from and frees on every capacity row, and compares it with the plan's own account. */
import type { Balance, Factory, Product, Situation } from "../model";
import type { Booked } from "./demandSide";
import type { Fault } from "./fault";
import { fineSteps, meansOf } from "./means";

export function checkCapacity(situation: Situation, balance: Balance, booked: readonly Booked[]): readonly Fault[] {
  const taken = new Map<string, bigint>();
  const freed = new Map<string, bigint>();
  const put = (
    sums: Map<string, bigint>,
    given: { factory: Factory | undefined; product: Product | undefined; quarter: number; quantity: number },
  ): void => {
    const means = given.factory && given.product && meansOf(situation, given.factory, given.product);
    if (!Number.isInteger(given.quantity)) return;
    for (const { row, perStep } of means?.rows ?? []) {
      const key = `${given.quarter} ${row.no}`;
      sums.set(key, (sums.get(key) ?? 0n) + perStep * BigInt(given.quantity));
    }
  };
  const factory = (name: string): Factory | undefined => situation.factories.find((each) => each.name === name);
  const product = (key: string): Product | undefined => situation.products.find((each) => each.key === key);
  for (const row of balance.agreements) {
    row.quantities.forEach((quantity, quarter) =>
      put(taken, { factory: factory(row.supplier), product: product(row.product), quarter, quantity }),
    );
  }
  for (const { line, cell, quantity } of booked) {
    if (!line.inHouse || cell.period.kind !== "quarter") continue;
    put(freed, { factory: factory(line.factory), product: product(line.product), quarter: cell.period.quarter, quantity });
  }
  return situation.capacities.flatMap((row) => compareRow({ row, balance, taken, freed }));
}

interface Account {
  readonly row: Situation["capacities"][number];
  readonly balance: Balance;
  readonly taken: ReadonlyMap<string, bigint>;
  readonly freed: ReadonlyMap<string, bigint>;
}

function compareRow({ row, balance, taken, freed }: Account): readonly Fault[] {
  const stated = balance.remaining.filter(({ capacityNo }) => capacityNo === row.no);
  if (stated.length !== 1) return [{ code: "no remaining row", no: row.no }];
  const faults: Fault[] = [];
  const scale = fineSteps(row);
  row.available.forEach((available, quarter) => {
    const own = row.own[quarter] ?? 0;
    const used = taken.get(`${quarter} ${row.no}`) ?? 0n;
    const back = freed.get(`${quarter} ${row.no}`) ?? 0n;
    const fault = (code: Fault["code"]): void => void faults.push({ code, no: row.no, quarter });
    if (BigInt(available - own) * scale + back < used) fault("capacity exceeded");
    const [left, usedStated, freedStated] = [stated[0].quantities[quarter], stated[0].used[quarter], stated[0].freed[quarter]];
    if (![left, usedStated, freedStated].every(Number.isInteger)) return fault("not a whole quantity");
    if (left < 0) fault("remaining below zero");
    // a row's own steps may be coarser than what a piece takes: an account may round by less than one step
    if (apart(BigInt(usedStated) * scale, used, scale)) fault("used differs");
    if (apart(BigInt(freedStated) * scale, back, scale)) fault("freed differs");
    if (apart(BigInt(left) * scale, BigInt(available - own) * scale + back - used, scale)) fault("remaining differs");
    if (available !== own - freedStated + usedStated + left) fault("capacity does not add up");
  });
  return faults;
}

function apart(one: bigint, other: bigint, step: bigint): boolean {
  const difference = one - other;
  return difference >= step || -difference >= step;
}
