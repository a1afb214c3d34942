/** Charts of ours in a file: laid once, given new cells where they lie, and never in the way of the clerk's own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { WrittenChart, WrittenSheet } from "../../src/workbook/workbook";
import { openXlsx, blankXlsx } from "../../src/workbook/xlsxWorkbook";
import { plainSheet } from "./contract";
import { packageWith, sheetWith } from "./package";

const HEADINGS = ["", "Needed", "Settled"];

function summary(
  rows: readonly (readonly [string, number, number])[],
  charts: readonly WrittenChart[] = [chart(rows.length)],
): WrittenSheet {
  return plainSheet("O'Brien & Sons", [[], HEADINGS, ...rows], { definedName: "CB.Summary", charts });
}

function chart(rows: number, name = "CB.Needs"): WrittenChart {
  return {
    name,
    title: "Needs <1956>",
    table: { top: 1, left: 0, bottom: 1 + rows, right: 2 },
    over: { top: 2, left: 6, bottom: 17, right: 12 },
  };
}

async function written(file: Uint8Array, sheet: WrittenSheet): Promise<Uint8Array> {
  const workbook = openXlsx(file);
  await workbook.write([sheet]);
  return workbook.bytes();
}

async function begun(sheet: WrittenSheet): Promise<Uint8Array> {
  const workbook = blankXlsx();
  await workbook.write([sheet]);
  return workbook.bytes();
}

function partsOf(file: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function edited(file: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  return zipSync({ ...parts, [part]: strToU8(edit(strFromU8(parts[part]))) });
}

const drawn = (parts: Record<string, string>): string[] =>
  Object.keys(parts).filter((name) => /charts\/|drawings\//.test(name)).sort(); // prettier-ignore
const formulas = (xml: string): string[] => [...xml.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, formula]) => formula);

test("a new sheet names its drawing, the drawing its chart, the chart its cells, and the package knows both", async () => {
  const parts = partsOf(await begun(summary([["urgent", 9, 7]])));
  expect(drawn(parts)).toEqual(["xl/charts/chart1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml"]);
  const sheet = Object.entries(parts).find(([, xml]) => xml.includes("Settled") && xml.includes("<worksheet"))?.[1];
  expect(sheet).toMatch(/<drawing [^>]*r:id="rId1"\/><\/worksheet>$/);
  expect(parts["xl/drawings/drawing1.xml"]).toContain('name="CB.Needs" descr="Needs &lt;1956&gt;"');
  expect(formulas(parts["xl/charts/chart1.xml"])).toEqual([
    "'O''Brien &amp; Sons'!$B$2:$B$2",
    "'O''Brien &amp; Sons'!$A$3:$A$3",
    "'O''Brien &amp; Sons'!$B$3:$B$3",
    "'O''Brien &amp; Sons'!$C$2:$C$2",
    "'O''Brien &amp; Sons'!$A$3:$A$3",
    "'O''Brien &amp; Sons'!$C$3:$C$3",
  ]);
  expect([...parts["xl/charts/chart1.xml"].matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => value)).toEqual([
    ...["Needed", "urgent", "9"],
    ...["Settled", "urgent", "7"],
  ]);
  for (const path of ["/xl/charts/chart1.xml", "/xl/drawings/drawing1.xml"])
    expect(parts["[Content_Types].xml"].split(`PartName="${path}"`)).toHaveLength(2);
});

test("written again it is the same chart over new cells, where the clerk has moved it", async () => {
  const moved = edited(await begun(summary([["urgent", 9, 7]])), "xl/drawings/drawing1.xml", (xml) =>
    xml.replace("<xdr:col>6</xdr:col>", "<xdr:col>20</xdr:col>"),
  );
  const rows: [string, number, number][] = [
    ["urgent", 9, 9],
    ["normal", 5, 2],
  ];
  const parts = partsOf(await written(moved, summary(rows)));
  expect(drawn(parts)).toHaveLength(3);
  expect(parts["xl/drawings/drawing1.xml"]).toContain("<xdr:col>20</xdr:col>");
  expect(formulas(parts["xl/charts/chart1.xml"])[1]).toBe("'O''Brien &amp; Sons'!$A$3:$A$4");
  expect(parts["xl/charts/chart1.xml"].split("<c:ser>")).toHaveLength(3);
});

test("the same sheet gives the same bytes, however often it is written", async () => {
  const once = await begun(summary([["urgent", 9, 7]]));
  const twice = await written(once, summary([["urgent", 9, 7]]));
  expect(partsOf(twice)).toEqual(partsOf(once));
});

test("a chart that is no longer wanted goes with its part, its relationship and its type; a new one comes", async () => {
  const file = await written(await begun(summary([["urgent", 9, 7]])), summary([["urgent", 9, 7]], [chart(1, "CB.Other")]));
  const parts = partsOf(file);
  expect(drawn(parts).filter((name) => name.includes("charts/"))).toHaveLength(1);
  expect(parts["xl/drawings/drawing1.xml"]).not.toContain("CB.Needs");
  expect(parts["xl/drawings/drawing1.xml"]).toContain("CB.Other");
  const [, target] = /Target="\/(xl\/charts\/[^"]*)"/.exec(parts["xl/drawings/_rels/drawing1.xml.rels"]) ?? [];
  expect(parts[target]).toContain("<c:barChart>");
  expect(parts["xl/drawings/_rels/drawing1.xml.rels"].split("<Relationship ")).toHaveLength(2);
  expect(parts["[Content_Types].xml"].split("drawingml.chart+xml")).toHaveLength(2);
});

test("beside a clerk's own chart ours is one more, and hers keeps every byte", async () => {
  const rich = new Uint8Array(readFileSync(join(__dirname, "fixtures/rich.xlsx")));
  const sheet = { ...summary([["urgent", 9, 7]]), definedName: "CB.Agreements" };
  const before = unzipSync(rich);
  const after = unzipSync(await written(await written(rich, sheet), sheet));
  expect(Object.keys(after).filter((name) => name.includes("charts/chart"))).toHaveLength(4);
  for (const path of ["xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/charts/chart3.xml", "xl/drawings/drawing1.xml"])
    expect(after[path]).toEqual(before[path]);
  const drawing = strFromU8(after["xl/drawings/drawing3.xml"]);
  expect([...drawing.matchAll(/cNvPr id="(\d+)" name="([^"]*)"/g)].map(([, id, name]) => [id, name])).toEqual([
    ["2", "Chart 1"],
    ["3", "CB.Needs"],
  ]);
});

test("of a chart that was copied the first is ours", async () => {
  const copied = edited(await begun(summary([["urgent", 9, 7]])), "xl/drawings/drawing1.xml", (xml) => {
    const [anchor] = /<xdr:twoCellAnchor.*<\/xdr:twoCellAnchor>/.exec(xml) ?? [""];
    return xml.replace("</xdr:wsDr>", `${anchor.replace('r:id="rId1"', 'r:id="rId9"')}</xdr:wsDr>`);
  });
  const parts = partsOf(await written(copied, summary([["normal", 5, 2]])));
  expect(drawn(parts)).toHaveLength(3);
  expect(parts["xl/charts/chart1.xml"]).toContain("<c:v>normal</c:v>");
  expect(parts["xl/drawings/drawing1.xml"].split('name="CB.Needs"')).toHaveLength(3);
});

test("a clerk's drawing is left alone on a sheet without charts of ours", async () => {
  const rich = new Uint8Array(readFileSync(join(__dirname, "fixtures/rich.xlsx")));
  const after = unzipSync(await written(rich, plainSheet("协作协议", [["No."]], { definedName: "CB.Agreements" })));
  expect(after["xl/drawings/drawing3.xml"]).toEqual(unzipSync(rich)["xl/drawings/drawing3.xml"]);
});

test("a workbook in the strict dialect gets its chart in that dialect", async () => {
  const strict = packageWith(sheetWith(""), (_path, xml) =>
    xml
      .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ),
  );
  const parts = partsOf(await written(strict, summary([["urgent", 9, 7]])));
  expect(parts["xl/charts/chart1.xml"]).toContain('xmlns:c="http://purl.oclc.org/ooxml/drawingml/chart"');
  expect(parts["xl/drawings/_rels/drawing1.xml.rels"]).toContain("http://purl.oclc.org/ooxml/officeDocument/relationships/chart");
});
