import type { CellRange, WrittenCell, WrittenChart, WrittenSheet } from "../workbook";
import { absoluteRange, quotedSheetName } from "./cellReference";
import { escapeXml } from "./xmlText";

/** The namespaces of drawings: DrawingML, its charts, its anchors on a sheet (ECMA-376 parts 1 and 4), and of relationships. */
export interface DrawingNamespaces {
  readonly main: string;
  readonly chart: string;
  readonly sheet: string;
  readonly relationships: string;
}

/** In the dialect of a workbook, transitional or strict, as its relationships tell. */
export function drawingNamespaces(relationships: string): DrawingNamespaces {
  const base = relationships.includes("purl.oclc.org")
    ? "http://purl.oclc.org/ooxml/drawingml"
    : "http://schemas.openxmlformats.org/drawingml/2006";
  return { main: `${base}/main`, chart: `${base}/chart`, sheet: `${base}/spreadsheetDrawing`, relationships };
}

const BLUE = "2F75B5";
const COLOURS = ["BDD7EE", BLUE] as const;
const CATEGORY_AXIS = 1;
const VALUE_AXIS = 2;

/** A chart part: bars from the top down in the order of their rows, with the values they have now for whoever cannot look at the cells. */
export function chartXml(chart: WrittenChart, sheet: WrittenSheet, setting: { tabName: string; namespaces: DrawingNamespaces }): string {
  const { namespaces } = setting;
  const { left, right } = chart.table;
  const series = Array.from({ length: right - left }, (_, index) => seriesXml(chart.table, index, { rows: sheet.rows, ...setting }));
  const legend = series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : "";
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.main}" xmlns:r="${namespaces.relationships}"><c:roundedCorners val="0"/>` +
    `<c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join("")}` +
    `<c:gapWidth val="60"/><c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/></c:barChart>${axesXml()}</c:plotArea>` +
    `${legend}<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}

function titleXml(title: string): string {
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr sz="1100" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

interface SeriesSetting {
  readonly rows: WrittenSheet["rows"];
  readonly tabName: string;
}

function seriesXml({ top, bottom, left, right }: CellRange, index: number, { rows, tabName }: SeriesSetting): string {
  const column = left + 1 + index;
  const texts = (range: CellRange): string => `<c:strRef>${cellsOf(range, "str")}</c:strRef>`;
  const cellsOf = (range: CellRange, kind: "str" | "num"): string => {
    const values: WrittenCell[] = [];
    for (let row = range.top; row <= range.bottom; row++) values.push(rows[row]?.[range.left] ?? null);
    const points = values.map((value, point) =>
      typeof value === "string" || typeof value === "number" ? `<c:pt idx="${point}"><c:v>${escapeXml(String(value))}</c:v></c:pt>` : "",
    );
    const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
    const cache = `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
    return `<c:f>${escapeXml(`${quotedSheetName(tabName)}!${absoluteRange(range)}`)}</c:f>${cache}`;
  };
  const colour = right - left === 1 ? BLUE : COLOURS[index % COLOURS.length];
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${texts({ top, bottom: top, left: column, right: column })}</c:tx>` +
    `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
    `<c:cat>${texts({ top: top + 1, bottom, left, right: left })}</c:cat>` +
    `<c:val><c:numRef>${cellsOf({ top: top + 1, bottom, left: column, right: column }, "num")}</c:numRef></c:val></c:ser>`
  );
}

/** Names at the left from the top down, the scale below. */
function axesXml(): string {
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>';
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
    `<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}<c:tickLblPos val="low"/><c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    `<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines>` +
    `<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="#,##0" sourceLinked="0"/>` +
    `${ticks}<c:tickLblPos val="nextTo"/><c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
  );
}
