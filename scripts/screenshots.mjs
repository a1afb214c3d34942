/** Bundles test/browser/screenshots.ts and runs it: pictures of the pages in dist/ into docs/images. `npm run screenshots` builds first. */
import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, "node_modules", ".cache", "collaboration-balance");
const bundle = join(folder, `screenshots-${process.pid}.cjs`);
mkdirSync(folder, { recursive: true });
try {
  await build({
    entryPoints: [join(root, "test", "browser", "screenshots.ts")],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    packages: "external",
    // What drives the browser finds dist/ from where it stands.
    define: { __dirname: JSON.stringify(join(root, "test", "browser")) },
    logLevel: "error",
  });
  await createRequire(import.meta.url)(bundle).screenshots(join(root, "docs", "images"));
} finally {
  rmSync(bundle, { force: true });
}
