import { OUR_NAMES, type WrittenChart } from "../workbook";
import { cellsAt } from "./cellsAt";
import type { Session } from "./session";
import type { Target } from "./target";

/**
 * Charts of ours that are there get their cells and titles anew and stay where the clerk has put them, those no longer wanted go,
 * new ones are laid down. Two syncs, none where no sheet has charts.
 */
export async function drawCharts(session: Session, targets: readonly Target[]): Promise<void> {
  const sheets = targets.flatMap(({ name, written: { charts } }) =>
    charts ? [{ sheet: session.workbook.worksheets.getItem(name), charts }] : [],
  );
  if (sheets.length === 0) return;
  for (const { sheet } of sheets) sheet.charts.load("items/name");
  await session.sync();
  for (const { sheet, charts } of sheets) {
    // A chart that was copied has a name twice: the first one is ours.
    const present = new Map([...sheet.charts.items].reverse().map((chart) => [chart.name, chart]));
    for (const [name, chart] of present) if (name.startsWith(OUR_NAMES) && !charts.some((wanted) => wanted.name === name)) chart.delete();
    for (const wanted of charts) draw(sheet, wanted, present.get(wanted.name));
  }
  await session.sync();
}

function draw(sheet: Excel.Worksheet, { name, title, table, over }: WrittenChart, present: Excel.Chart | undefined): void {
  const cells = cellsAt(sheet, table);
  const chart = present ?? sheet.charts.add("BarClustered", cells, "Columns");
  if (present) present.setData(cells, "Columns");
  else {
    chart.name = name;
    chart.setPosition(
      cellsAt(sheet, { ...over, bottom: over.top, right: over.left }),
      cellsAt(sheet, { ...over, top: over.bottom, left: over.right }),
    );
    // Bars from the top down, in the order of their rows.
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.legend.visible = table.right - table.left > 1;
  }
  chart.title.text = title;
}
