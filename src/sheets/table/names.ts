/**
 * Finds what a clerk means by a name: by the name itself, a former name or a code, after NFKC, trimming and collapsing of blanks.
 * Near names are suggested and never guessed; so are the traditional characters of a simplified name.
 */
import { headingText, normalText } from "./normalText";
import { simplified } from "./simplified";

export type Found<Entry> =
  | { readonly kind: "found"; readonly entry: Entry }
  | { readonly kind: "ambiguous"; readonly names: readonly string[] }
  | { readonly kind: "unknown"; readonly near: readonly string[] };

/** How a name stands for its entry. A real name wins over a former name or a code. */
type Strength = "name" | "other";

export class NameIndex<Entry> {
  private readonly byName = new Map<string, Entry>();
  private readonly byOther = new Map<string, Entry[]>();
  private readonly codes = new Map<string, Entry>();
  private readonly titles = new Map<Entry, string>();
  /** Every text ever asked for: clerks write the same few names in many rows. */
  private readonly asked = new Map<string, Found<Entry>>();
  /** The names in the form in which near ones are looked for, made when it is first needed. */
  private readonly foldedNames: { readonly name: string; readonly folded: string }[] = [];
  private comparisonsLeft = MOST_COMPARISONS;

  /** Adds a name; false where the same name already stands for another entry. */
  add(name: string, entry: Entry, strength: Strength = "name"): boolean {
    const key = normalText(name);
    if (key === "") return true;
    if (this.asked.size > 0) this.asked.clear();
    if (strength === "name") {
      if (!this.titles.has(entry)) this.titles.set(entry, key);
      const taken = this.byName.get(key);
      if (taken !== undefined) return taken === entry;
      this.byName.set(key, entry);
      return true;
    }
    const known = this.byOther.get(key);
    if (!known) this.byOther.set(key, [entry]);
    else if (!known.includes(entry)) known.push(entry);
    return true;
  }

  /** Adds a code; false where it already is another entry's code. */
  addCode(code: string, entry: Entry): boolean {
    const key = normalText(code);
    const taken = this.codes.get(key);
    if (taken === undefined) this.codes.set(key, entry);
    this.add(code, entry, "other");
    return taken === undefined || taken === entry;
  }

  find(text: string): Found<Entry> {
    const known = this.asked.get(text);
    if (known) return known;
    if (this.asked.size > MOST_REMEMBERED) this.asked.clear();
    const found = this.look(normalText(text));
    this.asked.set(text, found);
    return found;
  }

  /** Like `find`, but only an answer that is certain. */
  entry(text: string): Entry | undefined {
    const found = this.find(text);
    return found.kind === "found" ? found.entry : undefined;
  }

  has(name: string): boolean {
    return this.byName.has(normalText(name));
  }

  private folded(): readonly { readonly name: string; readonly folded: string }[] {
    if (this.foldedNames.length < this.byName.size)
      for (const name of [...this.byName.keys()].slice(this.foldedNames.length)) this.foldedNames.push({ name, folded: folded(name) });
    return this.foldedNames;
  }

  private look(key: string): Found<Entry> {
    const named = this.byName.get(key);
    if (named !== undefined) return { kind: "found", entry: named };
    const others = this.byOther.get(key);
    if (!others) return new Unknown(() => this.near(key));
    if (others.length === 1) return { kind: "found", entry: others[0] };
    return { kind: "ambiguous", names: others.map((entry) => this.titles.get(entry) ?? "") };
  }

  /** Up to three names that differ by little, the nearest first; none any more where a clerk's whole list is unknown. */
  private near(key: string): readonly string[] {
    const wanted = folded(key);
    const limit = Math.max(1, Math.floor(wanted.length / 3));
    const cost = this.byName.size * Math.min(wanted.length, LONGEST_COMPARED) ** 2;
    if (this.comparisonsLeft < cost) return [];
    this.comparisonsLeft -= cost;
    const found: { name: string; distance: number }[] = [];
    for (const { name, folded: other } of this.folded()) {
      const partly = other.includes(wanted) || wanted.includes(other);
      const distance = partly ? 1 : wanted.length > LONGEST_COMPARED ? limit + 1 : editDistance(wanted, other, limit);
      if (distance <= limit) found.push({ name, distance });
    }
    return found
      .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
      .slice(0, 3)
      .map(({ name }) => name);
  }
}

/** A name nobody knows. Near ones are looked for when somebody asks: where there is no list, nobody does. */
class Unknown {
  readonly kind = "unknown";
  private found: readonly string[] | undefined;

  constructor(private readonly search: () => readonly string[]) {}

  get near(): readonly string[] {
    return (this.found ??= this.search());
  }
}

const MOST_REMEMBERED = 200_000;

/** Letters compared with one another for the sake of suggestions, in all: some seconds' work. */
const MOST_COMPARISONS = 100_000_000;

/** Beyond this a cell holds a paragraph, not a misspelt name; comparing costs the square of its length for every name known. */
const LONGEST_COMPARED = 100;

function folded(name: string): string {
  return simplified(headingText(name)).replace(/ /gu, "");
}

/** Levenshtein's distance, given up (as limit + 1) where it must exceed the limit. */
export function editDistance(one: string, other: string, limit: number): number {
  const width = other.length + 1;
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  if (rows.length < 2 * width) rows = new Int32Array(2 * width);
  let above = 0;
  let row = width;
  for (let j = 0; j < width; j++) rows[above + j] = j;
  for (let i = 1; i <= one.length; i++) {
    const letter = one.charCodeAt(i - 1);
    let least = (rows[row] = i);
    for (let j = 1; j < width; j++) {
      const change = rows[above + j - 1] + (letter === other.charCodeAt(j - 1) ? 0 : 1);
      const distance = Math.min(change, rows[above + j] + 1, rows[row + j - 1] + 1);
      rows[row + j] = distance;
      if (distance < least) least = distance;
    }
    if (least > limit) return limit + 1;
    [above, row] = [row, above];
  }
  return rows[above + other.length];
}

/** Two rows of the table of distances, one behind the other. */
let rows = new Int32Array(256);

const NOBODY: readonly string[] = [];

const BETWEEN = /[、;；,，\n]/u;

/** How many names a cell lists beyond the first. */
export function separatorsIn(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (BETWEEN.test(text[at])) count++;
  return count;
}

/** A cell that may hold several names: 、 ; , or line breaks between them. */
export function splitList(text: string): readonly string[] {
  if (text === "") return NOBODY;
  return text
    .split(BETWEEN)
    .map(normalText)
    .filter((part) => part !== "");
}
