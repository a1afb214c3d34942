/** One piece of work at a time on what lies on the desk; every failure ends in a bar with one button. */
import type { Language } from "../i18n/language";
import type { Remedy } from "../i18n/paneFaults";
import { checkOn, type Board, type Notice } from "./board";
import type { Desk } from "./desk";
import { failureOf, type Failure } from "./jobs/failureOf";
import type { Job, JobOutcome } from "./jobs/job";
import { startJob, type RunningJob } from "./jobs/startJob";
import type { LastStep } from "./lastStep";

/** What a piece of work can see and do on the pane; it outlives a drawing of the pane and is asked for the newest state. */
export interface Reach {
  readonly now: { readonly current: Board };
  readonly running: { current: RunningJob | undefined };
  readonly language: () => Language;
  readonly show: (board: Board) => void;
  readonly tell: (notice: Notice | undefined) => void;
  /** What came of the last step with other offices becomes what this makes of it. */
  readonly share: (next: (before: LastStep | undefined) => LastStep | undefined) => void;
}

/** What one click does about a failure. */
export interface Mending {
  readonly kind: Remedy;
  readonly act: () => void;
}

interface Ways {
  /** Does once more what failed. */
  readonly again?: () => void;
  /** Begins anew, where what was worked out no longer fits the workbook. */
  readonly anew?: Mending;
}

type What = Job extends infer Each ? (Each extends Job ? Omit<Each, "source" | "language"> : never) : never;

export class PaneWork {
  /** Counts what the clerk asked for; work whose turn is over says nothing any more. */
  private turn = 0;

  constructor(readonly reach: Reach) {}

  /** The answer tells whether nothing else was begun since. */
  begin(): () => boolean {
    const turn = ++this.turn;
    return () => turn === this.turn;
  }

  async run(desk: Desk, what: What): Promise<JobOutcome> {
    try {
      // Once the workbook is read anew, nobody can tell any more that what waits to be written fits it.
      this.reach.share((before) => (before?.write ? undefined : before));
      const job: Job = { ...what, source: await desk.source(), language: this.reach.language() };
      const running = startJob(job, (progress) => {
        const board = this.reach.now.current;
        if (board.kind === "running" && board.desk === desk) this.reach.show({ ...board, check: checkOn(board), progress });
      });
      this.reach.running.current = running;
      return await running.outcome;
    } catch (error) {
      return failureOf(error);
    }
  }

  complain(outcome: JobOutcome, desk: Desk, ways: Ways = {}): void {
    if (outcome.kind === "called off") this.reach.tell({ kind: "called off" });
    if (outcome.kind !== "failed") return;
    const { fault, places } = outcome;
    this.reach.tell({ kind: "fault", fault, places, remedy: remedyOf(outcome, desk, ways) });
  }
}

/** For some faults another button mends more than doing it again. */
function remedyOf({ fault, places }: Failure, desk: Desk, { again, anew }: Ways): Mending | undefined {
  const [{ sheet, row, column } = { sheet: "" }] = places;
  const { show, calculate } = desk;
  if (fault === "changed meanwhile" && anew) return anew;
  if (fault === "not calculated" && calculate && again)
    return { kind: "calculate", act: () => void calculate.call(desk).then(again, again) };
  if (fault === "too much data" && show && row !== undefined && column !== undefined)
    return { kind: "go", act: () => void show.call(desk, { sheet, row, column }) };
  return again && { kind: "again", act: again };
}

export async function failed(work: Promise<void>): Promise<Failure | undefined> {
  return work.then(() => undefined, failureOf);
}
