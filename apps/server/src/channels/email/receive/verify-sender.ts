import { Resolver } from 'node:dns/promises';
import type { MailVerdict } from '../authentication.rules.ts';

export type Lookup = (name: string, type: string) => Promise<unknown>;

const TIME_LIMIT_MS = 3000;
/** DNS that did not answer is left alone for so long: no mail is to wait for it twice. */
const REST_MS = 10 * 60_000;
const KEPT_MS = 3_600_000;
const MOST_KEPT = 2000;

/**
 * Whether a mail's sender is who it says, by its DKIM signature (RFC 6376) and the sender's policy (RFC 7489): for mailboxes whose server does not
 * say. From where it was sent cannot be known from here, so it can be confirmed and never refuted. Null when nothing can be looked up in time.
 */
export function makeVerifier(lookup: Lookup = systemLookup(), now: () => number = Date.now) {
  const known = new Map<string, { at: number; answer: Promise<unknown> }>();
  let restsUntil = 0;
  const resolver = (name: string, type: string) => {
    const key = `${type} ${name.toLowerCase()}`;
    const kept = known.get(key);
    if (kept && now() - kept.at < KEPT_MS) return kept.answer;
    if (known.size >= MOST_KEPT) known.clear();
    const answer = lookup(name, type);
    known.set(key, { at: now(), answer });
    answer.catch((error: NodeJS.ErrnoException) => {
      if (!isAnswer(error)) known.delete(key);
    });
    return answer;
  };
  return async (raw: Buffer): Promise<MailVerdict | null> => {
    if (now() < restsUntil) return null;
    try {
      return await inTime(verdictOf(raw, resolver));
    } catch {
      restsUntil = now() + REST_MS;
      return null;
    }
  };
}

/** That there is no such record is an answer, too. */
const isAnswer = ({ code }: NodeJS.ErrnoException): boolean => code === 'ENOTFOUND' || code === 'ENODATA';

async function verdictOf(raw: Buffer, lookup: Lookup): Promise<MailVerdict> {
  let unanswered: unknown;
  const resolver = async (name: string, type: string) => {
    try {
      return await lookup(name, type);
    } catch (error) {
      if (!isAnswer(error as NodeJS.ErrnoException)) unanswered = error;
      throw error;
    }
  };
  // A third of a second to load: only where a sender is to be checked.
  const { authenticate } = await import('mailauth');
  const options = { resolver, disableArc: true, disableBimi: true, mta: 'madoguchi' };
  const { dkim, dmarc } = await authenticate(raw, options as Parameters<typeof authenticate>[1]);
  if (unanswered) throw unanswered;
  const results = (dkim?.results ?? []).map(({ status }) => status?.result ?? 'none');
  const passed = dmarc ? dmarc.status?.result === 'pass' : false;
  return { spf: 'none', dkim: results.includes('pass') ? 'pass' : (results[0] ?? 'none'), dmarc: passed ? 'pass' : 'none' };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('DNS did not answer in time')), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function systemLookup(): Lookup {
  const dns = new Resolver({ timeout: 1000, tries: 2 });
  return (name, type) => dns.resolve(name, type);
}
