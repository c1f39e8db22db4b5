// Pure: what of the help center's traffic is worth remembering.
import { foldText } from '../platform/text/fold.ts';

const LONGEST_QUERY = 100;
/** Enough for an order number, too few for a telephone or card number. */
const MOST_DIGITS = 6;
const MACHINES =
  /bot|crawl|spider|slurp|preview|lighthouse|headless|monitor|scan|curl|wget|python|java\/|okhttp|axios|undici|node|go-http|facebookexternal/i;

/** A search as it is remembered; null for one that is too long for a question or looks like a person's data. */
export function queryToRemember(raw: string): string | null {
  if (raw.length > 2 * LONGEST_QUERY) return null;
  const query = foldText(raw);
  const digits = query.match(/\p{Nd}/gu)?.length ?? 0;
  return query === '' || [...query].length > LONGEST_QUERY || query.includes('@') || digits > MOST_DIGITS ? null : query;
}

/** Whether a person reads this page: neither a machine, nor a browser that fetches what may never be opened. */
export function isReader(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const agent = String(headers['user-agent'] ?? '');
  const purpose = String(headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz'] ?? '');
  return agent !== '' && !MACHINES.test(agent) && !/prefetch|prerender|preview/i.test(purpose);
}
