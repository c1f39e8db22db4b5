import { expect, test } from 'vitest';
import { imageSize } from './image-size.rules.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAMAAAAFCAYAAACAcVaiAAAAC0lEQVR42mNgIB0AAABLAAFhLdy6AAAAAElFTkSuQmCC', 'base64');
/** Start, an application segment of 4 bytes, padding, a baseline frame of 300 × 120. */
const jpeg = Buffer.from('ffd8ffe000040102ffffc0000b080078012c0101110000', 'hex');
const webp = (kind: string, data: string) =>
  Buffer.concat([Buffer.from('RIFF0000WEBP'), Buffer.from(kind), Buffer.from(`00000000${data}`, 'hex')]);

test.each([
  ['a PNG', png, 'image/png', { width: 3, height: 5 }],
  ['a JPEG', jpeg, 'image/jpeg', { width: 300, height: 120 }],
  ['a lossy WebP', webp('VP8 ', '0000009d012a40012000'), 'image/webp', { width: 320, height: 32 }],
  ['a lossless WebP', webp('VP8L', '2f3fc10700'), 'image/webp', { width: 320, height: 32 }],
  ['an extended WebP', webp('VP8X', '000000003f01001f0000'), 'image/webp', { width: 320, height: 32 }],
])('%s', (_story, bytes, type, size) => {
  expect(imageSize(bytes, type)).toEqual(size);
});

test('what is cut off or has no size says nothing, and ends', () => {
  for (let length = 0; length < 21; length += 1) {
    for (const type of ['image/png', 'image/jpeg', 'image/webp']) {
      expect(imageSize(png.subarray(0, length), type)).toBeNull();
      expect(imageSize(jpeg.subarray(0, Math.min(length, 12)), type)).toBeNull();
    }
  }
  expect(imageSize(Buffer.from('ffd8ffffffffffff', 'hex'), 'image/jpeg')).toBeNull();
});
