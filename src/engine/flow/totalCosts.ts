/** The exact costs of a flow, goal by goal: Σ cost · flow, in bigint only where a number would not hold the sum. */
export function totalCosts(costs: readonly Float64Array[], flow: Float64Array): readonly bigint[] {
  let count = 0;
  const carrying = new Int32Array(flow.length);
  for (let arc = 0; arc < flow.length; arc++) if (flow[arc] !== 0) carrying[count++] = arc;
  return costs.map((cost) => totalCost(cost, flow, carrying.subarray(0, count)));
}

function totalCost(cost: Float64Array, flow: Float64Array, carrying: Int32Array): bigint {
  let total = 0n;
  let part = 0;
  for (let position = 0; position < carrying.length; position++) {
    const arc = carrying[position];
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
