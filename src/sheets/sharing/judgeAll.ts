/** Which of several files that came together are taken: of those from one office the highest version, each by the rules of identity. */
import type { Answers } from "./answers";
import type { FileJudged, Incoming, Refusal } from "./incoming";
import { judgeIncoming, judgeReturned, type Here, type KnownSubmission, type Returned } from "./judgeIncoming";

/** A file as it was read: what it says, or why it says nothing. */
export interface FileRead {
  readonly file: string;
  readonly office?: string;
  readonly incoming?: Incoming;
  /** A return of this office that came back with replies. */
  readonly returned?: Returned;
  readonly answers?: Answers;
  readonly refusal?: Refusal;
}

/** `late`: this office has balanced already, so whoever sends for the first time comes late. */
export function judgeAll(files: readonly FileRead[], here: Here, late: boolean): readonly FileJudged[] {
  const known = new Map<string, KnownSubmission>(here.known);
  const latest = new Map<string, number>();
  const judged: FileJudged[] = [];
  for (const read of files) {
    const one = judge(read, { ...here, known });
    const before = one.office === undefined ? undefined : latest.get(one.office);
    if (one.state === "accepted" && one.office !== undefined && one.incoming) {
      if (before !== undefined) judged[before] = { ...judged[before], state: "superseded" };
      latest.set(one.office, judged.length);
      known.set(one.office, one.incoming);
    }
    const older = before !== undefined && one.refusal?.kind === "old version" && one.refusal.version < one.refusal.known;
    judged.push(older ? { ...one, state: "superseded", refusal: undefined } : one);
  }
  const comesLate = ({ state, office, incoming }: FileJudged): boolean =>
    late && state === "accepted" && incoming !== undefined && office !== undefined && !here.known.has(office);
  return judged.map((one) => (comesLate(one) ? { ...one, state: "late" } : one));
}

function judge({ file, office: named, incoming, returned, answers, refusal }: FileRead, here: Here): FileJudged {
  if (returned) {
    const verdict = judgeReturned(returned, here);
    return { file, state: verdict.refusal ? "refused" : "accepted", ...verdict, answers };
  }
  if (!incoming || refusal) {
    const known = named === undefined ? undefined : here.places.entry(named)?.name;
    return { file, state: "refused", office: known ?? (here.listed ? undefined : named), incoming, refusal };
  }
  const verdict = judgeIncoming(incoming, here);
  if (verdict.kind === "refuse") return { file, state: "refused", office: verdict.office, incoming, refusal: verdict.refusal };
  return { file, state: verdict.kind === "duplicate" ? "duplicate" : "accepted", office: verdict.office, incoming };
}

export function isTaken({ state }: Pick<FileJudged, "state">): boolean {
  return state === "accepted" || state === "late";
}
