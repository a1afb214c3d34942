/** Tells lines that no goal and no rule tells apart: those of one list of makers, priority, place and the same partners. */
import type { Demand } from "../model";
import { eachRun } from "./ranks";

/** The number of lines that have no other like them. */
export const ALONE = -1;

const PRIORITIES = 3;

/** A line while others may still turn out to be like it. */
export interface Likened {
  readonly demand: Demand;
  readonly place: string;
  readonly presentSuppliers: ReadonlySet<string>;
  /** Equal for lines that are alike; ALONE where there is no other. */
  alike: number;
}

/** Lines looked at between two yields. */
const SLICE = 8_192;

export class Likeness {
  private lists = 0;
  private readonly places = new Map<string, number>();
  private readonly partners = new Map<string, number>();
  private readonly lines: Likened[] = [];
  /** By line, what it must have in common with those like it, as numbers. */
  private readonly listAndPriority: number[] = [];
  private readonly place: number[] = [];
  private readonly named: number[] = [];

  /** Another list of eligible ways. */
  list(): number {
    return this.lists++;
  }

  /** Notes a line that may have others like it, and the number of its list. */
  add(line: Likened, list: number): void {
    const { demand, place, presentSuppliers } = line;
    const nobody = presentSuppliers.size + demand.wishedSuppliers.length === 0;
    this.lines.push(line);
    this.listAndPriority.push(list * PRIORITIES + demand.priority - 1);
    this.place.push(numberOf(place, this.places));
    this.named.push(numberOf(nobody ? "" : [...presentSuppliers, "", ...demand.wishedSuppliers].join("\n"), this.partners));
  }

  /** Gives those of the lines noted that are alike a number. With a yield now and then. */
  *tell(): Generator<void> {
    const tellRun = (order: Int32Array, start: number, end: number): void => {
      if (end > start + 1) for (let at = start; at < end; at++) this.lines[order[at]].alike = start;
    };
    const lists = { of: new Int32Array(this.listAndPriority), count: this.lists * PRIORITIES };
    const places = { of: new Int32Array(this.place), count: this.places.size };
    yield* eachRun([lists, places, { of: new Int32Array(this.named), count: this.partners.size }], tellRun, SLICE);
  }
}

function numberOf(text: string, known: Map<string, number>): number {
  let number = known.get(text);
  if (number === undefined) known.set(text, (number = known.size));
  return number;
}
