/** What belongs to the office above until its return or a higher version: Balance at home leaves it out. */
import type { Capacity, Demand, EarlierAgreement, Horizon, Situation, Unit } from "../../engine/model";
import { stepsPerUnit } from "../../engine/register/rates";
import { capacitySteps } from "../results/cureFacts";
import { periodKey, quarterKey } from "../table/periodKeys";
import { numberIn, textIn, type FieldCells } from "./fieldCells";

/** Amounts in units, by number and by key of the period. */
export type AmountsSent = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface SentUp {
  readonly demands: AmountsSent;
  /** What remained of a capacity row; what its in-house work occupies is not in it. */
  readonly capacities: AmountsSent;
  /** Numbers of standing agreements that the office above settles. */
  readonly standing: ReadonlySet<string>;
}

/** First cells of the rows of the sheet, in any language of the sheet. */
export const SENT_WORDS = {
  need: { "zh-CN": "需要", en: "need" },
  inHouse: { "zh-CN": "自制可转出", en: "in-house" },
  capacity: { "zh-CN": "剩余能力", en: "capacity" },
  standing: { "zh-CN": "长期协作", en: "standing" },
} as const;

type Sent = keyof typeof SENT_WORDS;

const FIELDS: ReadonlySet<string> = new Set(["what", "no", "factory", "item", "unit", "total", "origin"]);

export function sentUpOf(records: readonly FieldCells[]): SentUp {
  const rows = (...kinds: readonly Sent[]): readonly FieldCells[] =>
    records.filter((cells) => kinds.some((kind) => Object.values<string>(SENT_WORDS[kind]).includes(textIn(cells, "what"))));
  const amounts = (found: readonly FieldCells[]): AmountsSent =>
    new Map(
      found.map((cells) => [
        textIn(cells, "no"),
        new Map([...cells.keys()].filter((field) => !FIELDS.has(field)).map((key) => [key, numberIn(cells, key)])),
      ]),
    );
  return {
    demands: amounts(rows("need", "inHouse")),
    capacities: amounts(rows("capacity")),
    standing: new Set(rows("standing").map((cells) => textIn(cells, "no"))),
  };
}

export function isNothing({ demands, capacities, standing }: SentUp): boolean {
  return demands.size + capacities.size + standing.size === 0;
}

/** The situation without what was sent up. */
export function withoutSent(situation: Situation, sent: SentUp): Situation {
  if (isNothing(sent)) return situation;
  const units = new Map(situation.products.map(({ key, unit }) => [key, unit]));
  const { horizon } = situation;
  return {
    ...situation,
    demands: situation.demands
      .map((demand) => withoutCells(demand, sent, { unit: units.get(demand.product), horizon }))
      .filter(({ cells }) => cells.length > 0),
    capacities: situation.capacities.map((capacity) => withoutAmounts(capacity, sent, situation)),
    // What they use was sent up with the rest: the office above counts them.
    earlierAgreements: situation.earlierAgreements.filter((row) => !isWithAbove(row)),
    standingAgreements: situation.standingAgreements.filter(({ no }) => !sent.standing.has(no)),
  };
}

/** Settled above, and not refused here since. */
export function isWithAbove({ settledAbove, status }: EarlierAgreement): boolean {
  return settledAbove === true && (status === "Proposed" || status === "Agreed");
}

function withoutCells(demand: Demand, { demands }: SentUp, { unit, horizon }: { unit: Unit | undefined; horizon: Horizon }): Demand {
  const sent = demands.get(demand.no);
  if (!sent || !unit) return demand;
  const cells = demand.cells.map((cell) => ({
    ...cell,
    quantity: Math.max(0, cell.quantity - Math.round((sent.get(periodKey(horizon, cell.period)) ?? 0) * stepsPerUnit(unit))),
  }));
  return { ...demand, cells: cells.filter(({ quantity }) => quantity > 0) };
}

function withoutAmounts(capacity: Capacity, { capacities }: SentUp, { horizon }: Situation): Capacity {
  const sent = capacities.get(capacity.no);
  if (!sent) return capacity;
  const left = (available: number, quarter: number): number => {
    const key = sent.has("any") ? "any" : quarterKey(horizon, quarter);
    return Math.max(capacity.own[quarter] ?? 0, available - Math.round((sent.get(key) ?? 0) * capacitySteps(capacity)));
  };
  return { ...capacity, available: capacity.available.map(left) };
}
