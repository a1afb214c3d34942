/** Networks as one linear program in free MPS form, which CLP and GLPK read: a row a node, a column an arc; roots have no row. */
import type { Network } from "../../src/engine/flow/network";

/** Pieces of the file, one after another. With one goal; columns are named by their position, `c0`, `c1` … */
export function* mpsOf(networks: readonly Network[]): Generator<string> {
  yield "NAME market\nROWS\n N cost\n";
  for (const [part, { nodes }] of networks.entries()) yield lines(1, nodes, (node) => ` E ${row(part, node)}`);
  yield "COLUMNS\n";
  let first = 0;
  for (const [part, { tail, head, costs }] of networks.entries()) {
    const before = first;
    yield lines(0, tail.length, (arc) => {
      const into = head[arc] === 0 ? "" : ` ${row(part, head[arc])} -1`;
      return ` c${before + arc} cost ${costs[0][arc]}\n c${before + arc} ${row(part, tail[arc])} 1${into}`;
    });
    first += tail.length;
  }
  yield "RHS\n";
  for (const [part, { nodes, supply }] of networks.entries()) yield lines(1, nodes, (node) => ` rhs ${row(part, node)} ${supply[node]}`);
  yield "BOUNDS\n";
  first = 0;
  for (const { tail, capacity } of networks) {
    for (let arc = 0; arc < tail.length; arc++) if (capacity[arc] !== Infinity) yield ` UP bound c${first + arc} ${capacity[arc]}\n`;
    first += tail.length;
  }
  yield "ENDATA\n";
}

/** Names that look like numbers are misread by CLP. */
function row(part: number, node: number): string {
  return `r${part}.${node}`;
}

function lines(from: number, to: number, line: (index: number) => string): string {
  return Array.from({ length: to - from }, (_, index) => `${line(from + index)}\n`).join("");
}
