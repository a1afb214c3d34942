/** The work of the highest step by capacity cell: what was settled there, and work at home that could be handed over. */
import type { Way } from "../register/eligibility";
import type { Ledger } from "../ledger";
import type { Line } from "../register/lines";
import type { SettledWork } from "./settledWork";

/** Lines looked at between two yields. */
const SLICE = 8_192;

export class RootWork {
  private readonly atHome = new Map<number, Line[]>();

  private constructor(
    private readonly ledger: Ledger,
    private readonly settled: SettledWork,
  ) {}

  static *of(ledger: Ledger, settled: SettledWork): Generator<void, RootWork> {
    const { lines } = ledger.register;
    const work = new RootWork(ledger, settled);
    for (let index = 0; index < lines.length; index++) {
      if (index % SLICE === SLICE - 1) yield;
      const { home, eligible } = lines[index];
      if (home && eligible.length > 0) work.addAtHome(lines[index], home);
    }
    return work;
  }

  each(key: number, visit: (line: Line) => void): void {
    const { root } = this.ledger.register.places;
    this.settled.each(key, ({ place, line }) => {
      if (place === root) visit(line);
    });
    for (const line of this.atHome.get(key) ?? NOTHING) visit(line);
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

const NOTHING: readonly Line[] = [];
