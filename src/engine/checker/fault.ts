/** What can be wrong with a plan. */
export type FaultCode =
  | "number repeated"
  | "unknown line"
  | "unknown supplier"
  | "unknown place"
  | "other product"
  | "other buyer"
  | "not a whole quantity"
  | "other number of quarters"
  | "empty agreement"
  | "not under the place"
  | "own supply"
  | "no means"
  | "grade too low"
  | "piece too large"
  | "not among only these"
  | "among not these"
  | "rejected"
  | "material not secured"
  | "not asked for then"
  | "below the lot"
  | "split"
  | "capacity exceeded"
  | "no remaining row"
  | "used differs"
  | "freed differs"
  | "remaining differs"
  | "remaining below zero"
  | "capacity does not add up"
  | "agreed row lost"
  | "agreed row grown"
  | "standing agreement lost"
  | "line does not add up"
  | "cell does not add up"
  | "unknown cell"
  | "cell repeated"
  | "in-house unresolved"
  | "transfer missing";

export interface Fault {
  readonly code: FaultCode;
  /** The agreement, line or capacity row it is about, by its number. */
  readonly no: string;
  readonly quarter?: number;
}
