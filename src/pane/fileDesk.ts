import type { CellAddress, Desk, Kept, State } from "./desk";
import { download } from "./download";
import type { Source } from "./jobs/job";

/** An .xlsx file opened on the page without Excel. Nothing leaves the page but by *Save the file*. */
export class FileDesk implements Desk {
  #bytes: Uint8Array<ArrayBuffer>;
  #before: Uint8Array<ArrayBuffer> | undefined;
  #shown: ((cell: CellAddress) => void) | undefined;

  constructor(
    readonly name: string,
    bytes: Uint8Array<ArrayBuffer>,
  ) {
    this.#bytes = bytes;
  }

  async refuseEarly(): Promise<void> {
    // A file held in memory can always be written.
  }

  async source(): Promise<Source> {
    return { kind: "file", bytes: this.#bytes };
  }

  async keep({ written }: Kept): Promise<void> {
    if (written.kind !== "file") throw new TypeError("a file takes a whole file");
    this.#before = this.#bytes;
    this.#bytes = written.bytes;
  }

  async undo(): Promise<void> {
    this.#bytes = this.#before ?? this.#bytes;
    this.#before = undefined;
  }

  readonly bytes = (): Uint8Array<ArrayBuffer> => this.#bytes;

  readonly watch = (shown: (cell: CellAddress) => void): (() => void) => {
    this.#shown = shown;
    return () => (this.#shown = undefined);
  };

  readonly show = async (cell: CellAddress): Promise<void> => this.#shown?.(cell);

  readonly save = (state: State): void => download(nameIn(state, this.name), this.#bytes);
}

/** `1956.xlsx` becomes `1956-balanced.xlsx`, and stays so when it is balanced again; of several states the last one shows. */
function nameIn(state: State, name: string): string {
  return `${name.replace(/\.xls[xm]$/i, "").replace(/-(?:balanced|submitted|collected|received)$/, "")}-${state}.xlsx`;
}
