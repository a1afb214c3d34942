export interface Range {
  readonly first: number;
  /** Inclusive; below `first` where there is nothing. */
  readonly last: number;
}

/** Drawn beyond what is in sight, so that scrolling shows no gap. */
const MARGIN = 8;

/** Which of equally long things, one after another, lie in sight. */
export function rangeInSight(from: number, length: number, { each, all }: { readonly each: number; readonly all: number }): Range {
  return {
    first: Math.max(0, Math.floor(from / each) - MARGIN),
    last: Math.min(all - 1, Math.ceil((from + length) / each) + MARGIN),
  };
}

export function numbersOf({ first, last }: Range): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
