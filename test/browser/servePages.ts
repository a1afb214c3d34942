import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";

const DIST = join(__dirname, "..", "..", "dist");
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".png": "image/png",
};

export interface Site {
  readonly origin: string;
  readonly close: () => void;
}

type Headers = Readonly<Record<string, string>>;

/** The built pages at an address of their own, with the headers that the build made for servers; `change` is for a server that is set up otherwise. */
export async function servePages(change: (headers: Headers) => Headers = (headers) => headers): Promise<Site> {
  const headersOf = JSON.parse(readFileSync(join(DIST, "headers/headers.json"), "utf8")) as Record<string, Headers>;
  const server = createServer((request, response) => {
    const file = join(DIST, new URL(request.url ?? "/", "http://localhost").pathname);
    if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
    const headers = change(headersOf[basename(file)] ?? headersOf["*"]);
    response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}
