/** Everything the outputs are made of. */
import type { PriceOfLocalFirst } from "../../engine/explain/price";
import type { Balance } from "../../engine/model";
import type { DefinedCell, Sheet } from "../../workbook/workbook";
import type { EarlierOutputs } from "../record/locateOutputs";
import type { Reading } from "../reading";

export interface ResultInput {
  readonly reading: Reading;
  readonly balance: Balance;
  /** Absent where there is but one place, or it was not worked out. */
  readonly price?: PriceOfLocalFirst;
  /** The workbook's sheets as they were read, and which of them an earlier run wrote. */
  readonly sheets: readonly Sheet[];
  readonly definedCells?: readonly DefinedCell[];
  readonly earlier: EarlierOutputs;
  /** The balance forms are asked for; those that are there are written in any case. */
  readonly forms?: boolean;
  readonly run: Run;
}

/** The run itself. */
export interface Run {
  readonly engine: string;
  /** As it shall stand in the Run record; absent: no time is noted, so that the same input gives the same bytes. */
  readonly time?: string;
}
