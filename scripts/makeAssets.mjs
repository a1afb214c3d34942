/** Bundles makeAssets.ts and runs it from the project's root. */
import { mkdirSync } from "node:fs";
import { build } from "esbuild";

const outfile = "node_modules/.cache/collaboration-balance/makeAssets.mjs";
mkdirSync("node_modules/.cache/collaboration-balance", { recursive: true });
await build({
  entryPoints: ["scripts/makeAssets.ts"],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "error",
});
await import(new URL(`../${outfile}`, import.meta.url).href);
