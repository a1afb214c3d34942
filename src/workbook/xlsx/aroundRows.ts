import { joinedBytes } from "./xmlEdits";
import type { XmlScanner } from "./xmlScanner";

/** Hands a sheet's pieces on to the scanner that asks for them, and keeps what stands around the rows, up to so many bytes. */
export class AroundRows implements Iterator<Uint8Array> {
  /** Up to behind the opening tag of the rows. */
  private before: Uint8Array | undefined;
  /** While rows are scanned nothing is kept, nor once there was too much. */
  private pieces: Uint8Array[] | undefined = [];
  private bytesKept = 0;

  constructor(
    private readonly source: Iterator<Uint8Array>,
    private readonly most: number,
  ) {}

  next(): IteratorResult<Uint8Array> {
    const piece = this.source.next();
    if (piece.done !== true && this.pieces) this.keep(piece.value);
    return piece;
  }

  /** Right after the opening tag of the rows. Only the first of them are left out. */
  begin(scanner: XmlScanner): void {
    if (this.before !== undefined || this.pieces === undefined) return;
    this.before = joinedBytes(this.pieces).slice(0, scanner.gone + scanner.end);
    this.pieces = undefined;
  }

  /** Right after their end tag. */
  end(scanner: XmlScanner): void {
    if (this.before === undefined || this.pieces !== undefined || this.bytesKept > this.most) return;
    this.pieces = [];
    this.keep(scanner.bytes.subarray(scanner.start));
  }

  /** The sheet without its rows, once all pieces were asked for; undefined where that is too much. */
  bytes(): Uint8Array | undefined {
    return this.pieces && joinedBytes([this.before ?? new Uint8Array(0), ...this.pieces]);
  }

  private keep(piece: Uint8Array): void {
    this.bytesKept += piece.length;
    if (this.bytesKept > this.most) this.pieces = undefined;
    else this.pieces?.push(piece);
  }
}
