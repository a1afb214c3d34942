/**
 * Solvers that remember: what this run or the one before has solved is not solved again, so that after an edit only what the
 * edit touches is. Nothing is recognised by less than its whole content, number by number, and flows are certified anew like
 * any others; so a run that remembers gives byte for byte what one without memory gives.
 */
import type { Doors } from "./doors";
import type { Network, NetworkSolution } from "./flow/network";
import type { LinearModel, LinearOptions, LinearSolution, SolveLinear, Terms } from "./linear/model";

export class Memory {
  private readonly flows = new Generations<NetworkSolution>();
  private readonly linear = new Generations<LinearSolution>();

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
    const question = questionOf([supply, tail, head, capacity, startArc, ...costs]);
    const known = this.flows.find(question);
    if (known) return known;
    const solution = yield* solveNetwork(network);
    this.flows.keep(question, solution);
    return solution;
  }

  private remembering(solve: SolveLinear): SolveLinear {
    return (model, goal, options) => {
      const question = questionOf([contentOf(model, goal, options)]);
      const known = this.linear.find(question);
      if (known) return known;
      const solution = solve(model, goal, options);
      this.linear.keep(question, solution);
      return solution;
    };
  }
}

type Content = readonly ArrayLike<number>[];

/** What a solver is asked: the hash only sorts it, the content decides. */
interface Question {
  readonly content: Content;
  readonly hash: number;
}

interface Known<Value> {
  readonly hash: number;
  /** The length of each row of the content and its numbers, one after another: whoever asks writes over his own. */
  readonly content: Float64Array;
  readonly value: Value;
}

/** At most so many numbers of content are remembered from one run: a hundred megabytes or two. */
const MOST = 2 ** 24;

/** Values by their content, of this run and the one before. */
class Generations<Value> {
  private now = new Map<number, Known<Value>[]>();
  private before = new Map<number, Known<Value>[]>();
  private kept = 0;

  turn(): void {
    this.before = this.now;
    this.now = new Map();
    this.kept = 0;
  }

  find(question: Question): Value | undefined {
    const here = entryOf(this.now.get(question.hash), question);
    if (here) return here.value;
    const earlier = entryOf(this.before.get(question.hash), question);
    if (earlier) this.add(earlier);
    return earlier?.value;
  }

  keep({ hash, content }: Question, value: Value): void {
    this.add({ hash, content: copyOf(content), value });
  }

  private add(entry: Known<Value>): void {
    if (this.kept + entry.content.length > MOST) return;
    this.kept += entry.content.length;
    const others = this.now.get(entry.hash);
    if (others) others.push(entry);
    else this.now.set(entry.hash, [entry]);
  }
}

function entryOf<Value>(entries: readonly Known<Value>[] | undefined, { content }: Question): Known<Value> | undefined {
  return entries?.find((entry) => isSame(entry.content, content));
}

function copyOf(content: Content): Float64Array {
  const copy = new Float64Array(content.reduce((sum, { length }) => sum + 1 + length, 0));
  let end = 0;
  for (const numbers of content) {
    copy[end++] = numbers.length;
    copy.set(numbers, end);
    end += numbers.length;
  }
  return copy;
}

function isSame(copy: Float64Array, content: Content): boolean {
  let end = 0;
  for (const numbers of content) {
    if (copy[end++] !== numbers.length) return false;
    for (let index = 0; index < numbers.length; index++) if (copy[end++] !== numbers[index]) return false;
  }
  return end === copy.length;
}

/** FNV-1a over the low words. */
function questionOf(content: Content): Question {
  let hash = 0x811c9dc5;
  for (const numbers of content) for (let index = 0; index < numbers.length; index++) hash = Math.imul(hash ^ numbers[index], 16_777_619);
  return { content, hash };
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
