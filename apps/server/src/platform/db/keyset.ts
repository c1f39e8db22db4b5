/** The place after which a page goes on: a time and an id, as one opaque word. Times that page are written by us, in whole milliseconds, so nothing is lost in between. */
export const keysetOf = (at: Date, id: string): string => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

/** The place in a cursor a client sent back; null for none or nonsense, which reads as the first page. */
export function readKeyset(cursor: string | undefined): { at: Date; id: string } | null {
  if (!cursor) return null;
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const time = new Date(at ?? '');
  return id && /^[\w-]{1,60}$/.test(id) && !Number.isNaN(time.getTime()) ? { at: time, id } : null;
}
