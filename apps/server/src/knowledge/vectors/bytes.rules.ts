// Pure: a vector ↔ its bytes in the database (little-endian, as every machine that runs this has them).

const BYTES = 4;

export const toBytes = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);

/** A copy: bytes from the database lie anywhere in a larger buffer. */
export function fromBytes(bytes: Buffer): Float32Array {
  const vector = new Float32Array(bytes.length / BYTES);
  Buffer.from(vector.buffer).set(bytes);
  return vector;
}
