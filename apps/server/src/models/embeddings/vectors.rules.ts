// Pure: what an endpoint answered → vectors, or nothing when any of them cannot be one.

const MOST_NUMBERS = 8192;

/**
 * The vectors of an answer of POST /embeddings ({data: [{index, embedding}]}), in the order of the texts and scaled to length 1. Null when one is
 * missing or doubled, empty, not of finite numbers, all zero, or of another width than the first.
 */
export function vectorsIn(body: unknown, count: number): Float32Array[] | null {
  const data = isObject(body) ? body.data : undefined;
  if (!Array.isArray(data) || data.length !== count) return null;
  const vectors = new Array<Float32Array | undefined>(count).fill(undefined);
  for (const [place, one] of data.entries()) {
    const { index = place, embedding } = isObject(one) ? one : {};
    const vector = unit(embedding);
    if (!vector || typeof index !== 'number' || !(index in vectors) || vectors[index]) return null;
    vectors[index] = vector;
  }
  const whole = vectors.filter((vector) => vector !== undefined);
  return whole.length === count && whole.every(({ length }) => length === whole[0]!.length) ? whole : null;
}

/** How many tokens an answer says it took. */
export function tokensIn(body: unknown): number | null {
  const usage = isObject(body) && isObject(body.usage) ? body.usage : {};
  const tokens = usage.prompt_tokens ?? usage.total_tokens;
  return typeof tokens === 'number' && Number.isSafeInteger(tokens) && tokens >= 0 ? tokens : null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function unit(numbers: unknown): Float32Array | null {
  if (!Array.isArray(numbers) || numbers.length === 0 || numbers.length > MOST_NUMBERS) return null;
  if (!numbers.every((one): one is number => typeof one === 'number' && Number.isFinite(one))) return null;
  const length = Math.hypot(...numbers);
  return length > 0 && Number.isFinite(length) ? Float32Array.from(numbers, (one) => one / length) : null;
}
