/** Numbers that are equal for lines that no goal and no rule tells apart: those of one list, priority, place and the same partners. */
import type { Demand, Factory } from "../model";

/** The number of lines that have no other like them. */
export const ALONE = -1;

const PRIORITIES = 3;

/** What a line is besides its demand: the number of its list of makers, and where and with whom. */
interface Situated {
  readonly list: number;
  readonly place: string;
  readonly presentSuppliers: ReadonlySet<string>;
}

export class Likeness {
  private lists = 0;
  /** By number, how many lines have it. */
  private readonly counts: number[] = [];
  private readonly places: ReadonlyMap<string, number>;
  /** By partners, then by list, place and priority as one number. */
  private readonly known = new Map<string, Map<number, number>>();

  constructor(factories: ReadonlyMap<string, Factory>) {
    const places = new Set(Array.from(factories.values(), ({ place }) => place));
    this.places = new Map(Array.from(places, (place, index) => [place, index]));
  }

  /** Another list of eligible ways. */
  list(): number {
    return this.lists++;
  }

  of({ priority, wishedSuppliers }: Demand, { list, place, presentSuppliers }: Situated): number {
    const named = presentSuppliers.size + wishedSuppliers.length > 0;
    const partners = named ? [...presentSuppliers, "", ...wishedSuppliers].join("\n") : "";
    const key = (list * this.places.size + (this.places.get(place) ?? 0)) * PRIORITIES + priority - 1;
    let known = this.known.get(partners);
    if (!known) this.known.set(partners, (known = new Map()));
    let number = known.get(key);
    if (number === undefined) known.set(key, (number = this.counts.push(0) - 1));
    this.counts[number]++;
    return number;
  }

  /** Has no other line this number? */
  isAlone(number: number): boolean {
    return number !== ALONE && this.counts[number] === 1;
  }
}
