/**
 * Serves dist/ on this computer only: the page without Excel, no certificates.
 *
 *     node scripts/preview.mjs [PORT]      then open the address it prints
 */
import { createReadStream, existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".xml": "application/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Answers with the files of one folder and the headers that the build made for them; nothing outside it, no listing. */
export function fileAnswers(folder) {
  const root = realpathSync(folder);
  const headers = JSON.parse(readFileSync(join(root, "headers", "headers.json"), "utf8"));
  return (request, response) => {
    const file = fileOf(root, request.url ?? "/");
    const found = file !== undefined && existsSync(file) && statSync(file).isFile();
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
      return;
    }
    const own = headers[basename(file)] ?? headers["*"];
    response.writeHead(200, { ...own, "content-type": TYPES[extname(file)] ?? "text/plain; charset=utf-8" });
    createReadStream(file).pipe(response);
  };
}

function fileOf(root, address) {
  try {
    const path = decodeURIComponent(new URL(address, "http://localhost").pathname);
    const file = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

function main([port = "4173"]) {
  const dist = fileURLToPath(new URL("../dist", import.meta.url));
  if (!existsSync(join(dist, "index.html"))) {
    console.error("There is no dist/index.html yet: npm run build");
    process.exitCode = 2;
    return;
  }
  const server = createServer(fileAnswers(dist));
  server.on("error", (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
  server.listen(Number(port), "localhost", () => console.log(`http://localhost:${port}/index.html`));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
