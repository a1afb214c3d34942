/** Everything the outputs are made of. */
import type { Balance } from "../../engine/model";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import type { Reading } from "../reading";

export interface ResultInput {
  readonly reading: Reading;
  readonly balance: Balance;
  /** The workbook's sheets as they were read, and the names that point at them. */
  readonly sheets: readonly Sheet[];
  readonly definedCells: readonly DefinedCell[];
  readonly run: Run;
}

/** The run itself. */
export interface Run {
  readonly engine: string;
  /** As it shall stand in the Run record; absent: no time is noted, so that the same input gives the same bytes. */
  readonly time?: string;
}
