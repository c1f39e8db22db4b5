import { decodeBytes } from '../charset/decode.ts';

export type MapiValue = string | Buffer;

const TYPE = { object: 0x0d, string8: 0x1e, unicode: 0x1f, binary: 0x102 };
/** Bytes of values of fixed size, padded to four. */
const FIXED: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };
const MULTIPLE = 0x1000;
const NAMED = 0x8000;
const MAX_PROPERTIES = 1_000;
/** An embedded object is led in by the id of its interface. */
const INTERFACE_ID_BYTES = 16;

/**
 * The texts and binaries of a list of MAPI properties (MS-OXTNEF 2.1.3.4), by property id. Named properties and numbers are stepped over. A
 * list that ends early or holds an unknown type gives what lies before.
 */
export function readMapiProperties(data: Buffer, charset: string): Map<number, MapiValue> {
  const found = new Map<number, MapiValue>();
  try {
    readInto(found, data, charset);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function readInto(found: Map<number, MapiValue>, data: Buffer, charset: string): void {
  const count = Math.min(data.readUInt32LE(0), MAX_PROPERTIES);
  let at = 4;
  for (let index = 0; index < count; index += 1) {
    const type = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= NAMED) at = pastName(data, at);
    const fixed = FIXED[type & ~MULTIPLE];
    const base = type & ~MULTIPLE;
    const isVariable = base === TYPE.string8 || base === TYPE.unicode || base === TYPE.object || type === TYPE.binary;
    if (fixed === undefined && !isVariable && base !== (TYPE.binary & ~MULTIPLE)) return;
    const values = isVariable || type & MULTIPLE ? data.readUInt32LE(at) : 1;
    if (isVariable || type & MULTIPLE) at += 4;
    for (let value = 0; value < Math.min(values, MAX_PROPERTIES); value += 1) {
      if (fixed !== undefined && !isVariable) {
        at += fixed;
        continue;
      }
      const length = data.readUInt32LE(at);
      const bytes = data.subarray(at + 4, at + 4 + length);
      at += 4 + Math.ceil(length / 4) * 4;
      if (value > 0) continue;
      if (base === TYPE.unicode) found.set(id, new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, ''));
      else if (base === TYPE.string8) found.set(id, decodeBytes(bytes, charset).text);
      else found.set(id, base === TYPE.object ? bytes.subarray(INTERFACE_ID_BYTES) : bytes);
    }
  }
}

/** The name of a named property: a set, and a number or a text. */
function pastName(data: Buffer, at: number): number {
  const kind = data.readUInt32LE(at + 16);
  return kind === 0 ? at + 24 : at + 24 + Math.ceil(data.readUInt32LE(at + 20) / 4) * 4;
}
