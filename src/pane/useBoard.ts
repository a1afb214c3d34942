/** What the clerk can do on the pane, and what comes of it. */
import { useCallback, useMemo, useRef, useState } from "react";
import type { Language } from "../i18n/language";
import { deskOn, type Board, type Notice } from "./board";
import type { Desk } from "./desk";
import { DeskWork } from "./deskWork";
import type { ShareStep } from "./jobs/job";
import type { RunningJob } from "./jobs/startJob";
import { PaneWork } from "./paneWork";
import type { LastStep } from "./lastStep";
import { ShareWork } from "./shareWork";

export interface Deeds {
  open(desk: Desk): void;
  balance(withoutInvalid: boolean, forms?: boolean): void;
  cancel(): void;
  undo(): void;
  dismiss(): void;
  tell(notice: Notice): void;
  share(step: ShareStep): void;
  collect(files: readonly File[]): void;
}

/** `first`: the workbook that is there from the beginning; it is being read from the first paint on. */
export function useBoard(
  language: Language,
  first: Desk | undefined,
): { readonly board: Board; readonly notice: Notice | undefined; readonly shared: LastStep | undefined; readonly deeds: Deeds } {
  const [board, setBoard] = useState<Board>(first ? { kind: "reading", desk: first, wanted: false } : { kind: "empty" });
  const [notice, setNotice] = useState<Notice>();
  const [shared, setShared] = useState<LastStep>();
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
    const work = new PaneWork({ now, running, language: () => spoken.current, show, tell: setNotice, share: setShared });
    const desk = new DeskWork(work);
    const sharing = new ShareWork(work, desk);
    return {
      open: (opened) => void desk.open(opened),
      balance: (withoutInvalid, forms) => void desk.balance(withoutInvalid, forms),
      cancel: () => running.current?.cancel(),
      undo: () => void desk.undo(),
      dismiss: () => setNotice(undefined),
      tell: setNotice,
      share: (step) => void sharing.take(step),
      collect: (files) => void sharing.take({ verb: "collect", given: files.map((file) => ({ name: file.name, content: file })) }),
    };
  }, [show]);
  return { board, notice, shared: shared && shared.desk === deskOn(board) ? shared : undefined, deeds };
}
