/**
 * Memory for rows of numbers that are needed for one network only, written on from front to back and then used again. Small
 * networks come by the thousand; memory of their own would cost more than what is put there.
 */
export class ScratchPaper {
  private buffer = new ArrayBuffer(FIRST);
  private taken = 0;

  get size(): number {
    return this.buffer.byteLength;
  }

  /** Rows taken before are written over from now on. */
  clear(): void {
    this.taken = 0;
  }

  /** So many zeros, each a whole number of 32 bits. */
  int32(count: number): Int32Array {
    const start = this.take(4 * count);
    return new Int32Array(this.buffer, start, count).fill(0);
  }

  /** So many zeros. */
  float64(count: number): Float64Array {
    const start = this.take(8 * count);
    return new Float64Array(this.buffer, start, count).fill(0);
  }

  /** Where there is no room left, what follows goes on a larger piece; rows taken before stay as they are. */
  private take(bytes: number): number {
    if (this.taken + bytes > this.buffer.byteLength) {
      this.buffer = new ArrayBuffer(Math.max(2 * this.buffer.byteLength, bytes));
      this.taken = 0;
    }
    const start = this.taken;
    this.taken += WORD * Math.ceil(bytes / WORD);
    return start;
  }
}

const WORD = 8;
const FIRST = 2 ** 14;
/** Larger pieces are not kept. */
const MOST_KEPT = 2 ** 25;

let spare: ScratchPaper | undefined;

/** Whoever takes it has it alone until it is given back. */
export function takePaper(): ScratchPaper {
  const paper = spare ?? new ScratchPaper();
  spare = undefined;
  paper.clear();
  return paper;
}

export function giveBackPaper(paper: ScratchPaper): void {
  if (paper.size <= MOST_KEPT) spare = paper;
}
