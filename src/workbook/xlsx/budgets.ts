/**
 * What a file may cost before it is refused as "too large". The figures leave room for a sheet of 1,048,576 rows
 * and stop a bomb long before it hurts: memory and time are bounded by them, never by what a file says of itself.
 */
export interface Budgets {
  /** The file itself, bytes. */
  readonly fileBytes: number;
  readonly entries: number;
  /** One part after inflating, bytes. Sheets are read piece by piece and are never held whole. */
  readonly partBytes: number;
  /** One part that is held whole: everything but sheets. */
  readonly heldBytes: number;
  /** All parts we inflate, together, bytes: one budget for a file, whatever is written into it meanwhile. */
  readonly allBytes: number;
  /** A part above `ratioFromBytes` may not be more than this many times its packed size (sheets reach 15 to 40, bombs 1,000). */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Places in the rows we build of a sheet, blanks between filled cells included. */
  readonly cells: number;
  /** The same of all sheets together. */
  readonly allCells: number;
  /** Characters of the texts in the cells of all sheets, a text counted in every cell that shows it and a formula eightfold. */
  readonly characters: number;
  /** Filled rows of all sheets together: each may become a line of its own. */
  readonly allRows: number;
  readonly sharedStrings: number;
  /** Characters in one cell; Excel itself stops at 32,767. */
  readonly stringLength: number;
  /** Elements in a part that is read as a tree (workbook, styles, relationships). */
  readonly elements: number;
  /** The old formats are read by a library that knows no budget and builds an object per cell: bytes, unpacked. */
  readonly legacyBytes: Readonly<Record<"xls" | "xlsb" | "ods", number>>;
}

const MIB = 1024 * 1024;

export const budgets: Budgets = {
  fileBytes: 256 * MIB,
  entries: 20_000,
  partBytes: 2048 * MIB,
  heldBytes: 256 * MIB,
  allBytes: 6144 * MIB,
  ratio: 150,
  ratioFromBytes: 16 * MIB,
  rows: 1_048_576,
  columns: 16_384,
  cells: 40_000_000,
  allCells: 200_000_000,
  characters: 4_000_000_000,
  allRows: 20_000_000,
  sharedStrings: 20_000_000,
  stringLength: 131_072,
  elements: 1_000_000,
  legacyBytes: { xls: 32 * MIB, xlsb: 256 * MIB, ods: 256 * MIB },
};

/**
 * For a workbook that another office sent. A raw one of 5,000 lines with all its results has some megabytes and half a
 * million cells; what is beyond these figures is refused before it costs more than about 200 MB, also in the old formats.
 */
export const incomingBudgets: Budgets = {
  ...budgets,
  fileBytes: 64 * MIB,
  entries: 4_000,
  partBytes: 64 * MIB,
  heldBytes: 32 * MIB,
  allBytes: 256 * MIB,
  cells: 2_000_000,
  allCells: 2_000_000,
  characters: 12_000_000,
  allRows: 60_000,
  sharedStrings: 1_000_000,
  stringLength: 32_767,
  elements: 100_000,
  legacyBytes: { xls: 3 * MIB, xlsb: 6 * MIB, ods: 16 * MIB },
};
