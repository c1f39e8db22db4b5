// The content of an opaque S/MIME signature (RFC 5652, SignedData.encapContentInfo). Nothing is verified: the mail only becomes readable.

const SIGNED_DATA = Buffer.from('2a864886f70d010702', 'hex');
const DATA = Buffer.from('2a864886f70d010701', 'hex');
const SEARCHED_BYTES = 512;
const MAX_PIECES = 100_000;

type Element = { tag: number; start: number; end: number };

/** The signed bytes, or null when this is no signature or none with content (such as an encrypted mail). */
export function signedContent(der: Buffer): Buffer | null {
  if (der.subarray(0, 64).indexOf(SIGNED_DATA) < 0) return null;
  const at = der.subarray(0, SEARCHED_BYTES).indexOf(DATA);
  if (at < 0) return null;
  const explicit = elementAt(der, at + DATA.length);
  if (explicit?.tag !== 0xa0) return null;
  const octets = elementAt(der, explicit.start);
  if (!octets) return null;
  if (octets.tag === 0x04) return der.subarray(octets.start, octets.end);
  return octets.tag === 0x24 ? joinPieces(der, octets) : null;
}

/** Streamed signatures come as a row of octet strings. */
function joinPieces(der: Buffer, { start, end }: Element): Buffer {
  const pieces: Buffer[] = [];
  for (let at = start; at < end && pieces.length < MAX_PIECES; ) {
    const piece = elementAt(der, at);
    if (piece?.tag !== 0x04) break;
    pieces.push(der.subarray(piece.start, piece.end));
    at = piece.end;
  }
  return Buffer.concat(pieces);
}

function elementAt(der: Buffer, at: number): Element | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first === 0x80) return { tag, start: at + 2, end: der.length };
  if (first < 0x80) return { tag, start: at + 2, end: Math.min(der.length, at + 2 + first) };
  const width = first & 0x7f;
  if (width > 4 || at + 2 + width > der.length) return null;
  const length = der.readUIntBE(at + 2, width);
  return { tag, start: at + 2 + width, end: Math.min(der.length, at + 2 + width + length) };
}
