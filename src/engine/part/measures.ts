/** What one step of each line of a part measures, in the greatest unit in which all are whole. */
import { commonDivisor, exactNumber } from "../exact";
import type { Part } from "../step/step";
import type { StepLine } from "../step/stepLines";

export class Measures {
  readonly unit: bigint;
  /** By line; absent where all are one unit. */
  private readonly numbers: readonly number[] | undefined;

  constructor({ lines }: Part, measureOf: (line: StepLine) => bigint) {
    const first = measureOf(lines[0]);
    if (first > 0n && lines.every((line) => measureOf(line) === first)) {
      this.unit = first;
      return;
    }
    const measures = lines.map(measureOf);
    const unit = commonDivisor(measures);
    this.unit = unit;
    this.numbers = measures.map((measure) => exactNumber(measure / unit, "what a step measures"));
  }

  of(line: number): number {
    return this.numbers ? this.numbers[line] : 1;
  }
}
