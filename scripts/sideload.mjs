/**
 * Makes Excel on this computer load the add-in from manifest.xml, for development.
 *
 *     node scripts/sideload.mjs [start|stop] [MANIFEST]
 *
 * Windows: a value under the current user's registry, Office's own developer key, named by the manifest's id. macOS: a copy in
 * Excel's folder for sideloaded add-ins. Anywhere else, and for Excel on the web: the steps by hand are printed. Needs no rights
 * of an administrator and changes nothing but that one value or that one copy, which `stop` takes away again.
 * Tried here: the steps printed, and the commands put together; the registry and the Mac's folder only by their tests.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const REGISTRY_KEY = "HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer";
const MAC_FOLDER = ["Library", "Containers", "com.microsoft.Excel", "Data", "Documents", "wef"];

/**
 * What has to be done, as data: a command to run, a file to copy or remove, lines to print.
 *
 * @param {{ verb: "start" | "stop", system: string, manifest: string, id: string, home: string }} request
 */
export function sideloadSteps({ verb, system, manifest, id, home }) {
  if (system === "win32") {
    const change =
      verb === "start" ? ["add", REGISTRY_KEY, "/v", id, "/t", "REG_SZ", "/d", manifest, "/f"] : ["delete", REGISTRY_KEY, "/v", id, "/f"];
    const words =
      verb === "start" ? "Close every Excel window, then open Excel: Home > Collaboration." : "Excel forgets it when it starts next.";
    return [{ run: ["reg.exe", ...change] }, { say: [words, ...(verb === "start" ? onTheWeb(manifest) : [])] }];
  }
  if (system === "darwin") {
    const folder = join(home, ...MAC_FOLDER);
    const copy = join(folder, `${id}.manifest.xml`);
    if (verb === "stop") return [{ remove: copy }, { say: ["Excel forgets it when it starts next."] }];
    return [
      { copy: manifest, folder, to: copy },
      { say: ["Quit and open Excel: Home > Add-ins > Developer Add-ins.", ...onTheWeb(manifest)] },
    ];
  }
  if (verb === "stop") return [{ say: ["In Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > … > Remove."] }];
  return [{ say: ["There is no desktop Excel for this system.", ...onTheWeb(manifest)] }];
}

function onTheWeb(manifest) {
  return [
    "Excel on the web:",
    "  1. Open a workbook at https://excel.cloud.microsoft",
    "  2. Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in",
    `  3. Choose ${manifest}`,
    "  The development server has to run, and the browser has to trust its certificate: open https://localhost:3000/taskpane.html once.",
  ];
}

/** The add-in's id; the manifest has one. */
export function idIn(manifest) {
  const id = /<Id>\s*([0-9a-fA-F-]{36})\s*<\/Id>/.exec(manifest)?.[1];
  if (id === undefined) throw new RangeError("the manifest has no Id");
  return id;
}

function take(step) {
  if (step.run) execFileSync(step.run[0], step.run.slice(1), { stdio: "inherit" });
  if (step.copy) {
    mkdirSync(step.folder, { recursive: true });
    copyFileSync(step.copy, step.to);
  }
  if (step.remove) rmSync(step.remove, { force: true });
  for (const line of step.say ?? []) console.log(line);
}

function main([verb = "start", path = fileURLToPath(new URL("../manifest.xml", import.meta.url))]) {
  if (verb !== "start" && verb !== "stop") {
    console.error("Usage: node scripts/sideload.mjs [start|stop] [MANIFEST]");
    process.exitCode = 2;
    return;
  }
  const manifest = resolve(path);
  const id = idIn(readFileSync(manifest, "utf8"));
  for (const step of sideloadSteps({ verb, system: process.platform, manifest, id, home: homedir() })) take(step);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
