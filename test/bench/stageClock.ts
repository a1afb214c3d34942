/** What each stage of a run takes, by the clock and by the processor (which does not count what else the machine does meanwhile). */
export class StageClock {
  private readonly taken = new Map<string, { clock: number; processor: number }>();
  private stage = "";
  private since = now();

  /** Ends the stage before it. */
  turn(stage: string): void {
    const at = now();
    const before = this.taken.get(this.stage) ?? { clock: 0, processor: 0 };
    const clock = before.clock + at.clock - this.since.clock;
    this.taken.set(this.stage, { clock, processor: before.processor + at.processor - this.since.processor });
    [this.stage, this.since] = [stage, at];
  }

  /** `reading 1,200 ms (processor 800)` for each stage that was given a name. */
  lines(): readonly string[] {
    return [...this.taken]
      .filter(([stage]) => stage !== "")
      .map(([stage, { clock, processor }]) => `${stage.padEnd(34)} ${Math.round(clock)} ms (processor ${Math.round(processor)})`);
  }
}

function now(): { readonly clock: number; readonly processor: number } {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

/** The most memory this process ever had, in MB. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
