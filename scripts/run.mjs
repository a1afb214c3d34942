/**
 * Runs the command line from its TypeScript sources: bundles src/cli into node_modules/.cache when a source has changed,
 * then hands over. `npm run balance -- IN.xlsx` is `node scripts/run.mjs balance IN.xlsx`.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, "node_modules", ".cache", "collaboration-balance");

/** Changes whenever a source is added, removed or edited. */
function fingerprint() {
  const hash = createHash("sha256");
  const files = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const file of [...files, join(root, "package.json"), fileURLToPath(import.meta.url)]) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Bundles our own sources; packages stay outside and load only when they are needed. Written whole, then renamed into place. */
async function bundle(target) {
  const { build } = await import("esbuild");
  const temporary = `${target}.${process.pid}.tmp.mjs`;
  mkdirSync(cache, { recursive: true });
  await build({
    entryPoints: [join(root, "src", "cli", "main.ts")],
    outfile: temporary,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "error",
  });
  renameSync(temporary, target);
  removeOld();
}

/** Bundles of earlier sources; younger ones may still be starting in another window. */
function removeOld() {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache)) {
    const file = join(cache, name);
    if (name.startsWith("cli-") && statSync(file).mtimeMs < anHourAgo) rmSync(file, { force: true });
  }
}

const target = join(cache, `cli-${fingerprint()}.mjs`);
if (!existsSync(target)) await bundle(target);
// npm runs scripts in the project's folder; names of files are meant from where the clerk stood.
const event = process.env.npm_lifecycle_event;
if ((event === "balance" || event === "cli") && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const { main, processTerminal } = await import(pathToFileURL(target).href);
process.exitCode = await main(process.argv.slice(2), { root, terminal: processTerminal(), environment: process.env });
