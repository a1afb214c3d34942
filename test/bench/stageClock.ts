/** Milliseconds on the clock, and of the processor (which does not count what else the machine does meanwhile). */
export interface Taken {
  readonly clock: number;
  readonly processor: number;
}

/** What each stage of a run takes. */
export class StageClock {
  private readonly stages = new Map<string, Taken>();
  private stage = "";
  private began = now();

  /** Ends the stage before it. */
  turn(stage: string): void {
    if (stage === this.stage) return;
    const { clock, processor } = since(this.began);
    const before = this.stages.get(this.stage) ?? { clock: 0, processor: 0 };
    this.stages.set(this.stage, { clock: before.clock + clock, processor: before.processor + processor });
    [this.stage, this.began] = [stage, now()];
  }

  /** By the names of the stages that have one, in the order in which they began. */
  get taken(): ReadonlyMap<string, Taken> {
    return new Map([...this.stages].filter(([stage]) => stage !== ""));
  }

  /** `reading 1,200 ms (processor 800)` for each of them. */
  lines(): readonly string[] {
    return [...this.taken].map(
      ([stage, { clock, processor }]) => `${stage.padEnd(34)} ${Math.round(clock)} ms (processor ${Math.round(processor)})`,
    );
  }
}

export function now(): Taken {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

export function since(start: Taken): Taken {
  const end = now();
  return { clock: end.clock - start.clock, processor: end.processor - start.processor };
}

/** The most memory this process ever had, in MB. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
