/**
 * Numbers of agreements and transfers: the demand's number plus a running number, never used twice. The same demand line,
 * supplier, place and basis keeps its number from balance to balance; agreed rows always keep theirs.
 *
 * Example: demand `2304-7` has `2304-7-1` and `2304-7-2`; when the second is no longer made, the next one is `2304-7-3`.
 */
import type { Agreement, EarlierAgreement } from "../../engine/model";
import { ROWS_AT_ONCE } from "../../engine/slices";
import { isTypedNumber } from "./earlierOutput";
import { naturalOrder } from "./naturalOrder";

/** The highest running number that each stem (a demand's number) ever had. */
export type HighestNumbers = ReadonlyMap<string, number>;

/** Hands out running numbers that were never used. */
export class RunningNumbers {
  private readonly highest: Map<string, number>;

  constructor(known: HighestNumbers) {
    this.highest = new Map(known);
  }

  /** Marks a number as used. Numbers that are no stem plus running number are a clerk's own and can never be handed out. */
  use(no: string): void {
    const parts = /^(.*)-(\d{1,9})$/su.exec(no);
    if (parts) this.highest.set(parts[1], Math.max(this.highest.get(parts[1]) ?? 0, Number(parts[2])));
  }

  next(stem: string): string {
    const running = (this.highest.get(stem) ?? 0) + 1;
    this.highest.set(stem, running);
    return `${stem}-${running}`;
  }

  /** For the Run record. */
  all(): HighestNumbers {
    return this.highest;
  }
}

/**
 * The number on the sheet of every agreement, in their order. Numbers of earlier rows that stay on the sheet in their own right
 * (rejected, void, reconsidered) are not given to anything else. With a yield now and then.
 */
export function* numberAgreements(
  agreements: readonly Agreement[],
  earlier: readonly EarlierAgreement[],
  running: RunningNumbers,
): Generator<void, readonly string[]> {
  const free = new EarlierNumbers();
  for (const [index, row] of [...earlier].sort((one, other) => naturalOrder(one.no, other.no)).entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    running.use(row.no);
    free.add(row);
  }
  const numbers = new Array<string>(agreements.length).fill("");
  const kept: readonly ((agreement: Agreement) => string | undefined)[] = [
    (agreement) => free.takeNumber(agreement),
    // What was proposed before; an agreed row is known by its own number alone, also where nothing of it could be borne.
    (agreement) => (agreement.status === "Proposed" ? free.take(agreement) : undefined),
    (agreement) => (agreement.status === "Agreed" ? free.take(agreement) : undefined),
  ];
  const steps = [...(earlier.length > 0 ? kept : []), ({ demandNo }: Agreement) => running.next(demandNo)];
  for (const step of steps) {
    for (let index = 0; index < agreements.length; index++) {
      if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
      if (numbers[index] === "") numbers[index] = step(agreements[index]) ?? "";
    }
  }
  return numbers;
}

type Described = Pick<Agreement, "demandNo" | "supplier" | "settledAt" | "basis">;

/** Earlier rows whose number is still to be had; of those proposed for the same, the lowest number first. */
class EarlierNumbers {
  private readonly taken = new Set<string>();
  private readonly byNumber = new Map<string, EarlierAgreement>();
  /** By demand number: a line has few agreements. */
  private readonly proposed = new Map<string, EarlierAgreement[]>();

  /** To be given rows in the order of their numbers. */
  add(row: EarlierAgreement): void {
    if ((row.status !== "Agreed" && row.status !== "Proposed") || isTypedNumber(row.no)) return;
    this.byNumber.set(row.no, row);
    if (row.status !== "Proposed") return;
    const rows = this.proposed.get(row.demandNo);
    if (rows) rows.push(row);
    else this.proposed.set(row.demandNo, [row]);
  }

  /** The agreement's own number, where the engine passed an earlier row's on. */
  takeNumber(agreement: Agreement): string | undefined {
    const row = this.byNumber.get(agreement.no);
    if (!row || row.demandNo !== agreement.demandNo || row.supplier !== agreement.supplier || this.taken.has(row.no)) return undefined;
    this.taken.add(row.no);
    return row.no;
  }

  take({ demandNo, supplier, settledAt, basis }: Described): string | undefined {
    const same = this.proposed
      .get(demandNo)
      ?.find((row) => row.supplier === supplier && row.settledAt === settledAt && row.basis === basis && !this.taken.has(row.no));
    if (same) this.taken.add(same.no);
    return same?.no;
  }
}
