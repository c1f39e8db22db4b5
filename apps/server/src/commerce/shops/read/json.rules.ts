// Pure: bytes as JSON of a shape.
import type { z } from 'zod';
import type { Fault } from './shop-event.types.ts';

const MOST_FAULTS = 20;

/** The value, or what is wrong with the bytes and where. */
export function jsonOf<T>(body: Buffer, shape: z.ZodType<T>): { value: T } | { errors: Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { errors: [{ path: '', message: 'json.malformed' }] };
  }
  const read = shape.safeParse(value);
  if (read.success) return { value: read.data };
  return { errors: read.error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => ({ path: path.join('.'), message })) };
}
