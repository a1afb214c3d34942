/** Every member of Office.js that the sources name belongs to a level that the manifest requires, by the tags in its own types. */
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");

interface Use {
  readonly at: string;
  readonly member: string;
  readonly level: number;
}

/** The level of `[Api set: ExcelApi 1.7]` in a declaration's comment, or in that of what it belongs to; 0 where it has none. */
function levelOf(symbol: ts.Symbol): number {
  for (const declaration of symbol.declarations ?? []) {
    if (!declaration.getSourceFile().fileName.includes("@types/office-js")) continue;
    for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
      const level = /\[Api set: ExcelApi (\d+\.\d+)\]/.exec(
        ts
          .getJSDocCommentsAndTags(node)
          .map((doc) => doc.getText())
          .join("\n"),
      );
      if (level) return Number(level[1].split(".")[1]);
    }
  }
  return 0;
}

function usesIn(file: ts.SourceFile, checker: ts.TypeChecker): Use[] {
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && (ts.isPropertyAccessExpression(node.parent) || ts.isBindingElement(node.parent))) {
      const symbol = checker.getSymbolAtLocation(node);
      const level = symbol ? levelOf(symbol) : 0;
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (level > 0) uses.push({ at: `${relative(ROOT, file.fileName)}:${line + 1}`, member: node.text, level });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

test("nothing newer than what the manifest requires is asked of Excel", () => {
  const required = /<Set Name="ExcelApi" MinVersion="1\.(\d+)"\/>/.exec(readFileSync(resolve(ROOT, "manifest.xml"), "utf8"));
  const config = ts.getParsedCommandLineOfConfigFile(
    resolve(ROOT, "tsconfig.json"),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  );
  if (!config || !required) throw new Error("no tsconfig.json, or a manifest without its requirement");
  const sources = config.fileNames.filter((name) => /\/src\/(workbook|pane)\//.test(name));
  const program = ts.createProgram(sources, config.options);
  const uses = sources.flatMap((name) => {
    const file = program.getSourceFile(name);
    return file ? usesIn(file, program.getTypeChecker()) : [];
  });
  expect(uses.length).toBeGreaterThan(50);
  expect(uses.filter(({ level }) => level > Number(required[1]))).toEqual([]);
});
