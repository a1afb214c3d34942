/** A part laid of its lines: the capacity cells of each one's columns, numbered as they come. */
import type { Offers } from "./columnFinder";
import { Columns } from "./columns";
import { eachHomeCell } from "./home";
import { giveBack, takeNumbering, type Numbering } from "./numbering";
import type { CapacityCell, Part } from "./step";
import type { StepLine } from "./stepLines";

/** Columns laid at once. */
const SLICE = 16_384;

export class PartLaying {
  private readonly cells: CapacityCell[] = [];
  /** By line, the cells of its columns. */
  private readonly used: (readonly number[])[] = [];
  private uniform = true;
  private readonly numbers: Numbering;
  /** What the same makers offer to several lines is on the same cells. */
  private readonly known = new Map<Offers, readonly number[]>();

  /** `free`: what is free of all capacity cells. */
  constructor(
    private readonly lines: readonly StepLine[],
    private readonly free: Float64Array,
    private readonly quarters: number,
  ) {
    this.numbers = takeNumbering(free.length);
  }

  /** Lays the columns of some more lines; false once all are laid. */
  goOn(): boolean {
    const { lines, used } = this;
    for (let looked = 0; used.length < lines.length && looked < SLICE;) {
      const line = lines[used.length];
      used.push(this.cellsOf(line));
      looked += line.offers.ways.length;
    }
    return used.length < lines.length;
  }

  /** The positions of the cells of the first row that each of a line's columns uses. All cells that it could use are met. */
  private cellsOf({ line: { home }, offers, windows }: StepLine): readonly number[] {
    let cells = this.known.get(offers);
    if (!cells) this.known.set(offers, (cells = this.offered(offers)));
    if (home) {
      this.uniform &&= home.rows.length === 1;
      eachHomeCell(home, windows, (row, quarter, takes) => this.cell(row * this.quarters + quarter, takes));
    }
    return cells;
  }

  laid(): Part {
    const { lines, cells, uniform, quarters } = this;
    giveBack(this.numbers);
    return { lines, columns: new Columns(lines, this.used), cells, uniform, cellAt: new CellsByKey(cells, quarters) };
  }

  private offered({ ways, quarters, oneRow }: Offers): readonly number[] {
    this.uniform &&= oneRow;
    const cells = new Array<number>(ways.length);
    for (let offer = 0; offer < cells.length; offer++) {
      const { rows, perStep } = ways[offer];
      cells[offer] = this.cell(rows[0] * this.quarters + quarters[offer], perStep[0]);
      for (let position = 1; position < rows.length; position++)
        this.cell(rows[position] * this.quarters + quarters[offer], perStep[position]);
    }
    return cells;
  }

  private cell(key: number, takes: number): number {
    const known = this.numbers.of(key);
    if (known >= 0) {
      this.uniform &&= this.cells[known].takes === takes;
      return known;
    }
    this.cells.push({ row: Math.floor(key / this.quarters), quarter: key % this.quarters, free: this.free[key], takes });
    return this.numbers.add(key);
  }
}

/** Where a part's cells are; most parts are never asked. */
class CellsByKey {
  private positions: ReadonlyMap<number, number> | undefined;

  constructor(
    private readonly cells: readonly CapacityCell[],
    private readonly quarters: number,
  ) {}

  get(key: number): number | undefined {
    this.positions ??= new Map(this.cells.map(({ row, quarter }, position) => [row * this.quarters + quarter, position]));
    return this.positions.get(key);
  }
}
