import type { Pause, WrittenSheet } from "../workbook";
import { drawingNamespaces } from "./chartXml";
import { layCharts } from "./layCharts";
import { EntryPacker } from "./packEntry";
import { registerChanges } from "./registerSheets";
import type { PackageParts } from "./packageParts";
import type { PresentSheet } from "./sheetXml";
import { sheetXml } from "./sheetXml";
import { StyleTable } from "./styleTable";
import { choosePlaces } from "./sheetPlaces";
import type { WorkbookPart } from "./workbookPart";
import { kindOf } from "./relationships";
import { withoutRows } from "./withoutRows";

const EMPTY_STYLES = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="';

interface PackageAtHand {
  readonly parts: PackageParts;
  readonly workbook: WorkbookPart;
  /** What stands around the rows of sheets that were read, by path. */
  readonly around: ReadonlyMap<string, Uint8Array>;
}

/** The package with these sheets in it. Every part we do not have to touch keeps its packed bytes. */
export async function writeSheets(
  { parts, workbook, around }: PackageAtHand,
  sheets: readonly WrittenSheet[],
  pause?: Pause,
): Promise<PackageParts> {
  const places = choosePlaces(parts, workbook, sheets);
  const stylesPath = workbook.relationships.find((relationship) => kindOf(relationship) === "styles")?.path;
  const newStyles = stylesPath === undefined || !parts.has(stylesPath);
  const path = stylesPath ?? `${workbook.path.slice(0, workbook.path.lastIndexOf("/") + 1)}styles.xml`;
  const stylesBytes = newStyles ? new TextEncoder().encode(`${EMPTY_STYLES}${places.namespace}"></styleSheet>`) : parts.xml(path);
  const styles = new StyleTable(stylesBytes, parts.treeOf(stylesBytes, path));
  const namespaces = ` xmlns="${places.namespace}" xmlns:r="${places.relationshipNamespace}"`;
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  let written = parts;
  for (const [index, sheet] of sheets.entries()) {
    const place = places.all[index];
    const present = place.isNew ? undefined : await presentSheet({ parts, around }, place.path, async () => pause?.(done, total));
    const charts = layCharts(written, {
      ...place,
      sheet,
      present: present?.tree,
      namespaces: drawingNamespaces(places.relationshipNamespace),
    });
    written = charts.parts;
    const drawing = charts.drawing === undefined ? "" : drawingXml(charts.drawing, places.relationshipNamespace);
    const packer = new EntryPacker(parts.spelling(place.path));
    for (const { bytes, rows } of sheetXml(sheet, { styles, present, namespaces, drawing })) {
      packer.add(bytes);
      await pause?.(done + rows, total);
    }
    done += sheet.rows.length;
    written = written.withEntry(place.path, packer.entry());
  }
  written = written.with(path, styles.written());
  return registerChanges(written, workbook, { sheets, places, newStyles: newStyles ? path : undefined });
}

/** A sheet's pointer to what lies on it. */
function drawingXml(id: string, namespace: string): string {
  return `<drawing xmlns:r="${namespace}" r:id="${id}"/>`;
}

/** The sheet as it stands, without its rows. */
async function presentSheet(
  { parts, around }: Pick<PackageAtHand, "parts" | "around">,
  path: string,
  pause: () => Promise<void>,
): Promise<PresentSheet> {
  const bytes = around.get(path) ?? (await lookedThrough(withoutRows(parts.pieces(path).pieces, path), pause));
  return { bytes, tree: parts.treeOf(bytes, path, "sheetData") };
}

async function lookedThrough(looking: Generator<void, Uint8Array>, pause: () => Promise<void>): Promise<Uint8Array> {
  let step = looking.next();
  for (; step.done !== true; step = looking.next()) await pause();
  return step.value;
}
