import { OUR_NAMES, type WrittenChart, type WrittenSheet } from "../workbook";
import { anchorXml } from "./anchorXml";
import { chartXml, type DrawingNamespaces } from "./chartXml";
import { writeContentTypes } from "./contentTypes";
import type { PackageParts } from "./packageParts";
import { freeIds, readRelationships, writeRelationships, type Relationship } from "./relationships";
import { XmlEdits } from "./xmlEdits";
import type { XmlElement } from "./xmlTree";
import { attributeOf, childOf, prefixedAttributeOf } from "./xmlTree";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

export interface ChartSetting {
  readonly sheet: WrittenSheet;
  /** Of the sheet's part. */
  readonly path: string;
  readonly tabName: string;
  /** As it stands in the file; undefined for a new sheet. */
  readonly present: XmlElement | undefined;
  readonly namespaces: DrawingNamespaces;
}

/**
 * Charts of ours that are there get their cells and titles anew and stay where the clerk has put them, those no longer wanted
 * go, new ones are laid down. Gives the id under which the sheet's part must name its drawing, if it does not yet.
 */
export function layCharts(parts: PackageParts, setting: ChartSetting): { readonly parts: PackageParts; readonly drawing?: string } {
  const { sheet, path, present, namespaces } = setting;
  if (sheet.charts === undefined) return { parts };
  const named = present && childOf(present, "drawing");
  const relation = named && prefixedAttributeOf(named, "id");
  const drawing = readRelationships(parts, path).find(({ id }) => id === relation)?.path;
  if (drawing !== undefined) return { parts: new Drawing(parts, drawing, setting).written() };
  if (named !== undefined || sheet.charts.length === 0) return { parts };
  const added = freePath(parts, "xl/drawings/drawing");
  const id = freeIds(readRelationships(parts, path))();
  const blank = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${namespaces.sheet}" xmlns:a="${namespaces.main}"></xdr:wsDr>`;
  let laid = parts.with(added, new TextEncoder().encode(blank));
  laid = writeRelationships(laid, path, { added: [{ id, type: `${namespaces.relationships}/drawing`, path: added }], goes: () => false });
  laid = writeContentTypes(laid, [{ path: added, type: DRAWING_TYPE }], []);
  return { parts: new Drawing(laid, added, setting).written(), drawing: id };
}

/** One chart of ours as it lies on a sheet. */
interface Laid {
  readonly anchor: XmlElement;
  readonly relationship: Relationship | undefined;
}

class Drawing {
  private readonly tree: XmlElement;
  private readonly edits: XmlEdits;
  private readonly relationships: readonly Relationship[];
  private readonly added: (Relationship & { readonly path: string })[] = [];
  private readonly gone: Relationship[] = [];

  constructor(
    private parts: PackageParts,
    private readonly path: string,
    private readonly setting: ChartSetting,
  ) {
    const bytes = parts.xml(path);
    this.tree = parts.treeOf(bytes, path);
    this.edits = new XmlEdits(bytes);
    this.relationships = readRelationships(parts, path);
  }

  written(): PackageParts {
    const charts = this.setting.sheet.charts ?? [];
    const present = this.ours();
    for (const [name, laid] of present) if (!charts.some((chart) => chart.name === name)) this.remove(laid);
    const freeId = freeIds(this.relationships);
    let number = 1 + largestNumber(this.tree);
    for (const chart of charts) {
      const part = present.get(chart.name)?.relationship?.path;
      if (part === undefined) this.add(chart, { id: freeId(), number: number++ });
      else this.write(part, chart);
    }
    const goes = ({ id }: Relationship): boolean => this.gone.some((relationship) => relationship.id === id);
    const removed = this.gone.flatMap(({ path }) => (path === undefined ? [] : [path]));
    let parts = this.parts.with(this.path, this.edits.apply());
    if (this.added.length + this.gone.length === 0) return parts;
    parts = writeRelationships(parts, this.path, { added: this.added, goes });
    parts = writeContentTypes(
      parts,
      this.added.map(({ path }) => ({ path, type: CHART_TYPE })),
      removed,
    );
    return removed.reduce((left, path) => left.without(path), parts);
  }

  /** By name. A chart that was copied has a name twice: the first one is ours. */
  private ours(): ReadonlyMap<string, Laid> {
    const found = new Map<string, Laid>();
    for (const anchor of this.tree.children) {
      const name = attributeOf(descendant(anchor, "cNvPr") ?? anchor, "name") ?? "";
      const chart = descendant(anchor, "chart");
      if (!name.startsWith(OUR_NAMES) || chart === undefined || found.has(name)) continue;
      const id = prefixedAttributeOf(chart, "id");
      found.set(name, { anchor, relationship: this.relationships.find((relationship) => relationship.id === id) });
    }
    return found;
  }

  private remove({ anchor, relationship }: Laid): void {
    this.edits.remove(anchor);
    if (relationship) this.gone.push(relationship);
  }

  private add(chart: WrittenChart, { id, number }: { id: string; number: number }): void {
    const { namespaces } = this.setting;
    const path = freePath(this.parts, "xl/charts/chart");
    this.added.push({ id, type: `${namespaces.relationships}/chart`, path });
    this.edits.appendAsIs(this.tree, anchorXml(chart, { relation: id, number, namespaces }));
    this.write(path, chart);
  }

  private write(path: string, chart: WrittenChart): void {
    this.parts = this.parts.with(path, new TextEncoder().encode(chartXml(chart, this.setting.sheet, this.setting)));
  }
}

function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : descendant(child, name);
    if (found) return found;
  }
  return undefined;
}

/** Of all shapes: each has its own. */
function largestNumber(element: XmlElement): number {
  const own = element.name === "cNvPr" ? Number(attributeOf(element, "id")) || 0 : 0;
  return element.children.reduce((largest, child) => Math.max(largest, largestNumber(child)), own);
}

function freePath(parts: PackageParts, stem: string): string {
  let number = 1;
  while (parts.has(`${stem}${number}.xml`)) number++;
  return `${stem}${number}.xml`;
}
