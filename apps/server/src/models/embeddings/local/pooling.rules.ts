// Pure: what a model says of each token → one vector of length 1 for each text.
import type { Pooling } from './local.types.ts';

/** What a run gave: `dims` are texts × tokens × numbers, or texts × numbers where the model pools by itself. */
export type Output = { data: Float32Array; dims: readonly number[] };

/** One vector for each text; null when the numbers are not what vectors can be made of. `lengths`: tokens of each text without padding. */
export function pooled({ data, dims }: Output, lengths: readonly number[], pooling: Pooling): Float32Array[] | null {
  const width = dims.at(-1) ?? 0;
  const tokens = dims.length === 3 ? dims[1]! : 1;
  if ((dims.length !== 2 && dims.length !== 3) || dims[0] !== lengths.length || data.length !== lengths.length * tokens * width)
    return null;
  const vectors = lengths.map((length, text) => {
    const counted = dims.length === 3 && pooling === 'mean' ? length : 1;
    const vector = new Float32Array(width);
    for (let token = 0; token < counted; token += 1) {
      const from = (text * tokens + token) * width;
      for (let at = 0; at < width; at += 1) vector[at]! += data[from + at]!;
    }
    return unit(vector);
  });
  return vectors.every((vector) => vector !== null) ? vectors : null;
}

function unit(vector: Float32Array): Float32Array | null {
  const length = Math.hypot(...vector);
  return length > 0 && Number.isFinite(length) ? vector.map((one) => one / length) : null;
}
