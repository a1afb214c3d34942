/** The lists of names and the plan of who needs and makes what: small comma-separated files beside this one, without quotes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The rows of scripts/sample/NAME.csv by heading. */
export function readCsv<Heading extends string>(name: string): readonly Readonly<Record<Heading, string>>[] {
  const [headings, ...rows] = readFileSync(join(process.cwd(), "scripts", "sample", `${name}.csv`), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((cells) => {
    if (cells.length !== headings.length)
      throw new RangeError(`${name}.csv: a row of ${cells.length} cells under ${headings.length} headings`);
    // The headings of the file are the keys asked for; a missing one shows as undefined in the first test.
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index]])) as Record<Heading, string>;
  });
}
