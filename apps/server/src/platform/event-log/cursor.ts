/**
 * A place in the log: transaction id, then position inside it. Position alone will not do: a slow transaction takes a low position and
 * commits late, and a reader that had moved on would never see it.
 */
export type Cursor = { xid: string; position: number };

export const LOG_START: Cursor = { xid: '0', position: 0 };

export const cursorToText = ({ xid, position }: Cursor): string => `${xid}-${position}`;

/** The cursor a client sent back, or null when it is none. */
export function cursorFromText(text: string): Cursor | null {
  const match = /^(\d{1,20})-(\d{1,16})$/.exec(text);
  return match ? { xid: match[1]!, position: Number(match[2]) } : null;
}

export const isAfter = (a: Cursor, b: Cursor): boolean => {
  const [ax, bx] = [BigInt(a.xid), BigInt(b.xid)];
  return ax > bx || (ax === bx && a.position > b.position);
};
