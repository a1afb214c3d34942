import type { Book } from "./book";
import type { Scalar, SheetCells } from "./cells";

/** What the objects of one sheet need of the rest of the host. */
export interface SheetContext {
  readonly book: Book;
  readonly sheet: SheetCells;
  /** AccessDenied where the sheet is protected. */
  readonly refuseIfProtected: () => void;
  /** A formula's value: this host does not calculate, the test says what comes out. */
  readonly evaluate: (formula: string) => Scalar;
  readonly literalTextCells: boolean;
  /** More than that comes back as null instead of values. */
  readonly mostCellsRead: number;
}
