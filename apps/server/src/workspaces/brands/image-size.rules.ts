// Pure: width and height of an image, read from its first bytes.

export type ImageSize = { width: number; height: number };

/** In pixels, of a PNG, JPEG or WebP; null when the bytes do not say. */
export function imageSize(bytes: Buffer, type: string): ImageSize | null {
  try {
    const size = type === 'image/png' ? ofPng(bytes) : type === 'image/webp' ? ofWebp(bytes) : ofJpeg(bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // Cut off before it says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The header chunk comes first (PNG 1.2, 4.1.1). */
const ofPng = (bytes: Buffer): ImageSize => ({ width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) });

/** RFC 9649: lossy, lossless, or extended with the size of the canvas. */
function ofWebp(bytes: Buffer): ImageSize | null {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** ITU T.81, B.2.2: the frame header is the first segment C0 to CF but for C4, C8 and CC. */
function ofJpeg(bytes: Buffer): ImageSize | null {
  let at = 2;
  while (bytes.readUInt8(at) === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    // 0xff may fill up the space before a marker.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
