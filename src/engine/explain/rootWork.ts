/** The work that stands on each capacity cell: what the highest step settled there, and work at home that could be handed over. */
import type { Buckets } from "../buckets";
import type { Way } from "../register/eligibility";
import type { Ledger } from "../ledger";
import type { Line } from "../register/lines";
import { workOnCells } from "./workOnCells";

/** Lines looked at between two yields. */
const SLICE = 8_192;

export class RootWork {
  private readonly atHome = new Map<number, Line[]>();

  private constructor(
    private readonly ledger: Ledger,
    private readonly served: Buckets,
  ) {}

  static *of(ledger: Ledger): Generator<void, RootWork> {
    const { places, lines } = ledger.register;
    const served = yield* workOnCells(ledger, ({ fixed, place, line }) => !fixed && place === places.root && line !== undefined);
    const work = new RootWork(ledger, served);
    for (let index = 0; index < lines.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const { home, eligible } = lines[index];
      if (home && eligible.length > 0) work.addAtHome(lines[index], home);
    }
    return work;
  }

  each(key: number, visit: (line: Line) => void): void {
    for (const index of this.served.of(key)) {
      const { line } = this.ledger.entries[index];
      if (line) visit(line);
    }
    for (const line of this.atHome.get(key) ?? []) visit(line);
  }

  private addAtHome(line: Line, home: Way): void {
    const { register, open } = this.ledger;
    for (const [cell, { due }] of line.windows.entries()) {
      if (due === undefined || open[line.firstCell + cell] === 0) continue;
      for (const row of home.rows) {
        const key = row * register.quarters + due;
        const known = this.atHome.get(key);
        if (known) known.push(line);
        else this.atHome.set(key, [line]);
      }
    }
  }
}
