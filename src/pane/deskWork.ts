/** Reading, balancing, writing and undoing what lies on the desk. */
import type { Board, Notice } from "./board";
import type { Desk } from "./desk";
import { failureOf } from "./jobs/failureOf";
import type { JobOutcome } from "./jobs/job";
import { failed, type PaneWork } from "./paneWork";

type Computed = Extract<JobOutcome, { kind: "balanced" | "must fix" }>;

export class DeskWork {
  /** Until what is being read has been read. */
  reading: Promise<void> = Promise.resolve();

  constructor(private readonly work: PaneWork) {}

  /** Reads and checks; balances at once where the clerk asked for it meanwhile. `told` is what led here. */
  open(desk: Desk, told?: Notice): Promise<void> {
    return (this.reading = this.read(desk, told));
  }

  private async read(desk: Desk, told?: Notice): Promise<void> {
    const { reach } = this.work;
    const mine = this.work.begin();
    desk.onTrouble = (error) => this.work.complain(failureOf(error), desk);
    reach.running.current?.cancel();
    reach.tell(told);
    const reading: Board = { kind: "reading", desk, wanted: false };
    reach.show(reading);
    const outcome = await this.work.run(desk, { verb: "check" });
    if (!mine()) return;
    if (outcome.kind !== "checked") {
      reach.show({ kind: "empty" });
      this.work.complain(outcome, desk, { again: () => void this.open(desk) });
      return;
    }
    const before = reach.now.current;
    const { check } = outcome;
    reach.show({ kind: "ready", desk, check });
    if (before.kind === "reading" && before.wanted && check.mustFix === 0) return this.balance(false);
    if (desk.incomplete) reach.tell(this.broken(desk, check.anything));
  }

  /** `forms`: with the two balance forms, which stay from then on. */
  async balance(withoutInvalid: boolean, forms = false): Promise<void> {
    const { reach } = this.work;
    const before = reach.now.current;
    if (before.kind === "empty" || before.kind === "running") return;
    reach.tell(undefined);
    if (before.kind === "reading") return reach.show({ ...before, wanted: true });
    const { desk, check } = before;
    const mine = this.work.begin();
    reach.show({ kind: "running", verb: "balance", desk, check });
    const refused = await failed(desk.refuseEarly());
    const outcome = refused ?? (await this.work.run(desk, { verb: "balance", withoutInvalid, forms }));
    if (!mine()) return;
    if (outcome.kind === "balanced" || outcome.kind === "must fix")
      return this.keep(desk, { ...outcome, check: { ...outcome.check, standing: check.standing } }, forms);
    reach.show(before);
    this.work.complain(outcome, desk, { again: () => void this.balance(withoutInvalid, forms) });
  }

  /** Writes what was computed; a fault keeps it, and writing again computes nothing. */
  private async keep(desk: Desk, outcome: Computed, forms: boolean): Promise<void> {
    const { reach } = this.work;
    const { check } = outcome;
    const mine = this.work.begin();
    reach.tell(undefined);
    reach.show({ kind: "running", verb: "balance", desk, check, progress: { stage: "writing" } });
    const fault = await failed(desk.keep({ verb: "balance", ...outcome }));
    if (!mine()) return;
    if (!fault) reach.share((before) => before && { ...before, canUndo: false });
    const write = fault && (() => void this.keep(desk, outcome, forms));
    const stale = fault?.fault === "changed meanwhile";
    if (outcome.kind === "must fix" || stale) reach.show({ kind: "ready", desk, check });
    else reach.show({ kind: "result", desk, check, result: outcome.result, write });
    if (fault) this.work.complain(fault, desk, { again: write, anew: { kind: "balance", act: () => void this.balance(false, forms) } });
  }

  /** Brings back what was before the last thing that was written. */
  async undo(): Promise<void> {
    const { reach } = this.work;
    const before = reach.now.current;
    if (before.kind !== "result" && before.kind !== "ready") return;
    const { desk, check } = before;
    const mine = this.work.begin();
    reach.show({ kind: "running", verb: "undo", desk, check, progress: { stage: "writing" } });
    const fault = await failed(desk.undo());
    if (!mine()) return;
    if (!fault) {
      reach.share((shared) => (shared?.canUndo ? undefined : shared));
      return this.open(desk, { kind: "undone" });
    }
    reach.show(before);
    this.work.complain(fault, desk, { again: () => void this.undo() });
  }

  /** What an earlier run left half-way, and what makes it whole. */
  private broken(desk: Desk, anything: boolean): Notice {
    const { incomplete = "balance" } = desk;
    if (incomplete === "collect" || incomplete === "receive") return { kind: "fault", fault: `${incomplete} incomplete`, places: [] };
    if (!anything) return this.brokenInsertion(desk);
    const fault = incomplete === "submit" ? "submit incomplete" : "incomplete";
    return { kind: "fault", fault, places: [], remedy: { kind: "balance", act: () => void this.balance(false) } };
  }

  private brokenInsertion(desk: Desk): Notice {
    const clear = async (): Promise<void> => {
      const fault = await failed(desk.clear?.() ?? Promise.resolve());
      if (fault) this.work.complain(fault, desk, { again: () => void clear() });
      else await this.open(desk);
    };
    return { kind: "fault", fault: "insertion incomplete", places: [], remedy: { kind: "clear", act: () => void clear() } };
  }
}
