/** How many cells the longest row has. By a loop: no call takes as many arguments as a sheet may have rows. */
export function widthOf(rows: readonly (readonly unknown[])[]): number {
  let width = 0;
  for (const { length } of rows) if (length > width) width = length;
  return width;
}
