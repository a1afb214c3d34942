/**
 * Which lines have a way out: from some capacity cell they could use, room can be reached by letting work that stands there
 * move to another cell it could use, and so on. All lines at once, in time that grows with the number of line and cell pairs:
 * first forward from the lines asked about, then backward from where there is room.
 */
import type { Line } from "../lines";

export interface Surroundings {
  /** The cells a line's work could stand on; undefined where nothing can be said about them. */
  readonly cellsOf: (line: Line) => readonly { readonly key: number; readonly takes: number }[] | undefined;
  /** Has a cell room for so much? Asked with the most that any line takes of it, so that no line finds it full. */
  readonly hasRoom: (key: number, takes: number) => boolean;
  /** The lines whose work stands on a cell and could move. */
  readonly standingOn: (key: number) => Iterable<Line>;
}

export function linesWithWayOut(asked: readonly Line[], { cellsOf, hasRoom, standingOn }: Surroundings): ReadonlySet<Line> {
  const seen = new Set<Line>(asked);
  const out = new Set<Line>();
  const cells = new Map<number, { readonly users: Line[]; most: number }>();
  const standsOn = new Map<Line, number[]>();
  for (const line of seen) {
    const uses = cellsOf(line);
    if (!uses) out.add(line);
    for (const { key, takes } of uses ?? []) {
      const cell = cells.get(key);
      if (cell) {
        cell.users.push(line);
        cell.most = Math.max(cell.most, takes);
        continue;
      }
      cells.set(key, { users: [line], most: takes });
      for (const other of standingOn(key)) {
        seen.add(other);
        const keys = standsOn.get(other);
        if (keys) keys.push(key);
        else standsOn.set(other, [key]);
      }
    }
  }
  for (const [key, { users, most }] of cells) if (hasRoom(key, most)) for (const user of users) out.add(user);
  for (const line of out) for (const key of standsOn.get(line) ?? []) for (const user of cells.get(key)?.users ?? []) out.add(user);
  return out;
}
