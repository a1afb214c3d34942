/** Prints what solvers took on the same networks: run in turn, the least time of each counts, and all must find one total. */
import type { Anchor, Answer } from "./anchors";

export type Print = (line: string) => void;

interface Contest {
  readonly name: string;
  readonly other: Anchor | undefined;
  /** How often the other one runs, if it is too slow to run as often as ours. */
  readonly rounds?: number;
}

/** Of ours. */
const ROUNDS = 10;

/** Throws where totals differ. */
export function inTurn(ours: Anchor, { name, other, rounds = ROUNDS }: Contest, print: Print): void {
  if (!other) return print(`  ${name.padEnd(15)} not here`);
  const mine: Answer[] = [];
  const theirs: Answer[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    mine.push(ours());
    if (round < rounds) theirs.push(other());
  }
  const [{ total: wanted }] = mine;
  const wrong = [...mine, ...theirs].find(({ total }) => total !== wanted);
  if (wrong) throw new Error(`${name}: ${wrong.total}, and we find ${wanted}`);
  const least = fastest(mine);
  const its = fastest(theirs);
  print(`  ${name.padEnd(15)} ${told(its)}, ours ${told(least)}, same total: its time is ${(its.ms / least.ms).toFixed(2)} × ours`);
}

function told({ ms, processorMs, methodMs }: Answer): string {
  const more: string[] = [];
  if (processorMs !== undefined) more.push(`${milliseconds(processorMs)} of the processor`);
  if (methodMs !== undefined) more.push(`its method alone ${milliseconds(methodMs)}`);
  return milliseconds(ms) + (more.length > 0 ? ` (${more.join("; ")})` : "");
}

/** What took least of some rounds. */
export function fastest<T extends { readonly ms: number }>(rounds: readonly T[]): T {
  return rounds.reduce((best, round) => (round.ms < best.ms ? round : best));
}

export function milliseconds(ms: number): string {
  return ms >= 10_000 ? `${(ms / 1_000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 1 : 0)} ms`;
}
