/** The charts that lie on a worksheet. They draw nothing: what was asked of them is kept for a test to read. */
import type { Area, SheetCells } from "./cells";
import { HostFault } from "./hostFault";
import type { HostObject } from "./hostObject";
import { asRange } from "./rangeObject";

export interface Chart {
  readonly id: string;
  readonly kind: string;
  name: string;
  cells: Area;
  over: readonly [Area, Area] | null;
  readonly looks: Record<string, unknown>;
}

export function chartsObject(sheet: SheetCells): HostObject {
  return {
    type: "ChartCollection",
    items: () => sheet.charts.map((chart) => chartObject(sheet, chart)),
    item: (key) => {
      const chart = sheet.charts.find(({ id }) => id === key);
      if (chart === undefined) throw new HostFault("ItemNotFound", "a chart");
      return chartObject(sheet, chart);
    },
    methods: {
      add: (kind, range, seriesBy) => {
        if (seriesBy !== "Columns") throw new HostFault("InvalidArgument", "seriesBy");
        const id = `chart ${sheet.chartsMade++}`;
        const chart: Chart = { id, kind: String(kind), name: id, cells: asRange(range).area, over: null, looks: {} };
        sheet.charts.push(chart);
        return chartObject(sheet, chart);
      },
    },
  };
}

function chartObject(sheet: SheetCells, chart: Chart): HostObject {
  const look = (name: string) => ({ set: (value: unknown) => void (chart.looks[name] = value) });
  return {
    type: "Chart",
    id: chart.id,
    scalars: { name: { get: () => chart.name, set: (name) => void (chart.name = String(name)) } },
    children: {
      title: () => ({ type: "ChartTitle", scalars: { text: look("title") } }),
      legend: () => ({ type: "ChartLegend", scalars: { visible: look("legend") } }),
      axes: () => ({
        type: "ChartAxes",
        children: { categoryAxis: () => ({ type: "ChartAxis", scalars: { reversePlotOrder: look("reversed") } }) },
      }),
    },
    methods: {
      setData: (range, seriesBy) => {
        if (seriesBy !== "Columns") throw new HostFault("InvalidArgument", "seriesBy");
        chart.cells = asRange(range).area;
      },
      setPosition: (start, end) => void (chart.over = [asRange(start).area, asRange(end).area]),
      delete: () => void sheet.charts.splice(sheet.charts.indexOf(chart), 1),
    },
  };
}
