/** Reading, balancing, writing and undoing what lies on the desk; every failure ends in a bar with one button. */
import type { Language } from "../i18n/language";
import type { Board, Notice } from "./board";
import { checkOn } from "./board";
import type { Desk } from "./desk";
import { failureOf, type Failure } from "./jobs/failureOf";
import type { Job, JobOutcome, Written } from "./jobs/job";
import { startJob, type RunningJob } from "./jobs/startJob";

/** What a piece of work can see and do on the pane; it outlives a drawing of the pane and is asked for the newest state. */
export interface Reach {
  readonly now: { readonly current: Board };
  readonly running: { current: RunningJob | undefined };
  readonly language: () => Language;
  readonly show: (board: Board) => void;
  readonly tell: (notice: Notice | undefined) => void;
}

type Computed = Extract<JobOutcome, { written: Written }>;

export class DeskWork {
  /** Counts what the clerk asked for; work whose turn is over says nothing any more. */
  private turn = 0;

  constructor(private readonly reach: Reach) {}

  /** Reads and checks; balances at once where the clerk asked for it meanwhile. `told` is what led here. */
  async open(desk: Desk, told?: Notice): Promise<void> {
    const mine = this.begin();
    desk.onTrouble = (error) => this.complain(failureOf(error), desk);
    this.reach.running.current?.cancel();
    this.reach.tell(told);
    const reading: Board = { kind: "reading", desk, wanted: false };
    this.reach.show(reading);
    const outcome = await this.run(desk, { verb: "check", withoutInvalid: false });
    if (!mine()) return;
    if (outcome.kind !== "checked") {
      this.reach.show({ kind: "empty" });
      this.complain(outcome, desk, () => void this.open(desk));
      return;
    }
    const before = this.reach.now.current;
    const { check } = outcome;
    this.reach.show({ kind: "ready", desk, check });
    if (before.kind === "reading" && before.wanted && check.mustFix === 0) return this.balance(false);
    if (desk.incomplete === true) this.reach.tell(check.anything ? this.brokenResult() : this.brokenInsertion(desk));
  }

  async balance(withoutInvalid: boolean): Promise<void> {
    const before = this.reach.now.current;
    if (before.kind === "empty" || before.kind === "running") return;
    this.reach.tell(undefined);
    if (before.kind === "reading") return this.reach.show({ ...before, wanted: true });
    const { desk, check } = before;
    const mine = this.begin();
    this.reach.show({ kind: "running", desk, check });
    const refused = await failed(desk.refuseEarly());
    const outcome = refused ?? (await this.run(desk, { verb: "balance", withoutInvalid }));
    if (!mine()) return;
    if (outcome.kind === "balanced" || outcome.kind === "must fix") return this.keep(desk, outcome);
    this.reach.show(before);
    this.complain(outcome, desk, () => void this.balance(withoutInvalid));
  }

  /** Writes what was computed; a fault keeps it, and writing again computes nothing. */
  private async keep(desk: Desk, outcome: Computed): Promise<void> {
    const { check } = outcome;
    const mine = this.begin();
    this.reach.tell(undefined);
    this.reach.show({ kind: "running", desk, check, progress: { stage: "writing" } });
    const used = check.receipts.filter((receipt) => receipt.kind !== undefined).map(({ sheet }) => sheet);
    const fault = await failed(desk.keep(outcome.written, used));
    if (!mine()) return;
    const write = fault && (() => void this.keep(desk, outcome));
    const stale = fault?.fault === "changed meanwhile";
    if (outcome.kind === "must fix" || stale) this.reach.show({ kind: "ready", desk, check });
    else this.reach.show({ kind: "result", desk, check, result: outcome.result, write });
    if (fault) this.complain(fault, desk, write);
  }

  async undo(): Promise<void> {
    const before = this.reach.now.current;
    if (before.kind !== "result") return;
    const { desk, check } = before;
    const mine = this.begin();
    this.reach.show({ kind: "running", desk, check, progress: { stage: "writing" } });
    const fault = await failed(desk.undo());
    if (!mine()) return;
    if (!fault) return this.open(desk, { kind: "undone" });
    this.reach.show(before);
    this.complain(fault, desk, () => void this.undo());
  }

  private begin(): () => boolean {
    const turn = ++this.turn;
    return () => turn === this.turn;
  }

  private async run(desk: Desk, what: Pick<Job, "verb" | "withoutInvalid">): Promise<JobOutcome> {
    try {
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

  private brokenResult(): Notice {
    return { kind: "fault", fault: "incomplete", places: [], remedy: { kind: "balance", act: () => void this.balance(false) } };
  }

  private brokenInsertion(desk: Desk): Notice {
    const clear = async (): Promise<void> => {
      const fault = await failed(desk.clear?.() ?? Promise.resolve());
      if (fault) this.complain(fault, desk, () => void clear());
      else await this.open(desk);
    };
    return { kind: "fault", fault: "insertion incomplete", places: [], remedy: { kind: "clear", act: () => void clear() } };
  }

  /** `again` does once more what failed; for some faults another button mends more. */
  private complain(outcome: JobOutcome, desk: Desk, again?: () => void): void {
    if (outcome.kind === "called off") this.reach.tell({ kind: "called off" });
    if (outcome.kind !== "failed") return;
    const { fault, places } = outcome;
    this.reach.tell({ kind: "fault", fault, places, remedy: this.remedy(outcome, desk, again) });
  }

  private remedy({ fault, places }: Failure, desk: Desk, again?: () => void): Extract<Notice, { kind: "fault" }>["remedy"] {
    const [{ sheet, row, column } = { sheet: "" }] = places;
    const { show, calculate } = desk;
    if (fault === "changed meanwhile") return { kind: "balance", act: () => void this.balance(false) };
    if (fault === "not calculated" && calculate && again)
      return { kind: "calculate", act: () => void calculate.call(desk).then(again, again) };
    if (fault === "too much data" && show && row !== undefined && column !== undefined) {
      return { kind: "go", act: () => void show.call(desk, { sheet, row, column }) };
    }
    return again && { kind: "again", act: again };
  }
}

async function failed(work: Promise<void>): Promise<Failure | undefined> {
  return work.then(() => undefined, failureOf);
}
