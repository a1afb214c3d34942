/** The worker behind the grid: holds one file and answers for its cells. */
import type { CellsAnswer, CellsQuestion } from "./cells";
import { FileCells } from "./fileCells";

let cells: FileCells | undefined;

async function answer(question: Exclude<CellsQuestion, { kind: "open" }>): Promise<unknown> {
  switch (question.kind) {
    case "sheets":
      return cells?.sheets();
    case "size":
      return cells?.size(question.sheet);
    case "rows":
      return cells?.rows(question.asked);
  }
}

self.addEventListener("message", ({ data }: MessageEvent<CellsQuestion>) => {
  if (data.kind === "open") {
    try {
      cells = new FileCells(data.bytes);
    } catch {
      cells = undefined;
    }
    return;
  }
  const say = (value?: unknown): void => self.postMessage({ id: data.id, value } satisfies CellsAnswer);
  void answer(data).then(say, () => say());
});
