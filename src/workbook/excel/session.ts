import { WorkbookError } from "../workbook";

/** Time for one answer: a floor, and a little more for what travels. Some hosts never answer at all, without an error. */
export interface Patience {
  /** Milliseconds. */
  readonly answerWithin: number;
  readonly millisecondsPerKilobyte: number;
}

/** One conversation with Excel: calls gather until sync() sends them. */
export class Session {
  #silent = false;
  constructor(
    private readonly context: Excel.RequestContext,
    private readonly patience: Patience,
  ) {}

  get workbook(): Excel.Workbook {
    return this.context.workbook;
  }

  /**
   * Sends what has gathered. `bytes` is about what travels either way. After "no answer" nothing more is sent: the batch
   * may have run or not, and only a new reading can tell.
   */
  async sync(bytes = 0): Promise<void> {
    if (this.#silent) throw new WorkbookError("no answer", "an earlier request was never answered");
    const limit = this.patience.answerWithin + (bytes / 1024) * this.patience.millisecondsPerKilobyte;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#silent = true;
        reject(new WorkbookError("no answer", `Excel did not answer within ${Math.round(limit / 1000)} s`));
      }, limit);
    });
    try {
      await Promise.race([this.context.sync(), silence]);
    } finally {
      clearTimeout(timer);
    }
  }
}
