/** The arrows of docs/architecture.md: which room may import which, and in which one place each vendor is imported. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const SOURCE = resolve(__dirname, "../../src");

/** What each room may import; "types" means `import type` only. */
const ARROWS: Record<string, Record<string, "all" | "types">> = {
  engine: {},
  workbook: {},
  i18n: { engine: "types", sheets: "types", workbook: "types" },
  sheets: { engine: "all", workbook: "all", i18n: "all" },
  actions: { sheets: "all", engine: "all", workbook: "all", i18n: "all" },
  pane: { actions: "all", workbook: "all", i18n: "all", sheets: "types", engine: "types" },
  cli: { actions: "all", workbook: "all", i18n: "all", sheets: "types", engine: "types" },
};

/** Vendors, and the one folder or file of src that may import each. */
const VENDORS: Record<string, readonly string[]> = {
  fflate: ["workbook/xlsx/"],
  "@e965/xlsx": ["workbook/xlsx/"],
  highs: ["engine/linear/"],
  react: ["pane/"],
  "react-dom": ["pane/"],
  "@fluentui/react-components": ["pane/"],
  "@fluentui/react-icons": ["pane/"],
};

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^"';]*?from\s+"([^"]+)"/gm);
  const dynamic = text.matchAll(/import\("([^"]+)"\)/g);
  const from = relative(SOURCE, file).replaceAll("\\", "/");
  return [
    ...[...statements].map((match) => ({ from, target: match[2], typeOnly: match[1] !== undefined })),
    ...[...dynamic].map((match) => ({ from, target: match[1], typeOnly: false })),
  ];
}

const imports = sourceFiles(SOURCE).flatMap(importsOf);

function roomOf(path: string): string {
  return path.split("/")[0];
}

test("rooms import only along the arrows", () => {
  const wrong = imports.filter(({ from, target, typeOnly }) => {
    if (!target.startsWith(".")) return false;
    const to = roomOf(relative(SOURCE, resolve(SOURCE, dirname(from), target)).replaceAll("\\", "/"));
    if (to === roomOf(from)) return false;
    const arrow = ARROWS[roomOf(from)]?.[to];
    return arrow === undefined || (arrow === "types" && !typeOnly);
  });
  expect(wrong).toEqual([]);
});

/** Rooms within a room, and which of its other rooms each must not know. */
const APART: Record<string, readonly string[]> = {
  "sheets/table": ["inputs", "record", "results", "sharing", "templates"],
  "sheets/inputs": ["results"],
  "engine/register": ["fixed", "step", "part", "explain", "flow", "linear"],
  "engine/fixed": ["step", "part", "explain", "flow", "linear"],
  "engine/step": ["fixed", "part", "explain", "flow", "linear"],
  "engine/part": ["fixed", "explain"],
  "engine/flow": ["register", "fixed", "step", "part", "explain", "linear"],
  "engine/linear": ["register", "fixed", "step", "part", "explain", "flow"],
  "engine/checker": ["register", "fixed", "step", "part", "explain", "flow", "linear"],
};

test("rooms within a room keep their order, and the checker shares nothing with what it checks", () => {
  const wrong = imports.filter(({ from, target }) => {
    if (!target.startsWith(".")) return false;
    const [house, room] = from.split("/");
    const [toHouse, toRoom] = relative(SOURCE, resolve(SOURCE, dirname(from), target))
      .replaceAll("\\", "/")
      .split("/");
    return toHouse === house && (APART[`${house}/${room}`] ?? []).includes(toRoom);
  });
  expect(wrong).toEqual([]);
});

test("each vendor is imported in one place", () => {
  const wrong = imports.filter(({ from, target }) => {
    if (target.startsWith(".") || target.startsWith("node:")) return false;
    const vendor = Object.keys(VENDORS).find((name) => target === name || target.startsWith(`${name}/`));
    return vendor === undefined || !VENDORS[vendor].some((place) => from.startsWith(place));
  });
  expect(wrong).toEqual([]);
});

test("node's own modules are used by the command line alone", () => {
  expect(imports.filter(({ from, target }) => target.startsWith("node:") && !from.startsWith("cli/"))).toEqual([]);
});

test("Excel.run is said in one file", () => {
  const saying = sourceFiles(SOURCE).filter((file) => readFileSync(file, "utf8").includes("Excel.run("));
  expect(saying.map((file) => relative(SOURCE, file)).filter((file) => file !== join("workbook", "excelWorkbook.ts"))).toEqual([]);
});

test("the engine knows no clock and no chance", () => {
  const wrong = sourceFiles(join(SOURCE, "engine")).filter((file) =>
    /Date\.now|new Date\(|Math\.random|localeCompare|performance\./.test(readFileSync(file, "utf8")),
  );
  expect(wrong).toEqual([]);
});
