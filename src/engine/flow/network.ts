/** What the high word of a number in two words counts: 2^26. */
export const LOW_WORD = 67_108_864;

/**
 * The words of minimum-cost flow, and the door every network solver stands behind.
 *
 * A network is a directed graph whose node 0 is the root. Node v gives `supply[v]` units (0 or more; the root takes all).
 * Arc a carries 0 to `capacity[a]` units from `tail[a]` to `head[a]`. Costs are integers, one array per goal;
 * goals count strictly one after another: a flow is optimal if no other flow has a lexicographically smaller vector of totals.
 *
 * The caller supplies a start: `startArc[v]` is, for every node but the root, the arc by which v sends everything it has
 * towards the root. These arcs form a tree, and the flow they carry leaves room on each of them (flow < capacity), so the
 * start is feasible and strongly feasible; there is no first phase and no artificial arc.
 */
export interface Network {
  readonly nodes: number;
  readonly supply: Float64Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Whole numbers; Infinity where there is no limit. */
  readonly capacity: Float64Array;
  readonly startArc: Int32Array;
  /** One array of arc costs per goal, the first goal first. Whole numbers. */
  readonly costs: readonly Float64Array[];
}

/**
 * An optimal flow with its evidence: node potentials goal by goal. `totals[k]` is the exact cost of goal k.
 * The potential of a node is what it costs to send one unit more from it to the root; the root's is 0.
 */
export interface NetworkSolution {
  readonly flow: Float64Array;
  readonly potentials: readonly Float64Array[];
  /**
   * Only for goals whose potentials may pass 2^53 (undefined for the others): the potential of node v is then
   * `potentials[k][v] · LOW_WORD + lowPotentials[k][v]`, where either word may be negative.
   */
  readonly lowPotentials: readonly (Float64Array | undefined)[];
  readonly totals: readonly bigint[];
  readonly pivots: number;
}

/**
 * Solves goal after goal; yields now and then (every few thousand pivots) so that a caller can show progress or cancel. Keeps
 * nothing of the network, which may be written over as soon as it is solved.
 */
export type SolveNetwork = (network: Network) => Generator<void, NetworkSolution>;
