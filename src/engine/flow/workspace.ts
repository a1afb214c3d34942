/**
 * The memory a network is solved in. Most networks are small and come by the thousand; setting their arrays up would cost as
 * much as solving them, so one workspace serves one network after another. Nothing of the network before is ever read.
 */
import type { Network } from "./network";
import { OpenArcs } from "./openArcs";
import { SpanningTree } from "./spanningTree";

export interface Workspace {
  readonly arcs: OpenArcs;
  readonly tree: SpanningTree;
}

/** Larger workspaces are not kept. */
const MOST_ARCS_KEPT = 2 ** 20;

let spare: Workspace | undefined;

/** A workspace with the network's start in it. Whoever takes it has it alone until it is given back. */
export function takeWorkspace(network: Network): Workspace {
  const { nodes, tail } = network;
  let workspace = spare;
  spare = undefined;
  if (workspace === undefined || workspace.arcs.mostNodes < nodes || workspace.arcs.mostArcs < tail.length) {
    const arcs = new OpenArcs({ mostNodes: roomFor(nodes), mostArcs: roomFor(tail.length) });
    workspace = { arcs, tree: new SpanningTree(arcs) };
  }
  workspace.arcs.open(network);
  workspace.tree.plant(network);
  return workspace;
}

export function giveBack(workspace: Workspace): void {
  if (workspace.arcs.mostArcs <= MOST_ARCS_KEPT) spare = workspace;
}

/** Some more than asked for small networks, so that a slightly larger one does not need a new workspace. */
function roomFor(count: number): number {
  return count < MOST_ARCS_KEPT / 2 ? 2 * count + 64 : count;
}
