/**
 * Draws the icons of the ribbon: a balance whose pans are a gear and a screw, and the three beside it. No picture program, no
 * font: shapes on a grid of 16 units, eight by eight samples a pixel, straight edges moved to whole pixels so that 16 stays legible.
 *
 *     node scripts/makeIcons.mjs            writes assets/icons/
 *     node scripts/makeIcons.mjs --check    compares them pixel by pixel with what it would draw; status 1 if they differ
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "..", "assets", "icons");
const SAMPLES = 8;

/* Middle tones: at least 3:1 on Excel's light ribbon and on its black one. */
const STEEL = [0x75, 0x7b, 0x85];
const BLUE = [0x2f, 0x7f, 0xd6];
const ORANGE = [0xd6, 0x6f, 0x0c];
const GREEN = [0x2e, 0x94, 0x4f];

/** A shape says of a point on the grid whether it lies inside. */
const disc = (x, y, radius) => (px, py) => (px - x) ** 2 + (py - y) ** 2 <= radius ** 2;
const without = (shape, hole) => (px, py) => shape(px, py) && !hole(px, py);
const either =
  (...shapes) =>
  (px, py) =>
    shapes.some((shape) => shape(px, py));

function polygon(...points) {
  return (px, py) => {
    let inside = false;
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [[xi, yi], [xj, yj]] = [points[i], points[j]];
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  };
}

function stroke(width, ...points) {
  const near = (px, py, [ax, ay], [bx, by]) => {
    const along = Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
    return (px - ax - along * (bx - ax)) ** 2 + (py - ay - along * (by - ay)) ** 2 <= (width / 2) ** 2;
  };
  return (px, py) => points.slice(1).some((point, index) => near(px, py, points[index], point));
}

function gear(x, y, { outer, inner, teeth, hole }) {
  const body = (px, py) => {
    const turn = (Math.atan2(py - y, px - x) / (2 * Math.PI)) * teeth;
    const part = turn + 0.25 - Math.floor(turn + 0.25);
    return Math.hypot(px - x, py - y) <= (part < 0.5 ? outer : inner);
  };
  return without(body, disc(x, y, hole));
}

/** Edges on whole pixels, at least one pixel thick. */
function snapped(size) {
  const pixel = 16 / size;
  const snap = (value) => Math.round(value / pixel) * pixel;
  return (left, top, width, height) => {
    const [x, y] = [snap(left), snap(top)];
    const [right, bottom] = [x + Math.max(pixel, snap(width)), y + Math.max(pixel, snap(height))];
    return (px, py) => px >= x && px < right && py >= y && py < bottom;
  };
}

/** Seven pixels across there is no room for slanted teeth. */
const gearOfPixels = (box) => without(either(box(1, 6, 5, 5), box(3, 5, 1, 7), box(0, 8, 7, 1)), box(3, 8, 1, 1));

function balance(size) {
  const box = snapped(size);
  const fine = size >= 32;
  const [string, top] = [fine ? 0.5 : 1, 2];
  const shapes = [
    [STEEL, either(box(7.5 - (fine ? 0.25 : 0.5), 1, fine ? 1.5 : 2, 13), box(4, 14, 8, 1))],
    [STEEL, box(1, top, 14, 1)],
    [STEEL, either(box(3 - (fine ? string / 2 : 0), top, string, 4), box(13 - string / 2, top, string, 4))],
    [BLUE, size === 16 ? gearOfPixels(box) : gear(3.4, 8.6, { outer: 3.3, inner: fine ? 2.5 : 2.3, teeth: fine ? 8 : 6, hole: 1 })],
    [ORANGE, either(box(10, 5.5, 6, 2), box(12, 7, 2, fine ? 4.2 : 5))],
  ];
  if (!fine) return shapes;
  const threads = [8.3, 9.5, 10.7].map((y) => polygon([11.3, y], [14.7, y - 0.5], [14.7, y + 0.1], [11.3, y + 0.6]));
  return [...shapes, [ORANGE, either(...threads, polygon([12, 11.2], [14, 11.2], [13, 12.4]))]];
}

/** A sheet of paper with lines, the ground of the other three. */
function sheet(size, lines) {
  const box = snapped(size);
  const thin = size >= 32 ? 0.75 : 1;
  const frame = without(box(1, 1, 11, 14), box(1 + thin, 1 + thin, 11 - 2 * thin, 14 - 2 * thin));
  return [[STEEL, either(frame, ...lines.map(([x, y, width, height]) => box(x, y, Math.max(width, thin), Math.max(height, thin))))]];
}

const ICONS = {
  icon: balance,
  check: (size) => [
    ...sheet(size, [
      [3, 4, 7, 0],
      [3, 7, 4, 0],
      [3, 10, 3, 0],
    ]),
    [GREEN, stroke(size >= 32 ? 1.9 : 2.2, [7, 10.6], [9.8, 13.4], [14.6, 6.6])],
  ],
  templates: (size) => [
    ...sheet(size, [
      [1, 5, 11, 0],
      [1, 9, 11, 0],
      [5, 1, 0, 14],
    ]),
    [BLUE, either(snapped(size)(11, 8, 2, 8), snapped(size)(8, 11, 8, 2))],
  ],
  share: (size) => [
    [STEEL, either(stroke(size >= 32 ? 0.9 : 1.1, [3.5, 12], [8, 4], [12.5, 12]))],
    [ORANGE, disc(8, 3.6, 2.8)],
    [BLUE, either(disc(3.4, 12.2, 2.8), disc(12.6, 12.2, 2.8))],
  ],
};

/** RGBA, row by row; later shapes lie over earlier ones. */
function pixels(shapes, size) {
  const out = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [red, green, blue, alpha] = [0, 0, 0, 0];
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const px = ((x + ((sample % SAMPLES) + 0.5) / SAMPLES) * 16) / size;
        const py = ((y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * 16) / size;
        const hit = shapes.findLast(([, inside]) => inside(px, py));
        if (hit === undefined) continue;
        [red, green, blue, alpha] = [red + hit[0][0], green + hit[0][1], blue + hit[0][2], alpha + 1];
      }
      if (alpha === 0) continue;
      const at = (y * size + x) * 4;
      [red, green, blue].forEach((sum, index) => (out[at + index] = Math.round(sum / alpha)));
      out[at + 3] = Math.round((alpha * 255) / (SAMPLES * SAMPLES));
    }
  }
  return out;
}

function png(rgba, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) rgba.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** As the PNG specification gives it, annex D. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Pixels of a PNG of ours; compressors differ between versions, pixels don't. */
function pixelsIn(file) {
  const parts = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    if (file.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return inflateSync(Buffer.concat(parts));
}

const drawn = Object.entries(ICONS).flatMap(([name, draw]) =>
  (name === "icon" ? [...SIZES, 128] : SIZES).map((size) => ({ file: `${name}-${size}.png`, bytes: png(pixels(draw(size), size), size) })),
);
if (process.argv.includes("--check")) {
  const changed = drawn.filter(({ file, bytes }) => !pixelsIn(readFileSync(join(FOLDER, file))).equals(pixelsIn(bytes)));
  for (const { file } of changed) console.error(`${file} is not what this script draws`);
  process.exitCode = changed.length === 0 ? 0 : 1;
} else {
  mkdirSync(FOLDER, { recursive: true });
  for (const { file, bytes } of drawn) writeFileSync(join(FOLDER, file), bytes);
  console.log(`${drawn.length} icons drawn`);
}
