/** The pane's work without its drawing: what it shows is remembered, its buttons are pressed by name. */
import type { Board, Notice } from "../../src/pane/board";
import type { Desk } from "../../src/pane/desk";
import { DeskWork } from "../../src/pane/deskWork";
import { PaneWork } from "../../src/pane/paneWork";
import type { LastStep } from "../../src/pane/lastStep";
import { ShareWork } from "../../src/pane/shareWork";

export class PaneOnDesk {
  board: Board = { kind: "empty" };
  notice: Notice | undefined;
  shared: LastStep | undefined;
  /** Boards that were shown, by kind. */
  readonly shown: string[] = [];
  readonly desk: DeskWork;
  readonly share: ShareWork;
  private readonly now: { current: Board } = { current: this.board };
  readonly running: ConstructorParameters<typeof PaneWork>[0]["running"] = { current: undefined };

  constructor() {
    const work = new PaneWork({
      now: this.now,
      running: this.running,
      language: () => "en",
      show: (board) => {
        this.now.current = this.board = board;
        this.shown.push(board.kind);
      },
      tell: (notice) => (this.notice = notice),
      share: (next) => (this.shared = next(this.shared)),
    });
    this.desk = new DeskWork(work);
    this.share = new ShareWork(work, this.desk);
  }

  static async on(desk: Desk): Promise<PaneOnDesk> {
    const pane = new PaneOnDesk();
    await pane.desk.open(desk);
    return pane;
  }

  /** Presses the bar's one button, and waits until nothing is under way. */
  async press(): Promise<void> {
    if (this.notice?.kind !== "fault" || !this.notice.remedy) throw new TypeError("the bar has no button");
    this.notice.remedy.act();
    await this.atRest();
  }

  async atRest(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (this.board.kind === "running" || this.board.kind === "reading");
  }
}
