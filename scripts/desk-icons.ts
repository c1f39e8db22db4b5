// Draws the desk's icons for installed apps as PNG files, in the shapes of apps/desk/public/icon.svg: node scripts/desk-icons.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];
type Color = readonly [r: number, g: number, b: number, a: number];

const GROUND: Color = [0x3b, 0x5b, 0xdb, 255];
const INK: Color = [255, 255, 255, 255];
const NOTHING: Color = [255, 255, 255, 0];
/** As in the SVG: a square of 32, a window drawn with a pen of 2.4. */
const SIDE = 32;
const HALF_PEN = 1.2;
const STROKES: readonly (readonly [Point, Point])[] = [
  [
    [8, 9.5],
    [24, 9.5],
  ],
  [
    [24, 9.5],
    [24, 22.5],
  ],
  [
    [24, 22.5],
    [8, 22.5],
  ],
  [
    [8, 22.5],
    [8, 9.5],
  ],
  [
    [8, 17.5],
    [24, 17.5],
  ],
  [
    [16, 9.5],
    [16, 17.5],
  ],
];

function distanceTo([[ax, ay], [bx, by]]: readonly [Point, Point], [x, y]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

const isInk = (at: Point): boolean => STROKES.some((stroke) => distanceTo(stroke, at) <= HALF_PEN);

function isGround([x, y]: Point, radius: number): boolean {
  const [dx, dy] = [Math.max(radius - x, x - (SIDE - radius), 0), Math.max(radius - y, y - (SIDE - radius), 0)];
  return Math.hypot(dx, dy) <= radius;
}

type Kind = 'any' | 'maskable' | 'badge';

/** What is at a place of the square. A maskable icon is cut to any shape: its art stays within four fifths. A badge is its shape alone. */
function colorAt([x, y]: Point, kind: Kind): Color {
  const scale = { any: 1, maskable: 0.82, badge: 1.5 }[kind];
  const art: Point = [(x - SIDE / 2) / scale + SIDE / 2, (y - SIDE / 2) / scale + SIDE / 2];
  if (isInk(art)) return INK;
  if (kind === 'badge') return NOTHING;
  return kind === 'maskable' || isGround([x, y], 8) ? GROUND : NOTHING;
}

const SAMPLES = 4;

function pixel(column: number, row: number, size: number, kind: Kind): Color {
  const sum = [0, 0, 0, 0];
  for (let n = 0; n < SAMPLES * SAMPLES; n += 1) {
    const x = ((column + ((n % SAMPLES) + 0.5) / SAMPLES) * SIDE) / size;
    const y = ((row + (Math.floor(n / SAMPLES) + 0.5) / SAMPLES) * SIDE) / size;
    const [r, g, b, a] = colorAt([x, y], kind);
    for (const [index, part] of [r * a, g * a, b * a, a].entries()) sum[index]! += part;
  }
  const [r = 0, g = 0, b = 0, a = 0] = sum;
  return a === 0 ? NOTHING : [Math.round(r / a), Math.round(g / a), Math.round(b / a), Math.round(a / SAMPLES ** 2)];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** PNG (RFC 2083), 8 bits of red, green, blue and alpha. */
function png(size: number, kind: Kind): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_none, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_nothing, column) => pixel(column, row, size, kind)).flat()]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = join(import.meta.dirname, '..', 'apps', 'desk', 'public');
for (const [name, size, kind] of [
  ['icon-180', 180, 'maskable'],
  ['icon-192', 192, 'any'],
  ['icon-512', 512, 'any'],
  ['icon-maskable-512', 512, 'maskable'],
  ['badge-96', 96, 'badge'],
] as const)
  writeFileSync(join(folder, `${name}.png`), png(size, kind));
