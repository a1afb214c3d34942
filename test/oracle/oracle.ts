/**
 * The oracle: the best value of every goal of every step, from a whole-number program written from the design text alone.
 * Lower steps are taken as the plan under test settled them (equal plans may differ), so steps are compared one by one.
 */
import type { Agreement, Balance, Situation } from "../../src/engine/model";
import type { FixedDelivery } from "./fixed";
import { beginStep, bestValues, newOf, reachedValues } from "./step";
import type { Value } from "./step";
import { read } from "./reading";
import { WholeProgram, highs } from "./wholeProgram";

export interface OracleStep {
  readonly place: string;
  readonly columns: number;
  readonly values: readonly Value[];
}

/** The best values of the step at `place`, all goals to be minimised (what is to be most is negative). */
export async function oracleStep(situation: Situation, place: string, settledBelow: readonly Agreement[]): Promise<OracleStep> {
  const reading = read(situation);
  const program = new WholeProgram(await highs());
  const values = bestValues(reading, beginStep(reading, place, settledBelow), program);
  return { place, columns: program.columns, values };
}

/** A goal of a step whose value is not the best one, or a fixed row that was settled otherwise. */
export interface Difference {
  readonly place: string;
  readonly what: string;
  readonly engine: string;
  readonly oracle: string;
}

/** Compares a plan with the oracle, step by step: fixed rows first, then every goal in order. At most one goal per step is named. */
export async function compare(situation: Situation, balance: Pick<Balance, "agreements">): Promise<readonly Difference[]> {
  const reading = read(situation);
  const differences: Difference[] = [];
  const agreed: FixedDelivery[] = [];
  for (const place of reading.places.order) {
    const state = beginStep(reading, place, balance.agreements);
    agreed.push(...state.fixed.filter((each) => !each.standing));
    const standing = balance.agreements.filter((each) => each.status !== "Agreed" && each.basis === "standing" && each.settledAt === place);
    differences.push(...unlike(place, "standing", { engine: standing, oracle: state.fixed.filter((each) => each.standing) }));
    const reached = reachedValues(reading, state, newOf(balance.agreements, place));
    const { values } = await oracleStep(situation, place, balance.agreements);
    const worse = values.findIndex((best, position) => best.value !== reached[position].value);
    if (worse >= 0) {
      const { goal, part } = values[worse];
      differences.push({ place, what: `${goal} ${part}`, engine: String(reached[worse].value), oracle: String(values[worse].value) });
    }
  }
  // an agreed row keeps the place that once settled it, so its quantities are compared over all places
  return [
    ...unlike(situation.office, "agreed", { engine: balance.agreements.filter((each) => each.status === "Agreed"), oracle: agreed }),
    ...differences,
  ];
}

function unlike(
  place: string,
  what: string,
  rows: { engine: readonly Agreement[]; oracle: readonly FixedDelivery[] },
): readonly Difference[] {
  const engine = fixedText(rows.engine, (each) => [...each.quantities.entries()]);
  const oracle = fixedText(rows.oracle, (each) => [[each.quarter, each.quantity]]);
  return engine === oracle ? [] : [{ place, what, engine, oracle }];
}

/** Fixed quantities by line, supplier and quarter, as one comparable text. */
function fixedText<Row extends { demandNo: string; supplier: string }>(
  rows: readonly Row[],
  quantities: (row: Row) => readonly (readonly [number, number])[],
): string {
  const sums = new Map<string, number>();
  for (const row of rows) {
    for (const [quarter, quantity] of quantities(row)) {
      if (quantity === 0) continue;
      const key = `${row.demandNo} ${row.supplier} q${quarter}`;
      sums.set(key, (sums.get(key) ?? 0) + quantity);
    }
  }
  return [...sums]
    .map(([key, sum]) => `${key}: ${sum}`)
    .sort()
    .join("; ");
}
