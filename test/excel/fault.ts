/** Something that goes wrong at one sync, or from one sync on. */

export type FaultKind =
  /** Nothing of the batch runs; Excel answers with the code. */
  | "fail"
  /** The first part of the batch runs, half of it where nothing else is said, then Excel answers with the code. */
  | "half"
  /** The batch never runs and no answer comes. */
  | "hang"
  /** The whole batch runs and no answer comes. */
  | "answer lost";

export class Fault {
  constructor(
    readonly kind: FaultKind,
    /** One of Excel.ErrorCodes, or one that nobody has heard of. */
    readonly code: string,
    /** The sync it strikes at, from 1. */
    readonly at: number,
    readonly persistent: boolean,
    /** Of the batch, where its kind is half. */
    readonly share = 0.5,
  ) {}

  strikes(sync: number): boolean {
    return this.persistent ? sync >= this.at : sync === this.at;
  }
}
