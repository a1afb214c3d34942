/**
 * `npm start`: builds dist/, serves it at https://localhost:3000 with Office's own development certificates, and makes Excel load it
 * where it can (scripts/sideload.mjs). Ctrl+C ends the server; `node scripts/sideload.mjs stop` makes Excel forget the add-in.
 */
import { execFileSync } from "node:child_process";
import { createServer } from "node:https";
import { fileURLToPath } from "node:url";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { fileAnswers } from "./preview.mjs";

const PORT = 3000;
const root = fileURLToPath(new URL("..", import.meta.url));
const run = (script, ...words) => execFileSync(process.execPath, [script, ...words], { cwd: root, stdio: "inherit" });

/** Making the certificate trusted asks for leave, on Linux for an administrator's; without it there is no https here. */
async function certificates() {
  try {
    return await getHttpsServerOptions();
  } catch (error) {
    console.error(`The development certificates could not be installed: ${error instanceof Error ? error.message : error}`);
    console.error("Without Excel and without certificates: npm run build && npm run preview");
    process.exit(1);
  }
}

const options = await certificates();
run("node_modules/webpack/bin/webpack.js");
const server = createServer(options, fileAnswers(fileURLToPath(new URL("../dist", import.meta.url))));
server.on("error", (error) => {
  console.error(error.message);
  process.exitCode = 1;
});
server.listen(PORT, "localhost", () => {
  console.log(`https://localhost:${PORT}/taskpane.html`);
  run("scripts/sideload.mjs", "start");
});
