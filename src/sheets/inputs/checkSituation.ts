/** Checks that need more than one row: what does not add up, what looks unlikely, what is worth a look before balancing. */
import { eligibleWays, waysOf } from "../../engine/register/eligibility";
import type { Priority, Product, Situation } from "../../engine/model";
import { checkLastYear } from "./checkLastYear";
import { checkStanding } from "./checkStanding";
import type { Line } from "../../engine/register/lines";
import { registerInSteps, type Register } from "../../engine/register/register";
import { ROWS_AT_ONCE } from "../../engine/slices";
import type { CapacityRow } from "./capacity";
import type { DemandRow } from "./demand";
import type { AgreementReading } from "./earlierAgreements";
import { EligibleLists } from "./eligibleLists";
import type { LastYearEntry } from "./lastYear";
import { inUnits, pairOf } from "./needs";
import type { Plan } from "./plan";
import type { ProblemList } from "../table/problemList";
import type { ProblemCase, ProblemFacts } from "../table/rules";
import type { StandingRow } from "./standingAgreements";

export interface CheckInput {
  readonly situation: Situation;
  /** Where the situation's demands stand, one for one. */
  readonly rows: readonly DemandRow[];
  readonly capacities: readonly CapacityRow[];
  readonly standing: readonly StandingRow[];
  readonly lastYear: readonly LastYearEntry[];
  readonly agreements: AgreementReading;
  readonly agreementsSheet: string;
  /** Distances, else Places. */
  readonly distancesSheet: string;
  readonly plan: Plan;
  readonly problems: ProblemList;
}

/** What the checks look at. */
export interface Scene extends CheckInput {
  readonly known: Register;
}

/** With a yield now and then. */
export function* checkSituation(input: CheckInput): Generator<void> {
  const known = yield* registerInSteps(input.situation);
  const scene: Scene = { ...input, known };
  yield;
  checkInHouse(scene);
  yield* checkDemand(scene);
  yield* checkDuplicates(scene);
  checkCapacity(scene);
  yield* checkStanding(scene);
  yield* checkAgreed(scene);
  yield;
  checkLastYear(scene);
  yield;
  checkDistances(scene);
}

/** E12: in-house rows may not need more than the own plan they are part of. */
function checkInHouse(scene: Scene): void {
  const { known, plan, problems } = scene;
  const used = new Map<number, number>();
  const lines = known.lines.filter(({ demand }) => demand.inHouse);
  for (const { demand, home } of lines) {
    if (!home) continue;
    for (const { period, quantity } of demand.cells) {
      if (period.kind !== "quarter") continue;
      home.rows.forEach((row, position) => {
        const key = row * known.quarters + period.quarter;
        used.set(key, (used.get(key) ?? 0) + quantity * home.perStep[position]);
      });
    }
  }
  for (const line of lines) {
    const { demand, home } = line;
    const row = rowOf(line, scene);
    if (!home) {
      problems.inRow("I15", row, { value: demand.factory, product: demand.product });
      continue;
    }
    const over = demand.cells.find(
      ({ period }) =>
        period.kind === "quarter" &&
        home.rows.some(
          (index) =>
            (used.get(index * known.quarters + period.quarter) ?? 0) >
            (known.rows[index].capacity.own[period.quarter] ?? 0) * known.rows[index].rate.perRowStep,
        ),
    );
    if (over?.period.kind === "quarter")
      problems.inRow("E12", row, { value: demand.factory, quarter: plan.keys.quarters[over.period.quarter] });
  }
}

function* checkDemand(scene: Scene): Generator<void> {
  const { known, problems } = scene;
  const check = lineCheck(scene);
  const firstOf = new Map<Priority, Line>();
  const mixed = new Set<Priority>();
  for (const line of known.lines) {
    if (line.index % ROWS_AT_ONCE === 0) yield;
    check(line);
    if (line.demand.inHouse) continue;
    const first = firstOf.get(line.demand.priority);
    if (!first) firstOf.set(line.demand.priority, line);
    else if (hasPoints(first.product) !== hasPoints(line.product)) mixed.add(line.demand.priority);
  }
  for (const [priority, line] of firstOf)
    if (mixed.has(priority)) problems.inRow("I16", { sheet: rowOf(line, scene).sheet }, { value: priority });
}

/** Checks one line after the other. */
function lineCheck(scene: Scene): (line: Line) => void {
  const { known, problems, standing } = scene;
  const standingFor = new Set(standing.filter(({ inForce }) => inForce).map(pairOf));
  const report = (kind: ProblemCase, line: Line, facts: ProblemFacts): void => problems.inRow(kind, rowOf(line, scene), facts);
  const lists = new EligibleLists(known);
  return (line) => {
    const { demand, product, needed: need } = line;
    const makers = demand.grade === undefined ? undefined : known.ways.get(product.key);
    const highest = makers && lists.highestGrade(makers);
    if (highest !== undefined && line.grade > highest) report("W03", line, { value: line.grade, other: highest });
    if (!demand.inHouse && line.eligible.length > 0) {
      const most = lists.mostPossible(line, need);
      if (need > most) report("W04", line, { value: inUnits(need, line), other: inUnits(most, line), unit: product.unit.name });
    }
    for (const wished of demand.wishedSuppliers)
      if (known.factories.has(wished) && !lists.holds(line, wished)) report("I06", line, { value: wished, product: product.key });
    if (demand.recurrent && !demand.inHouse && !standingFor.has(pairOf({ buyer: demand.factory, product: demand.product })))
      report("I08", line, { value: demand.product });
  };
}

/** Where a line stands. */
function rowOf({ index }: Line, { known, rows }: Scene): DemandRow {
  return rows[known.givenAt[index]];
}

function hasPoints({ points, norms }: Product): boolean {
  return points !== undefined || norms.length > 0;
}

/** Two lines that ask for the same thing are a hint: the second may be a slip. */
function* checkDuplicates({ known, rows, problems }: Scene): Generator<void> {
  const { lines, givenAt } = known;
  const repeated = new Map<string, Repeated>();
  for (let start = 0, end = 0, looked = 0; start < lines.length; start = end) {
    if (start - looked >= ROWS_AT_ONCE) {
      looked = start;
      yield;
    }
    for (end = start + 1; end < lines.length && lines[end].rank === lines[start].rank; end++);
    if (end > start + 1)
      noteRepeated(
        Array.from(givenAt.subarray(start, end)).sort((a, b) => a - b),
        rows,
        repeated,
      );
  }
  for (const { second, other, count } of [...repeated.values()].sort((a, b) => a.position - b.position))
    problems.inRow("I13", second, { value: second.demand.product, other: other.row + 1, count });
}

/** The first line on a sheet that asks for the same as one before, that one, and how many there are. */
interface Repeated {
  readonly position: number;
  readonly second: DemandRow;
  readonly other: DemandRow;
  count: number;
}

/** Looks at lines that differ only in quantities and number. */
function noteRepeated(positions: readonly number[], rows: readonly DemandRow[], repeated: Map<string, Repeated>): void {
  const seen = new Map<string, DemandRow>();
  for (const position of positions) {
    const second = rows[position];
    const content = contentOf(second);
    const other = seen.get(content);
    if (!other) {
      seen.set(content, second);
      continue;
    }
    const known = repeated.get(second.sheet);
    const count = (known?.count ?? 0) + 1;
    if (!known || position < known.position) repeated.set(second.sheet, { position, second, other, count });
    else known.count = count;
  }
}

/** Everything but the number. */
function contentOf({ demand }: DemandRow): string {
  return JSON.stringify({ ...demand, no: "" });
}

function checkCapacity({ capacities, situation, problems, plan }: Scene): void {
  const needed = new Set(situation.products.flatMap(({ norms }) => norms.map(({ equipment }) => equipment)));
  for (const { capacity, sheet, row, column, valid } of capacities) {
    if (!valid) continue;
    if (capacity.item.kind !== "equipment") continue;
    if (!needed.has(capacity.item.equipment)) problems.inRow("I09", { sheet, row, column }, { value: capacity.item.equipment });
    const full = capacity.available.findIndex((amount, quarter) => amount > 0 && capacity.own[quarter] * 100 > amount * 95);
    if (full >= 0) problems.inRow("W05", { sheet, row, column }, { value: capacity.item.equipment, quarter: plan.keys.quarters[full] });
  }
}

/** E15: an agreed row names a demand line that is not there, or a pair that can't be. */
function* checkAgreed({ agreements, agreementsSheet, known, problems }: Scene): Generator<void> {
  let seen = 0;
  for (const row of agreements.agreements) {
    if (++seen % ROWS_AT_ONCE === 0) yield;
    if (row.status !== "Agreed") continue;
    const place = { sheet: agreementsSheet, row: agreements.rowOf.get(row.no), column: agreements.column };
    const line = known.namedLines.get(row.demandNo);
    const isAnother = line !== undefined && (line.demand.factory !== row.buyer || line.demand.product !== row.product);
    if (!line || isAnother) {
      if (!known.factories.has(row.buyer)) continue;
      const facts = { value: row.demandNo, buyer: row.buyer, product: row.product };
      if (!line) problems.inRow("E15 unknown", place, facts);
      else problems.inRow("E15 another", place, { ...facts, factory: line.demand.factory, other: line.demand.product });
      continue;
    }
    if (known.factories.has(row.supplier) && eligibleWays(waysOf(known, row), { ...line, rejected: new Set() }).length === 0)
      problems.inRow("E15 cannot", place, { value: row.supplier, product: row.product });
  }
}

/** I05: places between which no distance is known count as far as the farthest. */
function checkDistances({ known, problems, situation, distancesSheet }: Scene): void {
  const places = [...new Set([...known.linesAt.keys(), ...known.rowsAt.keys()])].sort();
  const missing = places.flatMap((one, index) =>
    places.slice(index + 1).flatMap((other) => (known.distances.km(one, other) === undefined ? [`${one}–${other}`] : [])),
  );
  const any = situation.distances.length > 0 || situation.places.some(({ longitude }) => longitude !== undefined);
  if (any && missing.length > 0) problems.ofSheet("I05", { sheet: distancesSheet }, { count: missing.length, value: missing.slice(0, 3) });
}
