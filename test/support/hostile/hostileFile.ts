/** Hostile and broken submissions by number: the same number gives the same file, and every kind comes round again and again. */
import { randomFrom, type Random } from "../random";
import { BROKEN } from "./brokenPackage";
import { fileOf, FORGED } from "./forgedSubmission";
import type { HonestRound } from "./honestRound";
import { OTHERS } from "./otherKinds";

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The workbook that collects it. */
  readonly into: Uint8Array;
  readonly must?: "refused" | "taken";
}

type Making = (round: HonestRound, random: Random) => Promise<Omit<HostileFile, "name">>;

const KINDS: readonly (readonly [string, Making])[] = [
  ...FORGED.map(({ what, forge, must, later }): readonly [string, Making] => [
    what,
    async (round, random) => ({ bytes: await fileOf(forge(round.submission, random)), into: later ? round.later : round.province, must }),
  ]),
  ...BROKEN.map(({ what, spoil, must }): readonly [string, Making] => [
    what,
    async (round, random) => ({ bytes: spoil(round.file, random), into: round.province, must }),
  ]),
  ...OTHERS.map(({ what, bytes }): readonly [string, Making] => [
    what,
    async (round, random) => ({ bytes: bytes(random), into: round.province, must: "refused" }),
  ]),
  ["with a check code that does not fit", async ({ submission, province }, random) => ({ bytes: await fileOf(submission, random.pick(["", "0000000000", submission.checkCode.toLowerCase(), "__proto__"])), into: province, must: "refused" })], // prettier-ignore
];

/** How many kinds there are: so many files hold each once. */
export const HOSTILE_KINDS = KINDS.length;

export async function hostileFile(number: number, round: HonestRound): Promise<HostileFile> {
  const [what, make] = KINDS[number % KINDS.length];
  return { name: `${number} ${what}.xlsx`, ...(await make(round, randomFrom(number))) };
}
