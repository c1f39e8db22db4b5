import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** A file as Playwright hands it to a file field. */
export type Made = { name: string; mimeType: string; buffer: Buffer };

/** A picture of one color. */
export function png(name: string, { width = 120, height = 80 } = {}): Made {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([0x2f, 0x6b, 0x4f]))]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const buffer = Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
  return { name, mimeType: 'image/png', buffer };
}

// PNG (RFC 2083) 3.2: length, type, data, CRC over type and data.
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The smallest letter that readers open: one empty page. */
export function pdf(name: string): Made {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text + table, 'latin1') };
}

/** A Windows program that calls itself a picture. */
export const disguisedProgram = (name: string): Made => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.concat([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), Buffer.alloc(2000, 0x90)]),
});

/** A true picture with so many bytes behind it, put into `folder`; returns its path. Too large to be handed to a browser by any other way. */
export function hugePicture(folder: string, name: string, bytes: number): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([png(name).buffer, Buffer.alloc(bytes)]));
  return path;
}

/** Text as Excel on a Japanese Windows writes it. The table is made by reading every pair of bytes: browsers and Node only decode Shift_JIS. */
export function shiftJis(text: string): Buffer {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const bytesOf = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfc; first += 1)
    for (let second = 0x40; second <= 0xfc; second += 1) {
      try {
        bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
      } catch {
        // No character has these bytes.
      }
    }
  return Buffer.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]));
}
