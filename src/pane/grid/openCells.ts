import type { Cells, CellsAnswer, CellsQuestion } from "./cells";

export interface OpenedCells extends Cells {
  close(): void;
}

type Asked = Exclude<CellsQuestion, { kind: "open" }>;
/** Left to each member of the union by itself. */
type WithoutId<Question> = Question extends unknown ? Omit<Question, "id"> : never;

/** Opens a file's cells in a worker of their own; where workers are refused, on the page. */
export function openCells(bytes: Uint8Array<ArrayBuffer>): OpenedCells {
  try {
    return new WorkerCells(bytes);
  } catch {
    return onPage(bytes);
  }
}

function onPage(bytes: Uint8Array<ArrayBuffer>): OpenedCells {
  const cells = import("./fileCells").then(({ FileCells }) => new FileCells(bytes));
  // Whoever asks is told; nobody may ever ask.
  cells.catch(() => undefined);
  return {
    sheets: async () => (await cells).sheets(),
    size: async (sheet) => (await cells).size(sheet),
    rows: async (asked) => (await cells).rows(asked),
    close: () => undefined,
  };
}

class WorkerCells implements OpenedCells {
  readonly #worker = new Worker(new URL("./cellsWorker.ts", import.meta.url));
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #asked = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<CellsAnswer>) => {
      this.#waiting.get(data.id)?.(data.value);
      this.#waiting.delete(data.id);
    });
    this.#worker.addEventListener("error", () => {
      for (const tell of this.#waiting.values()) tell(undefined);
      this.#waiting.clear();
    });
    this.#worker.postMessage({ kind: "open", bytes } satisfies CellsQuestion);
  }

  sheets(): ReturnType<Cells["sheets"]> {
    return this.#ask({ kind: "sheets" });
  }

  size(sheet: string): ReturnType<Cells["size"]> {
    return this.#ask({ kind: "size", sheet });
  }

  rows(asked: Parameters<Cells["rows"]>[0]): ReturnType<Cells["rows"]> {
    return this.#ask({ kind: "rows", asked });
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask<Value>(question: WithoutId<Asked>): Promise<Value> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (value) => (value === undefined ? reject(new Error("the sheet can't be read")) : resolve(value as Value)));
      this.#worker.postMessage({ ...question, id });
    });
  }
}
