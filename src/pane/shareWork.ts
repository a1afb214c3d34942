/** Steps with other offices: worked out and kept in the workbook as a balance is. */
import { stepNames } from "../i18n/paneShare";
import type { Board } from "./board";
import type { Desk } from "./desk";
import type { DeskWork } from "./deskWork";
import { failureOf } from "./jobs/failureOf";
import type { JobOutcome, ShareOutcome, ShareStep, Written } from "./jobs/job";
import { handOn } from "./handOn";
import { failed, type PaneWork } from "./paneWork";
import type { LastStep } from "./lastStep";

const WRITES = { submitted: "submit", collected: "collect", received: "receive" } as const;

function writes({ verb }: ShareStep): boolean {
  return verb === "submit" || verb === "collect" || verb === "receive";
}

interface Done {
  readonly step: ShareStep;
  readonly outcome: Extract<ShareOutcome, { written: Written }>;
  readonly desk: Desk;
  /** What lies before the clerk again where it can't be written. */
  readonly back: Board;
}

export class ShareWork {
  constructor(
    private readonly work: PaneWork,
    private readonly desk: DeskWork,
  ) {}

  /**
   * Asked for before reading has ended, it waits for that. Not while a balance waits to be written: it would no longer be known to
   * fit the workbook.
   */
  async take(step: ShareStep): Promise<void> {
    const { reach } = this.work;
    if (reach.now.current.kind === "reading") await this.desk.reading;
    const back = reach.now.current;
    if ((back.kind !== "ready" && back.kind !== "result") || (back.kind === "result" && back.write)) return;
    const { desk, check } = back;
    const mine = this.work.begin();
    reach.tell(undefined);
    reach.show({ kind: "running", verb: step.verb, desk, check });
    const refused = writes(step) ? await failed(desk.refuseEarly()) : undefined;
    const outcome = refused ?? (await this.work.run(desk, step));
    if (!mine()) return;
    if (isShared(outcome) && "written" in outcome) return this.keep({ step, outcome, desk, back });
    reach.show(back);
    if (isShared(outcome)) this.tell({ desk, verb: step.verb, outcome, canUndo: false });
    else this.work.complain(outcome, desk, { again: () => void this.take(step) });
  }

  /** Writes what was worked out; a fault keeps it, and writing again works nothing out. */
  private async keep(done: Done): Promise<void> {
    const { reach } = this.work;
    const { step, outcome, desk, back } = done;
    const mine = this.work.begin();
    reach.tell(undefined);
    reach.show({ kind: "running", verb: step.verb, desk, progress: { stage: "writing" } });
    const fault = await failed(desk.keep({ ...outcome, verb: WRITES[outcome.kind] }));
    if (!mine()) return;
    const told = { desk, verb: step.verb, outcome };
    if (!fault) {
      this.tell({ ...told, canUndo: true });
      return this.desk.open(desk);
    }
    const write = (): void => void this.keep(done);
    if (fault.fault !== "changed meanwhile") reach.share(() => ({ ...told, canUndo: false, write }));
    reach.show(back);
    this.work.complain(fault, desk, { again: write, anew: { kind: "again", act: () => void this.take(step) } });
  }

  /** On the page without Excel the files that came of it are saved at once. */
  private tell(shared: LastStep): void {
    const { desk, outcome, verb } = shared;
    const files = outcome.kind === "files" ? outcome.files : outcome.kind === "submitted" ? [outcome.file] : [];
    this.work.reach.share(() => shared);
    if (files.length === 0 || desk.openBeside) return;
    handOn(files, stepNames[verb][this.work.reach.language()]).catch((error: unknown) => this.work.complain(failureOf(error), desk));
  }
}

function isShared(outcome: JobOutcome): outcome is ShareOutcome {
  return !["called off", "checked", "must fix", "balanced", "failed"].includes(outcome.kind);
}
