/**
 * The price of local-first: what the whole office could settle of each priority if nobody sat down among themselves first.
 * Agreed rows and standing agreements stay; every factory sits at the office, so there is one step. It changes nothing.
 */
import type { Doors } from "../doors";
import { openLedger } from "../ledger";
import type { Balance, Priority, Situation } from "../model";
import { register, type Register } from "../register/register";
import { settle } from "../settle";
import { atOnce, inSlices } from "../slices";

export interface PriceOfLocalFirst {
  /** Points (10⁻¹² of one) settled of each priority: place by place, and all at once. */
  readonly priorities: readonly { readonly priority: Priority; readonly localFirst: bigint; readonly pooled: bigint }[];
  /** False: all at once even more might be settled. */
  readonly proved: boolean;
}

/**
 * Compares a balance with one step over everything, priority by priority. A later priority may be worth less pooled than
 * local-first, where an earlier one took its place. Rejects with whatever `doors.pause` rejects with. It solves everything
 * once more, as one step, for the priorities alone.
 *
 * @example
 * const [urgent] = (await priceOfLocalFirst(situation, result, doors)).priorities;
 * urgent.pooled - urgent.localFirst // what counties first cost of priority 1
 */
export async function priceOfLocalFirst(situation: Situation, balance: Balance, doors: Doors): Promise<PriceOfLocalFirst> {
  const known = register(situation);
  const together = register({
    ...situation,
    laterGoals: [],
    places: [],
    factories: [...known.factories.values()].map((factory) => ({ ...factory, place: situation.office })),
  });
  const ledger = atOnce(openLedger(together));
  const pause = (): Promise<void> => doors.pause({ stage: "explaining", done: 0, total: 1 });
  const { step } = await inSlices(settle(ledger, situation.office, doors), pause);
  const pooled = pointsByPriority(
    together,
    ledger.entries.flatMap(({ line, quantities }) => (line ? [{ demandNo: line.demand.no, quantities }] : [])),
  );
  const localFirst = pointsByPriority(known, balance.agreements);
  const of = (points: ReadonlyMap<Priority, bigint>, priority: Priority): bigint => points.get(priority) ?? 0n;
  return {
    priorities: PRIORITIES.map((priority) => ({ priority, localFirst: of(localFirst, priority), pooled: of(pooled, priority) })),
    proved: step.goals.every(({ goal, reached, bound }) => !goal.startsWith("priority") || reached === bound),
  };
}

const PRIORITIES: readonly Priority[] = [1, 2, 3];

/** In-house work counts in no priority. */
function pointsByPriority(
  { lines }: Register,
  settled: readonly { readonly demandNo: string; readonly quantities: readonly number[] }[],
): ReadonlyMap<Priority, bigint> {
  const points = new Map<Priority, bigint>();
  const lineByNo = new Map(lines.map((line) => [line.demand.no, line]));
  for (const { demandNo, quantities } of settled) {
    const line = lineByNo.get(demandNo);
    if (!line || line.demand.inHouse) continue;
    const { priority } = line.demand;
    const total = quantities.reduce((sum, quantity) => sum + BigInt(quantity), 0n);
    points.set(priority, (points.get(priority) ?? 0n) + total * line.points);
  }
  return points;
}
