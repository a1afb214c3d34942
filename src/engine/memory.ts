/**
 * Solvers that remember: what this run or the one before has solved is not solved again, so that after an edit only what the
 * edit touches is. Nothing is recognised by less than its whole content, number by number, and flows are certified anew like
 * any others; so a run that remembers gives byte for byte what one without memory gives.
 */
import type { Doors } from "./doors";
import type { Network, NetworkSolution } from "./flow/network";
import type { LinearModel, LinearOptions, LinearSolution, SolveLinear, Terms } from "./linear/model";
import { Generations, questionOf, type Known } from "./generations";
import { atOnce } from "./slices";

/** At most so many numbers are remembered of the flows of one run, and of its linear models: a hundred megabytes or two. */
const MOST = 3 * 2 ** 23;

/** Networks of more arcs than this pause before and after what is done with them here. */
const LARGE = 10_000;

export class Memory {
  private readonly flows = new Generations<Summed>(MOST);
  private readonly linear = new Generations<LinearSolution>(MOST);

  /** The same doors for one run, with solvers that remember. What neither this run nor the one before it asked for is forgotten. */
  doorsOfRun(doors: Doors): Doors {
    this.flows.turn();
    this.linear.turn();
    return {
      pause: doors.pause,
      solveNetwork: (network) => this.flow(doors, network),
      solveLinear: async () => this.remembering(await doors.solveLinear()),
    };
  }

  private *flow({ solveNetwork }: Doors, network: Network): Generator<void, NetworkSolution> {
    const { supply, tail, head, capacity, startArc, costs } = network;
    const large = tail.length > LARGE;
    if (large) yield;
    const question = questionOf([supply, tail, head, capacity, startArc, ...costs]);
    if (large) yield;
    const known = this.flows.find(question);
    if (known) return solutionOf(known);
    const solution = yield* solveNetwork(network);
    if (large) yield;
    const { flow, potentials, lowPotentials, totals, pivots } = solution;
    const rows = [flow, ...potentials, ...lowPotentials.map((low) => low ?? NO_ROW)];
    yield* this.flows.keep(question, { rows, value: { totals, pivots } });
    return solution;
  }

  private remembering(solve: SolveLinear): SolveLinear {
    return (model, goal, options) => {
      const question = questionOf([contentOf(model, goal, options)]);
      const known = this.linear.find(question);
      if (known) return known.value;
      const solution = solve(model, goal, options);
      atOnce(this.linear.keep(question, { rows: [], value: solution }));
      return solution;
    };
  }
}

/** What is no row of a flow: the rows are its amounts, the potentials of all goals and their low words. */
type Summed = Pick<NetworkSolution, "totals" | "pivots">;

/** In place of low words that there are not. */
const NO_ROW = new Float64Array(0);

function solutionOf({ rows: [flow, ...words], value: { totals, pivots } }: Known<Summed>): NetworkSolution {
  const lowPotentials = words.slice(totals.length).map((row) => (row.length > 0 ? row : undefined));
  return { flow, potentials: words.slice(0, totals.length), lowPotentials, totals, pivots };
}

/** All that a linear solver is given, in one row of numbers; models grow, so it is a copy. */
function contentOf({ lower, upper, rows, rowLower, rowUpper }: LinearModel, goal: Terms, options: LinearOptions): Float64Array {
  const { nodes, iterations, gap, relaxed, start, basis } = options;
  const lists = [lower, upper, rowLower, rowUpper, ...[goal, ...rows].flatMap(({ column, coefficient }) => [column, coefficient])];
  const given = [start, basis?.columns, basis?.rows].map((list) => list ?? [ABSENT]);
  const content = [nodes ?? ABSENT, iterations ?? ABSENT, gap ?? ABSENT, Number(relaxed ?? false)];
  for (const list of [...given, ...lists]) {
    content.push(list.length);
    for (let index = 0; index < list.length; index++) content.push(list[index]);
  }
  return Float64Array.from(content);
}

/** No option and no first number of a start or basis is this. */
const ABSENT = -1;
