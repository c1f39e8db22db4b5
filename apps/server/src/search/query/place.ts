/** Where a page of results goes on: what was found up to a moment, and how many of it were shown. */
export type Place = { upTo: Date; shown: number };

export const placeToCursor = ({ upTo, shown }: Place): string => Buffer.from(`${upTo.toISOString()} ${shown}`).toString('base64url');

/** Null for none or nonsense, which reads as the first page. */
export function placeOfCursor(cursor: string | undefined): Place | null {
  const [time = '', count = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split(' ');
  const upTo = new Date(time);
  return /^\d{1,4}$/.test(count) && !Number.isNaN(upTo.getTime()) ? { upTo, shown: Number(count) } : null;
}
