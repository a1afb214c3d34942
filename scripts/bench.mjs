/** Bundles test/bench/bench.ts from its TypeScript sources and runs it: `node scripts/bench.mjs --sizes 10k`. */
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "node_modules", ".cache", "collaboration-balance");
const bundle = join(folder, `bench-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
try {
  await build({
    entryPoints: [join(root, "test", "bench", "bench.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
  const { bench } = await import(pathToFileURL(bundle).href);
  process.exitCode = await bench(process.argv.slice(2), root);
} finally {
  rmSync(bundle, { force: true });
}
