/** Balance: reads a workbook, checks it, balances it, explains what stayed open, and writes the result into it. */
import { inSlices } from "../engine/slices";
import { balance } from "../engine/balance";
import { priceOfLocalFirst } from "../engine/explain/price";
import type { Problem, Reading } from "../sheets/reading";
import type { Result } from "../sheets/results/result";
import { writeProblems, writeResult } from "../sheets/writeResult";
import type { Workbook } from "../workbook/workbook";
import { ENGINE_VERSION } from "./engineVersion";
import { readWorkbook, stopping, type ReadOptions } from "./readWorkbook";
import { CalledOff, report, rests, solverDoors, type RunControl } from "./solverDoors";

export interface BalanceOptions extends ReadOptions, RunControl {
  /** Noted in the Run record as it stands; absent: no time. */
  readonly time?: string;
  /** Add the two balance forms; where they are already, they are written in any case. */
  readonly forms?: boolean;
}

export type BalanceOutcome =
  | {
      readonly kind: "done";
      readonly result: Result;
      readonly problems: readonly Problem[];
      /** Names of the sheets written that a clerk sees. */
      readonly sheetNames: readonly string[];
      /** The balance forms are among them. */
      readonly forms: boolean;
    }
  | { readonly kind: "must fix"; readonly reading: Reading; readonly problems: readonly Problem[] }
  | { readonly kind: "called off" };

/** Of so many demand lines it is told what local-first costs: that takes solving everything once more. */
const MOST_PRICED = 20_000;

/**
 * Balances the workbook and writes Summary, Agreements, Unresolved, Remaining capacity, Transfers, Problems and the Run record
 * into it. Where something must be fixed first, only Problems is written. Fails with a WorkbookError where the workbook cannot
 * be read or written; called off, it leaves the workbook as it was.
 *
 * @example
 * const outcome = await balanceWorkbook(workbook, { withoutInvalid: false, language: "zh-CN" });
 */
export async function balanceWorkbook(workbook: Workbook, options: BalanceOptions): Promise<BalanceOutcome> {
  try {
    const read = await readWorkbook(workbook, options, options);
    if (stopping(read.reading, options.withoutInvalid)) {
      await workbook.write(writeProblems(read.reading, read.earlier));
      return { kind: "must fix", reading: read.reading, problems: read.reading.problems };
    }
    const { situation } = read.reading;
    const balanced = await balance(situation, solverDoors(options));
    const priced = balanced.steps.length > 1 && situation.demands.length <= MOST_PRICED;
    const price = priced ? await priceOfLocalFirst(situation, balanced, solverDoors(options)) : undefined;
    report(options, { stage: "writing" });
    const rest = rests(options);
    const work = writeResult({
      ...read,
      balance: balanced,
      price,
      forms: options.forms,
      run: { engine: ENGINE_VERSION, time: options.time },
    });
    const written = await inSlices(work, () => rest({ stage: "writing" }));
    await workbook.write(written.sheets, (done, total) => rest({ stage: "writing", done, total }));
    const sheetNames = written.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name);
    return { kind: "done", result: written.result, problems: written.problems, sheetNames, forms: written.forms };
  } catch (error) {
    if (error instanceof CalledOff) return { kind: "called off" };
    throw error;
  }
}
