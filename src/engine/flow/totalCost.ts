/** The exact cost of a flow: Σ cost · flow, in bigint only where a number would not hold the sum. */
export function totalCost(cost: Float64Array, flow: Float64Array): bigint {
  let total = 0n;
  let part = 0;
  for (let arc = 0; arc < flow.length; arc++) {
    if (flow[arc] === 0 || cost[arc] === 0) continue;
    const product = cost[arc] * flow[arc];
    if (Math.abs(product) > HALF) {
      total += BigInt(cost[arc]) * BigInt(flow[arc]);
      continue;
    }
    part += product;
    if (Math.abs(part) > HALF) {
      total += BigInt(part);
      part = 0;
    }
  }
  return total + BigInt(part);
}

const HALF = 2 ** 52;
