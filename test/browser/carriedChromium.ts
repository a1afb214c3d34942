import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Which version of the package a folder was unpacked from is part of its name: an older one is never taken for it. */
const FOLDER = join(process.cwd(), "node_modules/.cache/chromium-143.0.4");

export interface CarriedChromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/**
 * The Chromium that @sparticuz/chromium carries for Linux, with the libraries and fonts that a bare machine lacks; unpacked once, into
 * a folder of this project. Whole or not at all: it is unpacked beside and then renamed.
 */
export async function carriedChromium(): Promise<CarriedChromium> {
  if (!existsSync(FOLDER)) await unpack();
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  const libraries = [join(FOLDER, "al2023/lib"), env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { executablePath: join(FOLDER, "chromium"), env: { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(FOLDER, "fonts") } };
}

/** The package's own list of folders knows only the temporary one. Without any font every text would count as hidden. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, "fonts/fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(FOLDER, "fonts/cache")}</cachedir>
</fontconfig>
`;

/** The package unpacks into the temporary folder, and its libraries only where it believes to run as a function of that runtime. */
async function unpack(): Promise<void> {
  await mkdir(dirname(FOLDER), { recursive: true });
  const beside = await mkdtemp(`${FOLDER}-`);
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: beside, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  try {
    const carried = await import("@sparticuz/chromium");
    await carried.default.executablePath();
  } finally {
    process.env = before;
  }
  await writeFile(join(beside, "fonts/fonts.conf"), FONTS);
  // Where another test run was quicker, its folder stays.
  await rename(beside, FOLDER).catch(() => rm(beside, { recursive: true, force: true }));
}
