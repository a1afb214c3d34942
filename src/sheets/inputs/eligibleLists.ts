/** What the checks ask of a list of makers, worked out once: a list is shared by very many lines. */
import { isOpenIn } from "../../engine/booking";
import type { Way } from "../../engine/register/eligibility";
import type { Line } from "../../engine/register/lines";
import type { Register } from "../../engine/register/register";

interface Asked {
  /** By quarter. */
  readonly rooms: Room[];
  factories?: ReadonlySet<string>;
  highestGrade?: number;
}

/** Steps that the first makers of a list together have room for, and how many of them were counted so far. */
interface Room {
  steps: number;
  makers: number;
}

export class EligibleLists {
  private readonly asked = new Map<readonly Way[], Asked>();

  constructor(private readonly known: Register) {}

  /** The most that all eligible factories could make of this line alone in its windows; counted no further than what is enough. */
  mostPossible({ eligible, windows }: Line, enough: number): number {
    const { rooms } = this.of(eligible);
    let most = 0;
    for (let quarter = 0; quarter < this.known.quarters && most < enough; quarter++) {
      if (!isOpenIn(windows, quarter)) continue;
      const room = (rooms[quarter] ??= { steps: 0, makers: 0 });
      for (; most + room.steps < enough && room.makers < eligible.length; room.makers++)
        room.steps += Math.max(0, roomOf(eligible[room.makers], quarter, this.known));
      most += room.steps;
    }
    return most;
  }

  highestGrade(makers: readonly Way[]): number {
    const asked = this.of(makers);
    return (asked.highestGrade ??= makers.reduce((most, { grade }) => Math.max(most, grade), 0));
  }

  holds({ eligible }: Line, factory: string): boolean {
    const asked = this.of(eligible);
    asked.factories ??= new Set(eligible.map((way) => way.factory));
    return asked.factories.has(factory);
  }

  private of(makers: readonly Way[]): Asked {
    let asked = this.asked.get(makers);
    if (!asked) this.asked.set(makers, (asked = { rooms: [] }));
    return asked;
  }
}

function roomOf(way: Way, quarter: number, { rows }: Register): number {
  let room = Infinity;
  for (let position = 0; position < way.rows.length; position++) {
    const { capacity, rate } = rows[way.rows[position]];
    const free = (capacity.available[quarter] ?? 0) - (capacity.own[quarter] ?? 0);
    room = Math.min(room, Math.floor((free * rate.perRowStep) / way.perStep[position]));
  }
  return room;
}
