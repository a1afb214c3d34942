import type { Network } from "../../../src/engine/flow/network";

/** What a flow costs, goal by goal, worked out by nothing but its definition. */
export function totalsOf({ costs }: Network, flow: Float64Array): readonly bigint[] {
  return costs.map((cost) => cost.reduce((sum, value, arc) => (flow[arc] === 0 ? sum : sum + BigInt(value) * BigInt(flow[arc])), 0n));
}
