import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SCRIPT = join(__dirname, "..", "scripts", "sideload.mjs");
const ID = "d5a1c1f0-6c5b-4e0b-9b0e-19561956c0ba";

/** The script is a module of its own kind, so its function is called in a process of its own. */
function steps(verb: string, system: string): unknown {
  const request = JSON.stringify({ verb, system, manifest: "/add-in/manifest.xml", id: ID, home: "/Users/clerk" });
  const code = `import(${JSON.stringify(pathToFileURL(SCRIPT).href)}).then((script) => console.log(JSON.stringify(script.sideloadSteps(${request}))))`;
  return JSON.parse(execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }));
}

const KEY = "HKCU\\Software\\Microsoft\\Office\\16.0\\Wef\\Developer";

test("on Windows one value of the current user's registry is set, and taken away again", () => {
  expect(steps("start", "win32")).toContainEqual({
    run: ["reg.exe", "add", KEY, "/v", ID, "/t", "REG_SZ", "/d", "/add-in/manifest.xml", "/f"],
  });
  expect(steps("stop", "win32")).toContainEqual({ run: ["reg.exe", "delete", KEY, "/v", ID, "/f"] });
});

test("on a Mac the manifest is copied into Excel's folder, and taken away again", () => {
  const folder = "/Users/clerk/Library/Containers/com.microsoft.Excel/Data/Documents/wef";
  const to = `${folder}/${ID}.manifest.xml`;
  expect(steps("start", "darwin")).toContainEqual({ copy: "/add-in/manifest.xml", folder, to });
  expect(steps("stop", "darwin")).toContainEqual({ remove: to });
});

test("elsewhere the steps for Excel on the web are printed", () => {
  expect(JSON.stringify(steps("start", "linux"))).toContain("Upload My Add-in");
});

test("an unknown verb is wrong usage", () => {
  expect(spawnSync(process.execPath, [SCRIPT, "restart"]).status).toBe(2);
});
