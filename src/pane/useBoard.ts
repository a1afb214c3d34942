/** What the clerk can do on the pane, and what comes of it. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { Language } from "../i18n/language";
import { WorkbookError } from "../workbook/workbook";
import type { Board, Notice } from "./board";
import { checkOn, deskOn } from "./board";
import type { Desk } from "./desk";
import type { Job, JobOutcome, Written } from "./jobs/job";
import { startJob, type RunningJob } from "./jobs/startJob";

export interface Deeds {
  open(desk: Desk): void;
  balance(withoutInvalid: boolean): void;
  cancel(): void;
  undo(): void;
  dismiss(): void;
  tell(notice: Notice): void;
}

/** `first`: the workbook that is there from the beginning; it is being read from the first paint on. */
export function useBoard(
  language: Language,
  first: Desk | undefined,
): { readonly board: Board; readonly notice: Notice | undefined; readonly deeds: Deeds } {
  const [board, setBoard] = useState<Board>(first ? { kind: "reading", desk: first, wanted: false } : { kind: "empty" });
  const [notice, setNotice] = useState<Notice>();
  // What runs outlives a drawing of the pane: it is asked for the newest state, not for the one it began with.
  const now = useRef<Board>(board);
  const running = useRef<RunningJob>(undefined);
  const spoken = useRef(language);
  spoken.current = language;
  const show = useCallback((next: Board): void => {
    now.current = next;
    setBoard(next);
  }, []);
  const deeds = useMemo((): Deeds => {
    const desk = new DeskWork({ now, running, language: () => spoken.current, show, tell: setNotice });
    return {
      open: (opened) => void desk.open(opened),
      balance: (withoutInvalid) => void desk.balance(withoutInvalid),
      cancel: () => running.current?.cancel(),
      undo: () => void desk.undo(),
      dismiss: () => setNotice(undefined),
      tell: setNotice,
    };
  }, [show]);
  return { board, notice, deeds };
}

interface Reach {
  readonly now: { readonly current: Board };
  readonly running: { current: RunningJob | undefined };
  readonly language: () => Language;
  readonly show: (board: Board) => void;
  readonly tell: (notice: Notice | undefined) => void;
}

class DeskWork {
  constructor(private readonly reach: Reach) {}

  /** Reads and checks; balances at once where the clerk asked for it meanwhile. */
  async open(desk: Desk): Promise<void> {
    this.reach.running.current?.cancel();
    this.reach.tell(undefined);
    const reading: Board = { kind: "reading", desk, wanted: false };
    this.reach.show(reading);
    const outcome = await this.run(desk, { verb: "check", withoutInvalid: false });
    if (deskOn(this.reach.now.current) !== desk) return;
    if (outcome.kind !== "checked") {
      this.reach.show({ kind: "empty" });
      this.complain(outcome, () => void this.open(desk));
      return;
    }
    const before = this.reach.now.current;
    this.reach.show({ kind: "ready", desk, check: outcome.check });
    if (before.kind === "reading" && before.wanted && outcome.check.mustFix === 0) await this.balance(false);
  }

  async balance(withoutInvalid: boolean): Promise<void> {
    const before = this.reach.now.current;
    if (before.kind === "empty" || before.kind === "running") return;
    this.reach.tell(undefined);
    if (before.kind === "reading") return this.reach.show({ ...before, wanted: true });
    const { desk, check } = before;
    this.reach.show({ kind: "running", desk, check });
    const refused = await failed(desk.refuseEarly());
    const outcome = refused ?? (await this.run(desk, { verb: "balance", withoutInvalid }));
    if (deskOn(this.reach.now.current) !== desk) return;
    if (outcome.kind === "balanced" || outcome.kind === "must fix") return this.keep(desk, outcome);
    this.reach.show(before);
    this.complain(outcome, () => void this.balance(withoutInvalid));
  }

  /** Writes what was computed; a fault keeps it, and *Try again* only writes again. */
  private async keep(desk: Desk, outcome: Extract<JobOutcome, { written: Written }>): Promise<void> {
    this.reach.tell(undefined);
    this.reach.show({ kind: "running", desk, check: outcome.check, progress: { stage: "writing" } });
    const fault = await failed(desk.keep(outcome.written));
    if (outcome.kind === "balanced") this.reach.show({ kind: "result", desk, check: outcome.check, result: outcome.result });
    else this.reach.show({ kind: "ready", desk, check: outcome.check });
    if (fault) this.complain(fault, () => void this.keep(desk, outcome));
  }

  async undo(): Promise<void> {
    const before = this.reach.now.current;
    if (before.kind !== "result") return;
    const fault = await failed(before.desk.undo());
    if (fault) return this.complain(fault, () => void this.undo());
    this.reach.show({ kind: "ready", desk: before.desk, check: before.check });
    this.reach.tell({ kind: "undone" });
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
      return faultOf(error);
    }
  }

  private complain(outcome: JobOutcome, again: () => void): void {
    if (outcome.kind === "failed") this.reach.tell({ kind: "fault", fault: outcome.fault, detail: outcome.detail, again });
    if (outcome.kind === "called off") this.reach.tell({ kind: "called off" });
  }
}

type Failed = Extract<JobOutcome, { kind: "failed" }>;

async function failed(work: Promise<void>): Promise<Failed | undefined> {
  return work.then(() => undefined, faultOf);
}

function faultOf(error: unknown): Failed {
  if (error instanceof WorkbookError) return { kind: "failed", fault: error.fault, detail: error.detail };
  return { kind: "failed", fault: "program", detail: error instanceof Error ? error.message : String(error) };
}
